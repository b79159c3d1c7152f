import type { EntityType, SpeakerReason } from '../analysis/analysis.ts';
import { isTashkeel } from '../text/tashkeel.ts';
import type { Tab } from './command.ts';
import type { Group } from './keys.ts';
import type { Shelf } from './library.ts';
import type { Preferences, Theme } from './preferences.ts';
import type { PlainNotice } from './state.ts';

/** Everything the interface says, in one language. */
export interface Words {
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly types: Readonly<Record<EntityType, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  readonly headings: Readonly<Record<'mentions' | 'quotesBy' | 'quotesAbout' | 'appearsWith', string>>;
  readonly reasons: Readonly<Record<SpeakerReason, string>>;
  /** Names of keys for help and footer. */
  readonly keyNames: Readonly<Record<string, string>>;
  /** What stands for an unknown speaker. */
  readonly nobody: string;
  readonly search: string;
  /** Where a link leads that stays in the article. */
  readonly inThisArticle: string;
  readonly nothing: Readonly<Record<Tab, string>>;
  /** How long it takes to read, in minutes. */
  readonly readingTime: (minutes: number) => string;
  /** A whole number in the language's own digits. */
  readonly number: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly paragraph: (index: number, count: number) => string;
  readonly hits: (index: number, count: number) => string;
  /** An ISO date (2014-12-08) in words. */
  readonly date: (iso: string) => string;
  readonly copied: (characters: number) => string;
  readonly notFound: (query: string) => string;
  readonly denied: string;
  readonly via: (name: string) => string;
  readonly notices: Readonly<Record<PlainNotice, string>>;
  readonly markSet: (name: string) => string;
  readonly noSuchMark: (name: string) => string;
  readonly tashkeel: (shown: boolean) => string;
  readonly tashkeelHidden: string;
  readonly justify: (on: boolean) => string;
  readonly theme: Readonly<Record<Theme, string>>;
  readonly analysing: (share: string) => string;
  /** What is being opened, how much of it is there ('' where that is not known), and the key that gives it up. */
  readonly opening: (source: string, share: string) => string;
  readonly linkNumber: (number: string, count: string) => string;
  readonly outsideLink: (scheme: string) => string;
  readonly keptOn: (date: string) => string;
  readonly library: string;
  readonly shelves: Readonly<Record<Shelf, string>>;
  /** What stands in a shelf that has nothing. */
  readonly emptyShelf: Readonly<Record<Shelf, string>>;
  readonly inLibrary: string;
  readonly loading: string;
  readonly keptSign: string;
  readonly quotesIn: (quotes: number, mentions: number) => string;
  readonly inArticles: (articles: number) => string;
  readonly rowOf: (index: number, count: number) => string;
  readonly refreshed: (count: number) => string;
  readonly tooSmall: (columns: number, rows: number) => string;
  readonly leaveHelp: string;
}

/** Arabic-Indic digits for 0 to 9. */
const indic = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));

/**
 * Arabic counts: one and two have words, three to ten take the plural, eleven to ninety-nine the singular in the
 * accusative, and the hundreds themselves the plain singular.
 */
function counted(
  count: number,
  one: string,
  two: string,
  few: string,
  many: string,
  hundred: string,
): string {
  if (count === 1) return one;
  if (count === 2) return two;
  const rest = count % 100;
  return `${indic(String(count))} ${rest >= 3 && rest <= 10 ? few : rest >= 11 ? many : hundred}`;
}

// CLDR's names. Intl.DateTimeFormat has them too, but takes five milliseconds of the first page to make one.
const arabicMonths = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

/** A date of ISO 8601 as day, month and year, as far as it gives them; what is no such date stays as it is. */
function dateInWords(iso: string, months: readonly string[]): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  const name = month ? months[Number(month) - 1] : '';
  return [day ? String(Number(day)) : '', name ?? '', year].filter(Boolean).join(' ');
}

