// What `y` and `Y` take away: logical text, as the article has it, or a citation of it.

import type { Quote } from '../../analysis/analysis.ts';
import { entryAt } from '../../article/feed/entries.ts';
import { isAddress } from '../../article/links/address.ts';
import type { Article, Language } from '../../article/model/article.ts';
import { isInterfaceLanguage } from '../../reader/state/preferences.ts';
import { selectedSpan } from '../../reader/state/selection.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Step } from '../../reader/state/step.ts';
import { words } from '../../reader/words/words.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { fold } from '../../text/folding.ts';
import type { Span } from '../../text/span.ts';
import { officeOf } from '../lists/quotes.ts';
import { cursorOf } from '../lists/reduce.ts';

/** Quotation marks of a language, as its press sets them (CLDR; guillemets where the press has both). */
const marks: Readonly<Record<'ar' | 'fa' | 'he' | 'ur' | 'en', readonly [string, string]>> = {
  ar: ['«', '»'],
  fa: ['«', '»'],
  he: ['”', '”'],
  ur: ['”', '“'],
  en: ['“', '”'],
};

/** The words that a command means: what is selected, else the chosen quote where one is at it, else the paragraph. */
export function meant(state: ReaderState): {
  readonly span: Span | undefined;
  readonly quote: Quote | undefined;
} {
  const { article, analysis, chosen, place, selection } = state;
  if (selection) return { span: selectedSpan(selection), quote: undefined };
  const quote = chosen?.kind === 'quote' ? analysis?.quotes[chosen.quote] : undefined;
  const block = article.blocks[place.block];
  const isAtQuote =
    quote &&
    (state.focus === 'sidebar' ||
      (block && quote.span.start >= block.span.start && quote.span.start < block.span.end));
  return isAtQuote ? { span: quote.span, quote } : { span: block?.span, quote: undefined };
}

/** The chosen quote or the paragraph for the clipboard; in the list of links, where the chosen one leads. */
export function copy(state: ReaderState): Step {
  const { article, focus, sidebar } = state;
  if (focus === 'sidebar' && sidebar.tab === 'links')
    return copied(state, article.links?.[cursorOf(state)]?.href ?? '');
  const { span } = meant(state);
  return copied(state, span ? article.text.slice(span.start, span.end) : '');
}

/** The same with who said it, and where: «words» — speaker, office; title, site, date, address. */
export function cite(state: ReaderState): Step {
  const { article } = state;
  const { span, quote } = meant(state);
  const text = span ? article.text.slice(span.start, span.end).trim() : '';
  if (text === '') return copied(state, '');
  const language = inLanguage(article.language);
  const [open, close] = marks[language];
  // An indirect quote tells what was said, not the words.
  const said = quote?.kind === 'indirect' ? text : `${open}${text}${close}`;
  const { comma, semicolon } = language === 'en' || language === 'he' ? latin : arabic;
  const who = quote ? [quote.speaker, wholeOffice(state, quote)] : [article.author];
  const where = [
    article.title && `${open}${article.title}${close}`,
    article.site,
    dateOf(state),
    addressOf(article),
  ];
  const join = (parts: readonly (string | null | undefined)[]): string =>
    parts.filter(Boolean).join(`${comma} `);
  return copied(state, `${said} — ${[join(who), join(where)].filter(Boolean).join(`${semicolon} `)}`);
}

/** The office of whoever is cited: the fullest that the article gives them where the quote has only a part of it (الوزير العراقي). */
function wholeOffice({ article, analysis }: ReaderState, quote: Quote): string | undefined {
  const told = officeOf(article, analysis, quote);
  if (told === undefined) return undefined;
  const wordsOf = (office: string): string[] =>
    office.split(/\s+/u).map((word) => fold(word, 1).text.replace(/^(?:ال|ה)(?=...)/u, ''));
  const { roles = [] } = analysis?.entities.find(({ name }) => name === quote.speaker) ?? {};
  const part = wordsOf(told);
  const entry = entryAt(article, quote.span.start);
  const whole = roles.find(({ text, start }) => {
    const words = wordsOf(text);
    // An entry of a feed is an article of its own.
    return (
      entryAt(article, start) === entry &&
      words.length > part.length &&
      part.every((word) => words.includes(word))
    );
  });
  return whole?.text ?? told;
}

const latin = { comma: ',', semicolon: ';' };
const arabic = { comma: '،', semicolon: '؛' };

function inLanguage(language: Language): keyof typeof marks {
  return Object.hasOwn(marks, language) ? (language as keyof typeof marks) : 'en';
}

/**
 * The day of the article in words, those of its own language where the interface has it; in brackets where only its text lets one
 * know it, as citations mark what they supply (ISO 690).
 */
function dateOf({ article, analysis, preferences }: ReaderState): string | undefined {
  const date = article.date ?? analysis?.date;
  if (date === undefined) return undefined;
  const language = isInterfaceLanguage(article.language) ? article.language : preferences.interface;
  const told = words({ ...preferences, interface: language }).date(date);
  return article.date === undefined ? `[${told}]` : told;
}

/** Where the article can be found again: its address; nothing for a file of one's own or what came through a pipe. */
function addressOf({ source }: Article): string | undefined {
  return !isKeptOnly(source) && isAddress(source) ? source : undefined;
}

function copied(state: ReaderState, text: string): Step {
  if (text === '') return { state: { ...state, notice: { key: 'nothingToCopy' } } };
  return {
    state: { ...state, selection: null, notice: { key: 'copied', characters: [...text].length } },
    effect: { type: 'copy', text },
  };
}
