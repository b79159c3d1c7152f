// Records what GNU FriBidi makes of our words and articles, as data for tests/text/fribidi.test.ts.
// Needs the program `fribidi` (Debian: libfribidi-bin). Run it again when the words or the articles change.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const fixtures = new URL('tests/text/fixtures/', root);

/** Lines in visual order: marks behind their base, format characters removed, nothing wrapped or padded. */
function visual(lines, direction) {
  const options = [
    '--nopad',
    '--nobreak',
    '--reordernsm',
    '--clean',
    '--charset',
    'UTF-8',
    '--width',
    '1000000',
  ];
  const output = execFileSync('fribidi', [...options, `--${direction}`], {
    input: `${lines.join('\n')}\n`,
    maxBuffer: 1 << 28,
  }).toString('utf8');
  // U+FEFF fills the place of a letter that went into a ligature.
  return output.replaceAll('\ufeff', '').split('\n').slice(0, lines.length);
}

function record(name, groups) {
  const recorded = groups.map(({ title, direction, lines }) => {
    const drawn = visual(lines, direction);
    return { title, direction, lines: lines.map((line, index) => [line, drawn[index]]) };
  });
  writeFileSync(new URL(name, fixtures), `${JSON.stringify(recorded, null, 1)}\n`);
}

const words = [];
for (const line of readFileSync(new URL('words.txt', fixtures), 'utf8').split('\n')) {
  if (line.startsWith('#')) words.push({ title: line.slice(2), direction: 'rtl', lines: [] });
  else if (line) words.at(-1).lines.push(line);
}
record('words.fribidi.json', words);

const content = new URL('content/', root);
record(
  'articles.fribidi.json',
  readdirSync(content)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => ({
      title: name,
      direction: name.startsWith('en') ? 'ltr' : 'rtl',
      lines: readFileSync(new URL(name, content), 'utf8')
        .split('\n')
        .filter((line) => line.trim()),
    })),
);