const arabic: Words = {
  tabs: { quotes: 'اقتباسات', entities: 'أسماء', outline: 'فهرس', timeline: 'زمن', links: 'روابط' },
  types: { person: 'أشخاص', organization: 'جهات', place: 'أماكن', date: 'تواريخ' },
  groups: {
    move: 'الحركة',
    jump: 'القفز',
    search: 'البحث',
    sidebar: 'القائمة',
    articles: 'المقالات',
    view: 'العرض',
    program: 'البرنامج',
  },
  headings: {
    mentions: 'المواضع',
    quotesBy: 'الأقوال',
    quotesAbout: 'أقوال عنه',
    appearsWith: 'أسماء مرافقة',
  },
  reasons: {
    subject: 'فاعل فعل القول',
    colon: 'اسمه قبل النقطتين',
    carried: 'المتحدث السابق، والكلام متصل',
    pronoun: 'ضمير يعود إليه',
    office: 'منصب يعود إليه',
    unnamed: 'لم يسمّه المقال',
    none: 'لا يُعرف المتحدث',
  },
  keyNames: {
    space: 'مسافة',
    pagedown: 'PgDn',
    pageup: 'PgUp',
    up: '↑',
    down: '↓',
    home: 'Home',
    end: 'End',
    enter: 'Enter',
    tab: 'Tab',
    escape: 'Esc',
    'ctrl-o': 'Ctrl-O',
    'ctrl-c': 'Ctrl-C',
    'ctrl-z': 'Ctrl-Z',
    'alt-left': 'Alt-←',
    'alt-right': 'Alt-→',
    delete: 'Del',
  },
  nobody: 'متحدث غير معروف',
  search: 'بحث',
  inThisArticle: 'في هذا المقال',
  nothing: {
    quotes: 'لا اقتباسات في هذا المقال',
    entities: 'لا أسماء في هذا المقال',
    outline: 'لا عناوين في هذا المقال',
    timeline: 'لا تواريخ في هذا المقال',
    links: 'لا روابط في هذا المقال',
  },
  readingTime: (minutes) => `قراءة ${counted(minutes, 'دقيقة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')}`,
  number: (value) => indic(String(value)),
  percent: (value) => `${indic(String(value))}٪`,
  paragraph: (index, count) => `الفقرة ${indic(String(index))} من ${indic(String(count))}`,
  hits: (index, count) =>
    index > 0 ? `${indic(String(index))} من ${indic(String(count))}` : indic(String(count)),
  date: (iso) => indic(dateInWords(iso, arabicMonths)),
  copied: (characters) => `نُسخ ${counted(characters, 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')}`,
  notFound: (query) => `لا نتائج لـ«${query}»`,
  denied: 'ينفيه',
  via: (name) => `نقلًا عن ${name}`,
  notices: {
    wrapped: 'عاد البحث من الطرف الآخر',
    wait: 'يُحلَّل المقال…',
    noQuotes: 'لا اقتباسات بعد هذا الموضع',
    noQuotesBefore: 'لا اقتباسات قبل هذا الموضع',
    noQuoteChosen: 'اختر اقتباسًا أولًا',
    noPage: 'ليس لهذا المتحدث صفحة',
    noMention: 'اختر اسمًا من القائمة أولًا (2)',
    noHits: 'لا بحث بعد: ابدأ بـ /',
    nowhereBack: 'لا مكان تعود إليه',
    whichMark: 'أي حرف؟',
    nothingToCopy: 'لا شيء يُنسخ',
    noLinks: 'لا روابط في هذا المقال',
    noVisitBack: 'لا مقال قبل هذا',
    noVisitForward: 'لا مقال بعد هذا',
    keeping: 'يُحفظ المقال…',
    kept: 'حُفظ المقال في المكتبة',
    reloaded: 'أُعيد تحميل المقال',
    noLibrary: 'لا مكتبة على هذا الجهاز',
    forgetAgain: 'اضغط x مرة أخرى لإزالته من المكتبة',
    forgotten: 'أُزيل من المكتبة',
  },
  markSet: (name) => `وُضعت العلامة ${name}`,
  noSuchMark: (name) => `لا علامة باسم ${name}`,
  tashkeel: (shown) => (shown ? 'التشكيل ظاهر' : 'التشكيل مخفي'),
  tashkeelHidden: 'بلا تشكيل',
  justify: (on) => (on ? 'الأسطر مضبوطة الطرفين' : 'الأسطر حرة الطرف'),
  theme: {
    neutral: 'ألوان محايدة',
    dark: 'ألوان لخلفية داكنة',
    light: 'ألوان لخلفية فاتحة',
    plain: 'بلا ألوان',
  },
  analysing: (share) => `يُحلَّل المقال ${share}`,
  opening: (source, share) => `يُفتح ${source}${share && ` ${share}`} · Esc للإلغاء`,
  linkNumber: (number, count) => `الرابط ${number} من ${count}: رقم آخر أو Enter`,
  outsideLink: (scheme) => (scheme ? `لا يُفتح هنا رابط من نوع ${scheme}` : 'هذا الرابط لا يؤدي إلى شيء'),
  keptOn: (date) => `نسخة محفوظة في ${date} · R لإعادة التحميل`,
  library: 'المكتبة',
  shelves: {
    recent: 'الأخيرة',
    kept: 'المحفوظة',
    feeds: 'الخلاصات',
    people: 'المتحدثون',
    bundled: 'مقالات مرفقة',
  },
  emptyShelf: {
    recent: 'لم يُفتح مقال بعد',
    kept: 'لا مقالات محفوظة: K تحفظ المقال المفتوح، وما يُجلب من الشبكة يُحفظ وحده',
    feeds: 'لا خلاصات: افتح عنوان RSS أو Atom فتبقى هنا',
    people: 'لا متحدثين في المقالات المحفوظة',
    bundled: 'لا مقالات',
  },
  inLibrary: 'بحث في المكتبة',
  loading: 'لحظة…',
  keptSign: 'محفوظ',
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? counted(quotes, 'قول واحد', 'قولان', 'أقوال', 'قولًا', 'قول') : '',
      mentions > 0 ? counted(mentions, 'موضع واحد', 'موضعان', 'مواضع', 'موضعًا', 'موضع') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `في ${counted(articles, 'مقال واحد', 'مقالين', 'مقالات', 'مقالًا', 'مقال')}`,
  rowOf: (index, count) => `${indic(String(index))} من ${indic(String(count))}`,
  refreshed: (count) =>
    count === 0 ? 'لا جديد' : counted(count, 'جديد واحد', 'جديدان', 'مواد جديدة', 'مادة جديدة', 'مادة جديدة'),
  tooSmall: (columns, rows) => `كبّر النافذة إلى ${indic(String(columns))}×${indic(String(rows))}`,
  leaveHelp: 'Esc للعودة',
};

