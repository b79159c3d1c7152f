import type { Article } from '../../article/model/article.ts';
import type { Analysis, Entity, Quote } from '../analysis.ts';
import { anchorOf, type DateExpression, isoOf } from '../common/dates.ts';
import type { AnalysisOptions } from '../common/language.ts';
import { quotations } from '../common/marks.ts';
import { entitiesOf, type Mention } from '../common/mentions.ts';
import { remembered, type Word, wordsOf } from '../common/words.ts';
import { datesIn } from './dates/dates.ts';
import { mentionsIn } from './names/names.ts';
import { NamedBlocks } from './speech/named-blocks.ts';
import { QuoteReader } from './speech/quotes.ts';
import { passageOf } from './speech/sentence.ts';
import { type Form, formOf } from './words/forms.ts';
import { letterNames } from './words/lexicon.ts';

/** Blocks between two reports of progress. */
const stride = 16;

/** Analyses Arabic text: words, dates, names, quotes, in this order. */
export function* arabicAnalysis(
  article: Article,
  options: AnalysisOptions,
): Generator<number, Analysis, void> {
  const { text } = article;
  const blocks = article.blocks.filter((block) => block.kind !== 'code');
  const form = remembered<Form>(formOf);
  const words: Word<Form>[][] = [];
  const dates: DateExpression[][] = [];
  for (const [index, block] of blocks.entries()) {
    words.push(lettersApart(wordsOf(text, block.span, form)));
    dates.push(datesIn(words[index]!));
    if (index % stride === 0) yield (0.4 * index) / blocks.length;
  }
  const all = dates.flat();
  const anchor = anchorOf(all, options.date ?? article.date);
  const entities = yield* entitiesIn(text, words, dates, anchor);
  const named = new NamedBlocks(words, entities);
  const marks = quotations(
    text,
    blocks.map((block) => block.span),
  );
  const reader = new QuoteReader(text);
  // Passages are laid out twice: those of a book, kept, would take more memory than the book.
  const passage = (index: number) => passageOf(index, words[index]!, marks[index]!);
  for (const index of blocks.keys()) reader.learn(passage(index), named.of(index));
  for (const [index, { kind }] of blocks.entries()) {
    reader.read(passage(index), named.of(index), kind === 'title' || kind === 'heading');
    if (index % stride === 0) yield 0.8 + (0.2 * index) / blocks.length;
  }
  const quotes: Quote[] = reader.finish();
  const whoIsWho = entities.map((entity) => {
    const roles = entity.type === 'person' ? reader.rolesOf(entity.name) : [];
    return roles.length > 0 ? { ...entity, roles } : entity;
  });
  // A day that the text calls today or yesterday tells the article's own.
  const told = anchor && all.some((one) => one.offset !== undefined && one.day !== undefined);
  return { quotes, entities: whoIsWho, ...(told ? { date: anchor.date } : {}) };
}

/** Everything named, dates too. What it was found with is let go before quotes are read. */
function* entitiesIn(
  text: string,
  words: readonly Word<Form>[][],
  dates: readonly DateExpression[][],
  anchor: ReturnType<typeof anchorOf>,
): Generator<number, Entity[], void> {
  const names = mentionsIn(text, words, dates);
  let step = names.next();
  for (; !step.done; step = names.next()) yield 0.4 + 0.3 * step.value;
  const mentions: Mention[] = step.value;
  yield 0.7;
  for (const date of dates.flat()) {
    const iso = isoOf(date, anchor);
    const surface = text.slice(date.start, date.end);
    mentions.push({
      type: 'date',
      start: date.start,
      end: date.end,
      keys: [iso ?? surface],
      ...(iso ? { iso } : {}),
    });
  }
  mentions.sort((a, b) => a.start - b.start);
  return entitiesOf(text, mentions);
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
