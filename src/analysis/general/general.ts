// The analysis of every language but Arabic: one engine, to which each language gives its words and habits as a grammar.
import type { Article, Block } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis, Entity, Quote, Role } from '../analysis.ts';
import type { AnalysisOptions, LanguageAnalysis } from '../common/language.ts';
import { type Quotation, quotations } from '../common/marks.ts';
import { entitiesOf, type Mention } from '../common/mentions.ts';
import { partsOf } from '../common/parts.ts';
import { bodiesIn } from './bodies.ts';
import { cuesIn, cueTableOf } from './cues.ts';
import { type DateTable, datesIn, dateTableOf, resolved } from './dates.ts';
import type { Grammar } from './grammar.ts';
import { lexiconOf, type Phrases } from './lexicon.ts';
import { officesIn } from './offices.ts';
import type { Named, Passage } from './passage.ts';
import { peopleIn } from './people.ts';
import { longestQuotation, piecesOf } from './pieces.ts';
import { QuoteReader } from './reader.ts';
import { addShortNames } from './short-names.ts';
import { Speakers } from './speakers.ts';
import { type Spelling, sentencesOf, tokensOf } from './tokens.ts';

/** Blocks between two reports of progress. */
const stride = 16;

/** Finds the names of a passage before short forms are known: a language may bring its own way. */
export type NameFinder = (passage: Passage, text: string, grammar: Grammar, lexicon: Phrases) => Named[];

interface Tables {
  readonly lexicon: Phrases;
  readonly cues: Phrases;
  readonly dates: DateTable;
}

/** The analysis of a language by its grammar. Its words are made ready at the first article. */
export function analysisOf(grammar: Grammar, namesIn: NameFinder = namesByWords): LanguageAnalysis {
  let tables: Tables | undefined;
  return function* analysis(article: Article, options: AnalysisOptions): Generator<number, Analysis, void> {
    tables ??= { lexicon: lexiconOf(grammar), cues: cueTableOf(grammar), dates: dateTableOf(grammar) };
    const { text } = article;
    const { blocks, parts } = partsOf(article);
    const share = { blocks: blocks.length, done: 0 };
    const spellings = new Map<string, Spelling>();
    const read: ReadPart[] = [];
    const mentions: Mention[] = [];
    for (const part of parts) {
      const own = blocks.slice(part.from, part.to);
      const known = yield* passagesIn(article, own, { grammar, tables, spellings, namesIn, share });
      addShortNames(known.passages, grammar);
      const found = mentionsOf(known.passages, text, grammar, options.date ?? part.date);
      mentions.push(...found.mentions);
      read.push({ ...known, date: found.told ? found.anchor : undefined });
    }
    yield 0.65;
    const passages = read.flatMap((part) => part.passages);
    mentions.sort((a, b) => a.start - b.start);
    const entities = withRoles(text, entitiesOf(text, mentions), passages);
    const fullest = fullestNames(entities, passages);
    const quotes: Quote[] = [];
    let count = 0;
    for (const part of read) {
      const speakers = new Speakers(text, grammar, tables.lexicon, fullest, part.passages);
      const reader = new QuoteReader(grammar, speakers);
      for (const [index, passage] of part.passages.entries()) {
        reader.read(passage, part.goesOn[index]!);
        if (count++ % stride === 0) yield 0.7 + (0.3 * count) / passages.length;
      }
      quotes.push(...reader.finish());
    }
    const date = read.length === 1 ? read[0]!.date : undefined;
    return date ? { quotes, entities, date } : { quotes, entities };
  };
}

/** The passages of a part, and for each whether a quotation of the one before goes on in it. */
interface ReadPart {
  readonly passages: Passage[];
  readonly goesOn: boolean[];
  /** Its own day, where its words tell it. */
  readonly date?: string | undefined;
}

/** What passages are made by, and how much of all is done. */
interface Making {
  readonly grammar: Grammar;
  readonly tables: Tables;
  readonly spellings: Map<string, Spelling>;
  readonly namesIn: NameFinder;
  readonly share: { readonly blocks: number; done: number };
}

