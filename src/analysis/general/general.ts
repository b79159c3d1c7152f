import type { Article } from '../../article/model/article.ts';
import type { Span } from '../../text/span.ts';
import type { Analysis, Quote } from '../analysis.ts';
import type { AnalysisOptions } from '../common/language.ts';
import { type Quotation, quotations } from '../common/marks.ts';
import { speech } from './speech.ts';
import { type Voice, voicesOf } from './voices.ts';

const fallback = /(?!)/giu;

/**
 * Quotations with a clear cue: a verb of saying or a colon in the same sentence, right before or right behind the
 * marks. A speaker is given only where the words beside the verb leave no doubt; nobody is guessed.
 */
export function* generalAnalysis(
  article: Article,
  _options: AnalysisOptions,
): Generator<number, Analysis, void> {
  const { text, language } = article;
  const blocks = article.blocks.filter((block) => block.kind !== 'code');
  const spans = blocks.map((block) => block.span);
  const marks = quotations(text, spans);
  const rules = speech[language];
  const cue = rules?.verbs ?? fallback;
  const names: string[] = [];
  const quotes: Quote[] = [];
  let open: Quote | undefined;
  for (const [index, span] of spans.entries()) {
    const list = marks[index]!;
    const outer = list.filter((one) => one.depth === 0 && one.inner.end > one.inner.start);
    const voices = rules
      ? voicesOf(
          text,
          span,
          list.filter((one) => one.depth === 0).map((one) => one.outer),
          rules,
        )
      : new Map<number, Voice>();
    for (const voice of voices.values()) names.push(voice.name);
    const goesOn = index > 0 && marks[index - 1]!.some((one) => one.continues);
    outer.forEach((quotation, at) => {
      if (goesOn && at === 0 && open) {
        quotes.push({ ...open, span: quotation.inner, reason: 'carried' });
        return;
      }
      const clear = clearQuote(text, span, quotation, outer[at - 1], outer[at + 1], cue);
      if (!clear) {
        const rest = resumed(text, span, quotation, outer[at - 1], outer[at + 1], quotes.at(-1));
        if (rest) quotes.push(rest);
        return;
      }
      const quote = spoken(clear, voices);
      quotes.push(quote);
      open = quote;
    });
    if (index % 64 === 0) yield index / spans.length;
  }
  return { quotes: inFull(quotes, names), entities: [] };
}

/** Gives a speaker of one word the fuller name that ends with it, where the article has just one such. */
function inFull(quotes: readonly Quote[], names: readonly string[]): Quote[] {
  const full = new Map<string, string | null>();
  for (const speaker of [...names, ...quotes.map((quote) => quote.speaker)]) {
    const last = speaker?.split(/\s+/u).at(-1);
    if (!speaker || !last || last === speaker) continue;
    const known = full.get(last);
    full.set(last, known === undefined || known === speaker ? speaker : null);
  }
  return quotes.map((quote) => ({ ...quote, speaker: full.get(quote.speaker ?? '') ?? quote.speaker }));
}

/** “…,” said Anna Berg. “…”: a sentence of nothing but marks behind the verb of the marks before it is the same voice's. */
function resumed(
  text: string,
  block: Span,
  quotation: Quotation,
  previous: Quotation | undefined,
  next: Quotation | undefined,
  last: Quote | undefined,
): Quote | undefined {
  if (!previous || !last?.cue || last.span !== previous.inner || last.cue.start < previous.outer.end)
    return undefined;
  const between = text.slice(previous.outer.end, quotation.outer.start);
  if (between.length > 160 || !/[.!?؟۔]\s+$/u.test(between)) return undefined;
  if (text.slice(quotation.inner.start, quotation.inner.end).trim().split(/\s+/u).length < 3)
    return undefined;
  const after = text.slice(quotation.outer.end, Math.min(block.end, next?.outer.start ?? block.end)).trim();
  const ended = /[.!?؟۔…]$/u.test(text.slice(quotation.inner.start, quotation.inner.end).trim());
  if (after !== '' && !ended && !/^[.!?؟۔]/u.test(after)) return undefined;
  return { ...last, span: quotation.inner, speakerMention: null, cue: null, reason: 'carried' };
}

