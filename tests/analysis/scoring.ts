import type { Analysis, Quote } from '../../src/analysis/analysis.ts';
import type { Span } from '../../src/text/span.ts';

/** What a careful reader found in an article, as its annotation file says it. */
export interface Annotation {
  readonly quotes: readonly (Span & {
    readonly kind: 'direct' | 'indirect' | 'scare';
    readonly optional?: boolean;
    readonly speaker: string | null;
    readonly speakerAlt?: readonly string[];
  })[];
  readonly entities: readonly {
    readonly type: 'PER' | 'ORG' | 'LOC' | 'DATE';
    readonly optional?: boolean;
    readonly mentions: readonly [number, number][];
    readonly alts?: readonly {
      readonly mention: [number, number];
      readonly alt: readonly [number, number][];
    }[];
  }[];
}

/** Right ones, listed ones, annotated ones. */
export interface Count {
  right: number;
  listed: number;
  annotated: number;
}

/** All counts of some articles together. */
export interface Score {
  readonly direct: Count;
  readonly indirect: Count;
  readonly person: Count;
  readonly organization: Count;
  readonly place: Count;
  readonly date: Count;
  /** Quotes with the right speaker, of the quotes found. */
  readonly speakers: { right: number; of: number };
  /** Titles, names and terms listed as quotes. */
  titles: number;
}

const types = { PER: 'person', ORG: 'organization', LOC: 'place', DATE: 'date' } as const;

export function emptyScore(): Score {
  const count = (): Count => ({ right: 0, listed: 0, annotated: 0 });
  return {
    direct: count(),
    indirect: count(),
    person: count(),
    organization: count(),
    place: count(),
    date: count(),
    speakers: { right: 0, of: 0 },
    titles: 0,
  };
}

const edge = /[\s«»“”"'.,،؛;:!?؟…()[\]]/u;

/** Marks and punctuation at the edges of a quote do not count. */
function bare(text: string, { start, end }: Span): Span {
  while (start < end && edge.test(text[start]!)) start++;
  while (end > start && edge.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Shared length by joined length. */
function overlap(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const joined = a.end - a.start + (b.end - b.start) - shared;
  return joined > 0 ? shared / joined : 0;
}

const folded = (name: string) =>
  name
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');

/** One name's words are among the other's. */
function sameName(a: string, b: string | null): boolean {
  if (b === null) return false;
  const [one, two] = [folded(a), folded(b)];
  return one.every((word) => two.includes(word)) || two.every((word) => one.includes(word));
}

/** Adds the score of one article: quotes at an overlap of 0.8, speakers by words, names by exact span, dates by touch. */
export function addScore(score: Score, text: string, annotation: Annotation, analysis: Analysis): void {
  for (const kind of ['direct', 'indirect'] as const)
    addQuotes(score, kind, text, annotation, analysis.quotes);
  for (const title of annotation.quotes)
    if (
      title.kind === 'scare' &&
      analysis.quotes.some(({ span }) => overlap(bare(text, span), bare(text, title)) >= 0.8)
    )
      score.titles++;
  addNames(score, annotation, analysis);
}

function addQuotes(
  score: Score,
  kind: 'direct' | 'indirect',
  text: string,
  annotation: Annotation,
  quotes: readonly Quote[],
): void {
  const wanted = annotation.quotes.filter((quote) => quote.kind === kind);
  const left = new Set(quotes.filter((quote) => quote.kind === kind));
  const found = new Map<Quote, (typeof wanted)[number]>();
  for (const one of wanted)
    for (const quote of left)
      if (overlap(bare(text, one), bare(text, quote.span)) >= 0.8) {
        found.set(quote, one);
        left.delete(quote);
        break;
      }
  score[kind].annotated += wanted.filter((one) => !one.optional).length;
  for (const [quote, one] of found) {
    if (one.optional) continue;
    score[kind].right++;
    score[kind].listed++;
    if (one.speaker === null) continue;
    score.speakers.of++;
    if ([one.speaker, ...(one.speakerAlt ?? [])].some((name) => sameName(name, quote.speaker)))
      score.speakers.right++;
  }
  for (const quote of left)
    if (
      !annotation.quotes.some(
        (one) => one.optional && overlap(bare(text, one), bare(text, quote.span)) >= 0.5,
      )
    )
      score[kind].listed++;
}

function addNames(score: Score, annotation: Annotation, analysis: Analysis): void {
  const wanted = new Map<string, string>();
  const stands = new Map<string, string>();
  const free: (readonly [number, number])[] = [];
  for (const entity of annotation.entities)
    for (const mention of entity.mentions)
      if (entity.optional) free.push(mention);
      else {
        wanted.set(mention.join(), types[entity.type]);
        score[types[entity.type]].annotated++;
      }
  for (const entity of annotation.entities)
    for (const { mention, alt } of entity.alts ?? [])
      for (const one of alt) stands.set(one.join(), mention.join());
  const days = [...wanted]
    .filter(([, type]) => type === 'date')
    .map(([key]) => key.split(',').map(Number) as [number, number]);
  for (const { type, mentions } of analysis.entities)
    for (const { start, end } of mentions) {
      const key = stands.get(`${start},${end}`) ?? `${start},${end}`;
      const touched = days.findIndex(([from, to]) => start < to && from < end);
      const right = type === 'date' ? touched >= 0 : wanted.get(key) === type;
      if (!right && !wanted.has(key) && free.some(([from, to]) => start < to && from < end)) continue;
      if (type === 'date' && right) days.splice(touched, 1);
      score[type].listed++;
      if (right) score[type].right++;
    }
}

/** The harmonic mean of precision and recall, in per cent. */
export function f1({ right, listed, annotated }: Count): number {
  return listed + annotated === 0 ? 100 : (200 * right) / (listed + annotated);
}