function* passagesIn(
  article: Article,
  blocks: readonly Block[],
  { grammar, tables, spellings, namesIn, share }: Making,
): Generator<number, ReadPart, void> {
  const { text } = article;
  const marks = quotations(
    text,
    blocks.map(({ span }) => span),
  );
  const passages: Passage[] = [];
  const goesOn: boolean[] = [];
  for (const [index, block] of blocks.entries()) {
    const outer = marks[index]!.filter(
      ({ depth, inner }) =>
        depth === 0 && inner.end > inner.start && inner.end - inner.start < longestQuotation,
    );
    const continued = index > 0 && marks[index - 1]!.some((one) => one.continues);
    for (const [nth, span] of piecesOf(text, block.span, outer).entries()) {
      const own = outer.filter((one) => one.outer.start >= span.start && one.outer.end <= span.end);
      const passage = passageOf(article, { ...block, span }, own, grammar, tables, spellings);
      passage.names = namesIn(passage, text, grammar, tables.lexicon);
      passages.push(passage);
      goesOn.push(continued && nth === 0);
    }
    if (share.done++ % stride === 0) yield (0.6 * share.done) / share.blocks;
  }
  return { passages, goesOn };
}

/** The key of a person or body → its fullest name. */
function fullestNames(entities: readonly Entity[], passages: readonly Passage[]): Map<string, string> {
  const fullest = new Map<string, string>();
  const nameAt = new Map(
    entities.flatMap(({ name, mentions }) => mentions.map(({ start }) => [start, name] as const)),
  );
  for (const { names } of passages)
    for (const name of names)
      if (name.type !== 'place') fullest.set(name.key, nameAt.get(name.start) ?? name.key);
  return fullest;
}

/** The entities with the offices that stand beside people: the fullest wording of each, in the order of the text. */
function withRoles(text: string, entities: readonly Entity[], passages: readonly Passage[]): Entity[] {
  const offices = new Map<number, Span>();
  for (const { names } of passages)
    for (const { start, office } of names) if (office) offices.set(start, office);
  return entities.map((entity) => {
    const roles = entity.mentions.flatMap((mention): Role[] => {
      const office = offices.get(mention.start);
      return office ? [{ ...office, text: text.slice(office.start, office.end) }] : [];
    });
    const fullest = roles.filter(
      (role, index) =>
        !roles.some(
          (other, at) =>
            at !== index && other.text.includes(role.text) && (other.text !== role.text || at < index),
        ),
    );
    return fullest.length > 0 ? { ...entity, roles: fullest } : entity;
  });
}

function passageOf(
  { text }: Article,
  block: Article['blocks'][number],
  outer: readonly Quotation[],
  grammar: Grammar,
  tables: Tables,
  spellings: Map<string, Spelling>,
): Passage {
  const tokens = tokensOf(text, block.span, outer, grammar, tables.lexicon, spellings);
  const cues = cuesIn(tokens, grammar, tables.cues);
  const starts = new Set(cues.filter(({ kind }) => kind === 'says').map(({ from }) => from));
  const speaksSoon = (from: number): boolean => {
    for (let at = from; at < tokens.length && at < from + 10 && tokens[at]!.quote < 0; at++) {
      if (starts.has(at)) return true;
      if (/^[.!?؟۔:]$/u.test(tokens[at]!.key)) return false;
    }
    return false;
  };
  return {
    span: block.span,
    headline: block.kind === 'title' || block.kind === 'heading',
    tokens,
    outer,
    cues,
    dates: datesIn(tokens, grammar, tables.dates),
    sentences: sentencesOf(tokens, text, speaksSoon),
    names: [],
  };
}

/** Names by lists and by what stands beside them, in a language without capitals. */
function namesByWords(passage: Passage, _text: string, grammar: Grammar, lexicon: Phrases): Named[] {
  const bodies = bodiesIn(passage, grammar, lexicon);
  const people = peopleIn(passage, bodies, officesIn(passage, bodies, grammar), grammar);
  const apart = bodies.filter(
    (body) => !people.some((person) => person.from < body.to && body.from < person.to),
  );
  return [...apart, ...people].sort((a, b) => a.from - b.from);
}

function mentionsOf(
  passages: readonly Passage[],
  text: string,
  { definite }: Grammar,
  declared: string | undefined,
) {
  const mentions: Mention[] = passages.flatMap(({ names }) =>
    names.map(({ type, start, end, key }) => {
      const isDefinite = definite !== undefined && type !== 'person' && key.startsWith(definite);
      return { type, start, end, keys: isDefinite ? [key, key.slice(definite.length)] : [key] };
    }),
  );
  const dates = passages.flatMap((passage) => passage.dates);
  const { iso, anchor } = resolved(dates, declared);
  dates.forEach(({ expression: { start, end } }, index) => {
    const day = iso[index];
    mentions.push({
      type: 'date',
      start,
      end,
      keys: [day ?? text.slice(start, end)],
      ...(day ? { iso: day } : {}),
    });
  });
  const told = anchor?.reason === 'weekdays';
  return { mentions, anchor: anchor?.date, told };
}
