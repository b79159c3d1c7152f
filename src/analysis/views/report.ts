import type { Article } from '../../article/model/article.ts';
import type { Analysis, Entity, Quote } from '../analysis.ts';
import { quotesBySpeaker } from './entity-page.ts';
import { timeline } from './timeline.ts';

/** How a report is written. */
export interface ReportOptions {
  /** `text` for a terminal or a file, `markdown` with headings, lists and quotations of Markdown. */
  readonly format: 'text' | 'markdown';
  /** The language of headings; the findings stay in the article's. */
  readonly interface: 'ar' | 'fa' | 'he' | 'ur' | 'en';
}

/** The words of a report. */
interface Wording {
  readonly said: string;
  readonly who: string;
  readonly when: string;
  readonly nobody: string;
  readonly denied: string;
  readonly via: (name: string) => string;
  readonly nothing: string;
  readonly types: Readonly<Record<Exclude<Entity['type'], 'date'>, string>>;
}

const wordings: Readonly<Record<ReportOptions['interface'], Wording>> = {
  ar: {
    said: 'من قال ماذا',
    who: 'من وأين',
    when: 'متى',
    nobody: 'قائل غير معروف',
    denied: 'نفى',
    via: (name) => `نقلا عن ${name}`,
    nothing: 'لم يُعثر على شيء.',
    types: { person: 'أشخاص', organization: 'هيئات', place: 'أماكن' },
  },
  fa: {
    said: 'چه کسی چه گفت',
    who: 'که و کجا',
    when: 'کی',
    nobody: 'گویندهٔ ناشناس',
    denied: 'تکذیب',
    via: (name) => `به نقل از ${name}`,
    nothing: 'چیزی یافت نشد.',
    types: { person: 'اشخاص', organization: 'نهادها', place: 'جاها' },
  },
  he: {
    said: 'מי אמר מה',
    who: 'מי והיכן',
    when: 'מתי',
    nobody: 'דובר לא ידוע',
    denied: 'מכחיש',
    via: (name) => `מפי ${name}`,
    nothing: 'לא נמצא דבר.',
    types: { person: 'אנשים', organization: 'ארגונים', place: 'מקומות' },
  },
  ur: {
    said: 'کس نے کیا کہا',
    who: 'کون اور کہاں',
    when: 'کب',
    nobody: 'بولنے والا نامعلوم',
    denied: 'تردید',
    via: (name) => `بحوالہ ${name}`,
    nothing: 'کچھ نہیں ملا۔',
    types: { person: 'افراد', organization: 'ادارے', place: 'مقامات' },
  },
  en: {
    said: 'Who said what',
    who: 'Who and where',
    when: 'When',
    nobody: 'Speaker unknown',
    denied: 'denied',
    via: (name) => `as reported by ${name}`,
    nothing: 'Nothing was found.',
    types: { person: 'People', organization: 'Organizations', place: 'Places' },
  },
};

/** Bidi controls and line ends have no place inside one line of a report; other controls are shown as U+FFFD. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
    .trim();
}

const special = /[\\`*_[\]<>#|~&]/g;

/** Writes the readable report: who said what by speaker, who and where by weight, the dated sentences in order. */
export function report(article: Article, analysis: Analysis, options: ReportOptions): string {
  const words = wordings[options.interface];
  const markdown = options.format === 'markdown';
  const inline = (text: string) => (markdown ? oneLine(text).replace(special, '\\$&') : oneLine(text));
  const lines: string[] = [];
  const heading = (text: string, level: 1 | 2 | 3) => {
    if (lines.length > 0) lines.push('');
    lines.push(markdown ? `${'#'.repeat(level)} ${text}` : text);
    if (!markdown && level < 3) lines.push((level === 1 ? '=' : '-').repeat(Math.max(3, [...text].length)));
    if (markdown) lines.push('');
  };
  const item = (text: string) => lines.push(markdown ? `- ${text}` : `  ${text}`);

  heading(inline(article.title || article.source), 1);
  // In brackets where only the text lets one know the day, as citations mark what they supply.
  const date = article.date ?? (analysis.date && `[${analysis.date}]`);
  if (date) lines.push(inline(date));
  if (analysis.quotes.length > 0) {
    heading(words.said, 2);
    for (const { speaker, quotes } of quotesBySpeaker(analysis)) {
      heading(`${inline(speaker ?? words.nobody)} (${quotes.length})`, 3);
      for (const quote of quotes) item(said(article, quote, words, inline));
    }
  }
  if (analysis.entities.some((entity) => entity.type !== 'date')) {
    heading(words.who, 2);
    for (const type of ['person', 'organization', 'place'] as const) {
      const found = analysis.entities.filter((entity) => entity.type === type).sort(byWeight);
      if (found.length === 0) continue;
      heading(words.types[type], 3);
      for (const entity of found) item(named(entity, inline));
    }
  }
  const dated = timeline(article, analysis);
  if (dated.length > 0) {
    heading(words.when, 2);
    for (const { date, sentence } of dated)
      item(`${date}  ${inline(article.text.slice(sentence.start, sentence.end))}`);
  }
  if (analysis.quotes.length === 0 && analysis.entities.length === 0) lines.push('', words.nothing);
  return `${lines.join('\n')}\n`;
}

/** More mentions first, then the earlier. */
function byWeight(a: Entity, b: Entity): number {
  return b.mentions.length - a.mentions.length || a.mentions[0]!.start - b.mentions[0]!.start;
}

function said(article: Article, quote: Quote, words: Wording, inline: (text: string) => string): string {
  const text = inline(article.text.slice(quote.span.start, quote.span.end));
  const notes = [quote.denied ? words.denied : '', quote.via ? words.via(inline(quote.via)) : ''].filter(
    Boolean,
  );
  const shown = quote.kind === 'direct' ? `«${text}»` : text;
  return notes.length > 0 ? `${shown} (${notes.join(', ')})` : shown;
}

function named(entity: Entity, inline: (text: string) => string): string {
  const roles = (entity.roles ?? []).map(({ text }) => inline(text)).join('، ');
  const aliases = entity.aliases.length > 0 ? ` – ${entity.aliases.map(inline).join(' · ')}` : '';
  return `${inline(entity.name)} (${entity.mentions.length})${roles ? `: ${roles}` : ''}${aliases}`;
}
