import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { file, folder, openAtHome, quit } from './home.ts';
import { footer, onBar, type TestTerminal } from './terminal.ts';

const article = `# عنوان\n\n${'يقول المستقبل كَلِمة جديدة عن العلاقات بين البلدين والشعبين الصديقين. '.repeat(12)}\n`;

const isStretched = (terminal: TestTerminal): boolean =>
  terminal.lines().some((line) => line.includes('\u0640'));
const hasMarks = (terminal: TestTerminal): boolean =>
  terminal.lines().some((line) => /[\u064b-\u0652]/u.test(line));

test('what is chosen by a key holds for the next run and for other articles', async () => {
  let now = openAtHome([file('a.md', article)]);
  await now.until(onBar('عنوان'));
  expect([isStretched(now), hasMarks(now)]).toEqual([false, true]);
  now.type('a');
  await now.until(isStretched);
  now.type('z');
  await now.until((terminal) => !hasMarks(terminal));
  now.type('<<');
  await now.until((terminal) => footer(terminal).includes('عرض السطر'));
  await quit(now);

  now = openAtHome([file('b.md', article.replace('عنوان', 'غيره'))]);
  await now.until(onBar('غيره'));
  await now.until((terminal) => isStretched(terminal) && !hasMarks(terminal));
  const kept = JSON.parse(readFileSync(path.join(folder, 'home/maqal/habits.json'), 'utf8'));
  expect(kept).toMatchObject({ justify: true, tashkeel: 'hide' });
  now.type('az');
  await now.until((terminal) => !isStretched(terminal) && hasMarks(terminal));
  await quit(now);

  // The command line says more.
  now = openAtHome([file('a.md', article), '--tashkeel', 'hide']);
  await now.until(onBar('عنوان'));
  await now.until((terminal) => !isStretched(terminal) && !hasMarks(terminal));
  await quit(now);
});

test('what was looked for comes back in the next run, in any article', async () => {
  let now = openAtHome([file('a.md', article)]);
  await now.until(onBar('عنوان'));
  now.type('/المستقبل\r');
  await now.until((terminal) => footer(terminal).includes('من'));
  now.type('/البلدين\r');
  await now.until((terminal) => footer(terminal).includes('البلدين'));
  await quit(now);

  now = openAtHome([file('b.md', article.replace('عنوان', 'غيره'))]);
  await now.until(onBar('غيره'));
  now.type('/\x1b[A');
  await now.until((terminal) => footer(terminal).includes('البلدين'));
  now.type('\x1b[A');
  await now.until((terminal) => footer(terminal).includes('المستقبل'));
  now.type('\x1b[B');
  await now.until((terminal) => footer(terminal).includes('البلدين'));
  now.type('\x07');
  await quit(now);
});
