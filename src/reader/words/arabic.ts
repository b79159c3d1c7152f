import { dateInWords, longRead, type Words } from './vocabulary.ts';

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

const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');

/** The interface in Arabic. */
export const arabic: Words = {
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
  nothing: {
    quotes: 'لا اقتباسات في هذا المقال',
    entities: 'لا أسماء في هذا المقال',
    outline: 'لا عناوين في هذا المقال',
    timeline: 'لا تواريخ في هذا المقال',
    links: 'لا روابط في هذا المقال',
  },
  readingTime: (minutes) =>
    minutes < longRead
      ? `قراءة ${counted(minutes, 'دقيقة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')}`
      : `قراءة ${counted(Math.round(minutes / 60), 'ساعة', 'ساعتين', 'ساعات', 'ساعة', 'ساعة')}`,
  number: (value) => indic(String(value)),
  percent: (value) => `${indic(String(value))}٪`,
  paragraph: (index, count) => `الفقرة ${indic(String(index))} من ${indic(String(count))}`,
  hits: (index, count) =>
    index > 0 ? `${indic(String(index))} من ${indic(String(count))}` : indic(String(count)),
  date: (iso) => indic(dateInWords(iso, months)),
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
    readOnce: 'ما جاء عبر أنبوب لا يُقرأ من مصدره مرة أخرى',
    noLibrary: 'لا مكتبة على هذا الجهاز',
    forgotten: 'أُزيل من المكتبة',
  },
  forgetAgain: 'اضغط x مرة أخرى لإزالته من المكتبة',
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
  kilobytes: (count) => `${indic(String(count))} ك.ب`,
  shortQuery: 'النصوص يُبحث فيها بثلاثة أحرف أو أكثر',
  opening: (source, share) => `يُفتح ${source}${share && ` ${share}`} · Esc للإلغاء`,
  linkNumber: (number, count) => `الرابط ${number} من ${count}: رقم آخر أو Enter`,
  outsideLink: (scheme) => (scheme ? `لا يُفتح هنا رابط من نوع ${scheme}` : 'هذا الرابط لا يؤدي إلى شيء'),
  keptOnlyOn: (date) => `نسخة محفوظة في ${date}`,
  notSaved: (why, code) =>
    `الموضع لا يُحفظ: ${
      {
        full: 'القرص ممتلئ، فأفسح فيه مكانًا',
        denied: 'لا إذن بالكتابة في مجلده، فراجع XDG_DATA_HOME',
        inTheWay: 'في مكان مجلده ملف، فانقله أو غيّر XDG_DATA_HOME',
        other: code,
      }[why]
    }`,
  setAside: (file) => `تعذرت قراءة ما حُفظ عن هذا المقال، فوُضع جانبًا: ${file}`,
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
  rowOf: (index, count, more) =>
    `${indic(String(index))} من ${more ? `أكثر من ` : ''}${indic(String(count))}`,
  ahead: (count) => `L إلى ما بعده: ${counted(count, 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال')}`,
  refreshed: (count) =>
    count === 0 ? 'لا جديد' : counted(count, 'جديد واحد', 'جديدان', 'مواد جديدة', 'مادة جديدة', 'مادة جديدة'),
  tooSmall: (columns, rows) => `كبّر النافذة إلى ${indic(String(columns))}×${indic(String(rows))}`,
  leaveHelp: 'Esc للعودة',
};