/** The quote with the voice of its verb, where its own words gave none. */
function spoken(quote: Quote, voices: ReadonlyMap<number, Voice>): Quote {
  const voice = quote.speaker === null && quote.cue ? voices.get(quote.cue.start) : undefined;
  if (!voice) return quote;
  return { ...quote, speaker: voice.name, speakerMention: voice.mention ?? null, reason: voice.reason };
}

const sentenceEnd = /[.!?؟۔](?=\s|$)/gu;

function clearQuote(
  text: string,
  block: Span,
  quotation: Quotation,
  previous: Quotation | undefined,
  next: Quotation | undefined,
  cue: RegExp,
): Quote | undefined {
  const inside = text.slice(quotation.inner.start, quotation.inner.end);
  const before = {
    start: Math.max(block.start, previous?.outer.end ?? 0, quotation.outer.start - 120),
    end: quotation.outer.start,
  };
  const after = {
    start: quotation.outer.end,
    end: Math.min(block.end, next?.outer.start ?? block.end, quotation.outer.end + 80),
  };
  const lead = text.slice(before.start, before.end);
  const tail = text.slice(after.start, after.end);
  let cut = 0;
  for (const stop of lead.matchAll(sentenceEnd)) cut = stop.index + 1;
  const sentence = lead.slice(cut);
  const words = inside.trim().split(/\s+/u).length;
  let found: Span | undefined;
  for (const match of sentence.matchAll(cue))
    found = {
      start: before.start + cut + match.index,
      end: before.start + cut + match.index + match[0].length,
    };
  if (found && sentence.length - (found.end - before.start - cut) > 60) found = undefined;
  // A comma of Arabic letters before two words in marks leads to a title as often as to speech.
  if (found && words < 3 && !/[:,]\s*$/u.test(sentence)) found = undefined;
  if (!found) {
    const stop = tail.search(/[.!?؟۔](?:\s|$)/u);
    const clause = stop >= 0 ? tail.slice(0, stop) : tail;
    const match = [...clause.matchAll(cue)][0];
    if (match && match.index < 40 && /^\s*[,،]?\s*\S/u.test(clause) && words > 2)
      found = { start: after.start + match.index, end: after.start + match.index + match[0].length };
  }
  const colon = /([^\s:«»“”"]+(?:\s+[^\s:«»“”"]+){0,4})\s*:\s*$/u.exec(sentence);
  if (!found && !colon) return undefined;
  const name = found ? latinName(text, found, quotation) : undefined;
  return {
    kind: 'direct',
    span: quotation.inner,
    speaker: name ? text.slice(name.start, name.end) : null,
    speakerMention: name ?? null,
    cue: found ?? null,
    reason: name ? 'subject' : colon && !found ? 'colon' : 'none',
  };
}

const capitals = /\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|van|von|bin|al|el)\s+)?\p{Lu}[\p{L}'’-]+)*/u;

/** A name of capital letters that touches the cue (said Anna Berg; Anna Berg said). */
function latinName(text: string, cue: Span, quotation: Quotation): Span | undefined {
  const end = cue.end < quotation.outer.start ? quotation.outer.start : cue.end + 60;
  const behind = new RegExp(`^\\s+(?:the\\s+)?${capitals.source}`, 'u').exec(text.slice(cue.end, end));
  if (behind) {
    const name = capitals.exec(behind[0])!;
    return { start: cue.end + name.index, end: cue.end + name.index + name[0].length };
  }
  const from = Math.max(0, cue.start - 60);
  const front = new RegExp(`${capitals.source}(?=\\s+$)`, 'u').exec(text.slice(from, cue.start));
  if (!front) return undefined;
  const name = front[0].replace(
    /^(?:The|And|But|Yet|So|As|In|On|At|He|She|They|We|It|I|Then|Later)\b\s*/u,
    '',
  );
  if (!name) return undefined;
  const start = from + front.index + (front[0].length - name.length);
  return { start, end: start + name.length };
}