const english: Words = {
  tabs: { quotes: 'Quotes', entities: 'Names', outline: 'Outline', timeline: 'Time', links: 'Links' },
  types: { person: 'People', organization: 'Organizations', place: 'Places', date: 'Dates' },
  groups: {
    move: 'Moving',
    jump: 'Jumping',
    search: 'Searching',
    sidebar: 'List',
    articles: 'Articles',
    view: 'View',
    program: 'Program',
  },
  headings: {
    mentions: 'Mentions',
    quotesBy: 'Said',
    quotesAbout: 'Said about',
    appearsWith: 'Appears with',
  },
  reasons: {
    subject: 'subject of the reporting verb',
    colon: 'named before the colon',
    carried: 'the last speaker goes on',
    pronoun: 'a pronoun that refers back',
    office: 'an office that refers back',
    unnamed: 'the article does not name them',
    none: 'the speaker is not known',
  },
  keyNames: {
    space: 'Space',
    pagedown: 'PgDn',
    pageup: 'PgUp',
    up: '↑',
    down: '↓',
    home: 'Home',
    end: 'End',
    enter: 'Enter',
    tab: 'Tab',
    escape: 'Esc',
    'ctrl-o': 'Ctrl-O',
    'ctrl-c': 'Ctrl-C',
    'ctrl-z': 'Ctrl-Z',
    'alt-left': 'Alt-←',
    'alt-right': 'Alt-→',
    delete: 'Del',
  },
  nobody: 'unknown speaker',
  search: 'search',
  inThisArticle: 'in this article',
  nothing: {
    quotes: 'No quotes in this article',
    entities: 'No names in this article',
    outline: 'No headings in this article',
    timeline: 'No dates in this article',
    links: 'No links in this article',
  },
  readingTime: (minutes) => `${minutes} min read`,
  number: (value) => String(value),
  percent: (value) => `${value}%`,
  paragraph: (index, count) => `paragraph ${index} of ${count}`,
  hits: (index, count) => (index > 0 ? `${index} of ${count}` : String(count)),
  date: (iso) => dateInWords(iso, englishMonths),
  copied: (characters) => `copied ${characters} ${characters === 1 ? 'character' : 'characters'}`,
  notFound: (query) => `not found: ${query}`,
  denied: 'denied',
  via: (name) => `reported by ${name}`,
  notices: {
    wrapped: 'search went on from the other end',
    wait: 'analysing…',
    noQuotes: 'no quotes after this',
    noQuotesBefore: 'no quotes before this',
    noQuoteChosen: 'choose a quote first (])',
    noPage: 'this speaker has no page',
    noMention: 'choose a name in the list first (2)',
    noHits: 'no search yet: begin with /',
    nowhereBack: 'nowhere to go back to',
    whichMark: 'which letter?',
    nothingToCopy: 'nothing to copy',
    noLinks: 'no links in this article',
    noVisitBack: 'no article before this one',
    noVisitForward: 'no article after this one',
    keeping: 'keeping the article…',
    kept: 'kept in the library',
    reloaded: 'reloaded',
    noLibrary: 'there is no library on this machine',
    forgetAgain: 'x once more takes it out of the library',
    forgotten: 'taken out of the library',
  },
  markSet: (name) => `mark ${name} is set`,
  noSuchMark: (name) => `no mark ${name}`,
  tashkeel: (shown) => (shown ? 'tashkeel shown' : 'tashkeel hidden'),
  tashkeelHidden: 'no tashkeel',
  justify: (on) => (on ? 'lines justified' : 'lines ragged'),
  theme: {
    neutral: 'neutral colours',
    dark: 'colours for a dark background',
    light: 'colours for a light background',
    plain: 'no colours',
  },
  analysing: (share) => `analysing ${share}`,
  opening: (source, share) => `opening ${source}${share && ` ${share}`} · Esc gives it up`,
  linkNumber: (number, count) => `link ${number} of ${count}: another figure, or Enter`,
  outsideLink: (scheme) => (scheme ? `links to ${scheme} are not opened here` : 'this link leads nowhere'),
  keptOn: (date) => `a copy kept on ${date} · R reloads`,
  library: 'Library',
  shelves: { recent: 'Recent', kept: 'Kept', feeds: 'Feeds', people: 'People', bundled: 'Bundled' },
  emptyShelf: {
    recent: 'nothing has been opened yet',
    kept: 'nothing is kept: K keeps the open article; what is fetched is kept by itself',
    feeds: 'no feeds: open the address of an RSS or Atom feed, and it stays here',
    people: 'nobody is quoted in what is kept',
    bundled: 'nothing is bundled',
  },
  inLibrary: 'search the library',
  loading: 'one moment…',
  keptSign: 'kept',
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}` : '',
      mentions > 0 ? `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `in ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  rowOf: (index, count) => `${index} of ${count}`,
  refreshed: (count) => (count === 0 ? 'nothing new' : `${count} new`),
  tooSmall: (columns, rows) => `needs a window of ${columns}×${rows}`,
  leaveHelp: 'Esc to return',
};

/** The same words without tashkeel, for terminals that draw marks wrongly. */
function unmarked<T>(value: T): T {
  if (typeof value === 'string') {
    return [...value].filter((letter) => !isTashkeel(letter.codePointAt(0)!)).join('') as T;
  }
  if (typeof value === 'function') return ((...given: unknown[]) => unmarked(value(...given))) as T;
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, unmarked(part)])) as T;
}

let bare: Words | undefined;

/** The interface in the language, and with the marks, that somebody reads with. */
export function words({ interface: language, tashkeel }: Pick<Preferences, 'interface' | 'tashkeel'>): Words {
  if (language === 'en') return english;
  if (tashkeel === 'keep') return arabic;
  bare ??= unmarked(arabic);
  return bare;
}
