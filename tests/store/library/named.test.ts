// Who is one person, from the words of articles on: 236 short articles written for this with everybody in them marked before anything was
// run, `[who name]`; brothers, father and son, one office in two countries, spelling, other scripts. Counted are pairs of names.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import { keyOf } from '../../../src/store/library/people/tally.ts';
import { prepare } from '../../../src/store/library/prepared.ts';
import { opened, temporary } from './shelf.ts';

const folder = path.join(import.meta.dirname, 'named');

/** A name as an article has it, whose it is, and who the library takes it for; null if it does not know the name. */
interface Mark {
  readonly who: string;
  readonly name: string;
  readonly start: number;
}

/** An article and the names marked in it. */
function read(line: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const [, before, who, name] of line.matchAll(/([^[]*)(?:\[(\w+) ([^\]]+)\])?/gu)) {
    text += before;
    if (name === undefined) continue;
    marks.push({ who: who!, name, start: text.length });
    text += name;
  }
  return { text, marks };
}

test('of pairs of names few are wrongly joined or parted', async () => {
  const lines = readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'));
  const library = await opened(temporary());
  const found: { who: string; name: string; called: string | null }[] = [];
  for (const [at, line] of lines.entries()) {
    const { text, marks } = read(line);
    const article = plainArticle(text, { source: `/${at}`, notices: [] });
    const analysis = analyze(article);
    await library.keepAll([prepare(article, `/${at}`, analysis)]);
    for (const { who, name, start } of marks) {
      const entity = analysis.entities.find(
        ({ type, mentions }) =>
          type === 'person' && mentions.some((span) => span.start < start + name.length && span.end > start),
      );
      found.push({ who, name, called: entity?.name ?? null });
    }
  }
  const bearer = new Map<string, number>();
  (await library.people('', 9999)).forEach(({ name, aliases }, at) => {
    for (const one of [name, ...aliases]) bearer.set(keyOf(one), at);
  });
  const person = (called: string | null) => (called === null ? undefined : bearer.get(keyOf(called)));
  const names = [...new Map(found.map((one) => [`${one.who} ${keyOf(one.name)}`, one])).values()];
  const [joined, parted]: [string[], string[]] = [[], []];
  for (const [at, one] of names.entries())
    for (const two of names.slice(at + 1)) {
      if (keyOf(one.name) === keyOf(two.name)) continue;
      const [first, second] = [person(one.called), person(two.called)];
      const isOne = first !== undefined && first === second;
      const pair = `${one.name} (${one.called}) / ${two.name} (${two.called})`;
      if (isOne && one.who !== two.who) joined.push(pair);
      if (!isOne && one.who === two.who) parted.push(pair);
    }
  // At first sight 30 of 100 joined pairs were wrong and 113 of 183 parted; what holds today may only become less. Most of it is
  // names that the analysis cuts short or does not see.
  expect(names.length).toBeGreaterThan(270);
  expect(joined.length, joined.join('\n')).toBeLessThanOrEqual(15);
  expect(parted.length, parted.join('\n')).toBeLessThanOrEqual(86);
}, 60_000);
