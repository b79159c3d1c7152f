import type { Article, Block } from '../../article/model/article.ts';
import type { Analysis, Entity, Quote, Role } from '../analysis.ts';
import { anchorOf, type DateExpression, isoOf } from '../common/dates.ts';
import type { AnalysisOptions } from '../common/language.ts';
import { quotations } from '../common/marks.ts';
import { entitiesOf, type Mention } from '../common/mentions.ts';
import { type Part, partsOf } from '../common/parts.ts';
import { remembered, type Word, wordsOf } from '../common/words.ts';
import { datesIn } from './dates/dates.ts';
import { mentionsIn } from './names/names.ts';
import { NamedBlocks } from './speech/named-blocks.ts';
import { fullestRoles } from './speech/offices.ts';
import { QuoteReader } from './speech/quotes.ts';
import { passageOf } from './speech/sentence.ts';
import { type Form, formOf } from './words/forms.ts';
import { letterNames } from './words/lexicon.ts';

/** Blocks between two reports of progress. */
const stride = 16;

/** Analyses Arabic text: words, dates, names, quotes, in this order; names and quotes part by part. */
export function* arabicAnalysis(
  article: Article,
  options: AnalysisOptions,
): Generator<number, Analysis, void> {
  const { text } = article;
  const { blocks, parts } = partsOf(article);
  const form = remembered<Form>(formOf);
  const words: Word<Form>[][] = [];
  const dates: DateExpression[][] = [];
  for (const [index, block] of blocks.entries()) {
    words.push(lettersApart(wordsOf(text, block.span, form)));
    dates.push(datesIn(words[index]!));
    if (index % stride === 0) yield (0.4 * index) / blocks.length;
  }
  const mentions: Mention[] = [];
  let told: string | undefined;
  for (const part of parts) {
    const { from, to, date } = part;
    const all = dates.slice(from, to).flat();
    const anchor = anchorOf(all, options.date ?? date);
    const names = mentionsIn(text, words.slice(from, to), dates.slice(from, to));
    let step = names.next();
    for (; !step.done; step = names.next())
      yield 0.4 + (0.3 * (from + step.value * (to - from))) / blocks.length;
    mentions.push(...step.value, ...all.map((one) => dateMention(text, one, anchor)));
    // A day that the text calls today or yesterday tells the article's own.
    if (anchor && all.some((one) => one.offset !== undefined && one.day !== undefined)) told = anchor.date;
  }
  yield 0.7;
  mentions.sort((a, b) => a.start - b.start);
  const entities = entitiesOf(text, mentions);
  const speech = speechIn(text, blocks, words, parts, new NamedBlocks(words, entities));
  let step = speech.next();
  for (; !step.done; step = speech.next()) yield 0.8 + 0.2 * step.value;
  const { quotes, roles } = step.value;
  const whoIsWho = entities.map((entity) => {
    const own = roles.get(entity);
    return own ? { ...entity, roles: own } : entity;
  });
  return { quotes, entities: whoIsWho, ...(told && parts.length === 1 ? { date: told } : {}) };
}

/** A date as a mention: those of one day are one entity. */
function dateMention(text: string, date: DateExpression, anchor: ReturnType<typeof anchorOf>): Mention {
  const { start, end } = date;
  const iso = isoOf(date, anchor);
  return { type: 'date', start, end, keys: [iso ?? text.slice(start, end)], ...(iso ? { iso } : {}) };
}

/** Who said what, and the offices of people, part by part; yields the share that is done. */
function* speechIn(
  text: string,
  blocks: readonly Block[],
  words: readonly Word<Form>[][],
  parts: readonly Part[],
  named: NamedBlocks,
): Generator<
  number,
  { readonly quotes: Quote[]; readonly roles: ReadonlyMap<Entity, readonly Role[]> },
  void
> {
  const quotes: Quote[] = [];
  const roles = new Map<Entity, readonly Role[]>();
  for (const { from, to } of parts) {
    const own = blocks.slice(from, to);
    const marks = quotations(
      text,
      own.map(({ span }) => span),
    );
    const reader = new QuoteReader(text);
    // Passages are laid out twice: those of a book, kept, would take more memory than the book.
    const passage = (at: number) => passageOf(from + at, words[from + at]!, marks[at]!);
    const people = new Set<Entity>();
    for (const at of own.keys()) {
      const names = named.of(from + at);
      reader.learn(passage(at), names);
      for (const { entity } of names.values()) if (entity.type === 'person') people.add(entity);
    }
    for (const [at, { kind }] of own.entries()) {
      reader.read(passage(at), named.of(from + at), kind === 'title' || kind === 'heading');
      if (at % stride === 0) yield (from + at) / blocks.length;
    }
    quotes.push(...reader.finish());
    for (const person of people) {
      const known = roles.get(person) ?? [];
      const all = fullestRoles([...known, ...reader.rolesOf(person.name)]);
      if (all.length > 0) roles.set(person, all);
    }
  }
  return { quotes, roles };
}

/** The إن of سي إن آر إس names a letter and opens no clause. */
function lettersApart(words: Word<Form>[]): Word<Form>[] {
  for (let at = 1; at + 1 < words.length; at++) {
    const word = words[at]!;
    if (word.form.particle !== 0 || word.form.key !== 'ان') continue;
    if (!letterNames.has(words[at - 1]!.form.key) || !letterNames.has(words[at + 1]!.form.key)) continue;
    words[at] = { ...word, form: { ...word.form, particle: -1, asked: 0, answers: 0 } };
  }
  return words;
}
