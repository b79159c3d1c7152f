import type { Peer, UnshownChapter } from '../../article/model/problem.ts';
import { dateInWords, keyNames, longRead, type Words } from './vocabulary.ts';

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

const party = ({ host, isProxy }: Peer): string => (isProxy ? `الوكيل ${host}` : host);

/** What an HTTP status without a page means; `seconds` is how long the server asks to wait. */
function answer(status: number, host: string, seconds?: number): string {
  const wait =
    seconds === undefined
      ? 'قليلًا'
      : seconds < 120
        ? counted(Math.ceil(seconds), 'ثانية واحدة', 'ثانيتين', 'ثوانٍ', 'ثانية', 'ثانية')
        : counted(Math.ceil(seconds / 60), 'دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة');
  if (status === 204 || status === 205) return `لا شيء في ذلك العنوان من ${host} (${status})؛ راجع العنوان`;
  if (status === 401) return `يطلب ${host} كلمة سر (${status})؛ افتحه في متصفح`;
  if (status === 402 || status === 403 || status === 451)
    return `لا يعطيه ${host} لهذا البرنامج (${status})؛ افتحه في متصفح واحفظ الصفحة`;
  if (status === 404) return `لا صفحة كهذه في ${host} (404)؛ راجع العنوان`;
  if (status === 410) return `أزال ${host} الصفحة (410)؛ ابحث عن نسخة في أرشيف`;
  if (status === 429) return `كثرت الطلبات على ${host} (429)؛ انتظر ${wait} ثم أعد المحاولة`;
  if (status >= 500) return `${host} متعطل (${status})؛ حاول لاحقًا`;
  return `أجاب ${host} بالحالة ${status}؛ راجع العنوان`;
}

/** The interface in Arabic. */
export const arabic: Words = {
  tabs: {
    quotes: 'اقتباسات',
    entities: 'أسماء',
    outline: 'فهرس',
    timeline: 'زمن',
    links: 'روابط',
    hits: 'نتائج',
    notes: 'ملاحظات',
  },
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
  mouse: {
    heading: 'الفأرة',
    gestures: [
      ['نقر', 'اختيار أو فتح'],
      ['سحب', 'تحديد النص كما كُتب'],
      ['Shift', 'معها: تحديد الطرفية نفسها'],
    ],
  },
  headings: {
    mentions: 'المواضع',
    quotesBy: 'الأقوال',
    quotesAbout: 'مذكور في أقوال',
    appearsWith: 'أسماء مرافقة',
  },
  reasons: {
    subject: 'اسمه مع فعل القول',
    colon: 'اسمه قبل النقطتين',
    carried: 'المتحدث السابق، والكلام متصل',
    pronoun: 'ضمير يعود إليه',
    office: 'عُرف من منصبه',
    unnamed: 'لم يسمّه المقال',
    none: 'لا يُعرف المتحدث',
  },
  keys: {
    nextParagraph: 'الفقرة التالية',
    previousParagraph: 'الفقرة السابقة',
    nextPage: 'صفحة إلى الأمام',
    previousPage: 'صفحة إلى الوراء',
    nextHalfPage: 'نصف صفحة إلى الأمام',
    previousHalfPage: 'نصف صفحة إلى الوراء',
    start: 'أول المقال',
    end: 'آخر المقال',
    nextQuote: 'الاقتباس التالي',
    previousQuote: 'الاقتباس السابق',
    nextMention: 'الموضع التالي للاسم المختار',
    previousMention: 'الموضع السابق للاسم المختار',
    back: 'العودة إلى حيث كنت',
    lineDown: 'سطر إلى الأمام',
    lineUp: 'سطر إلى الوراء',
    forward: 'التقدم بعد العودة',
    nameForward: 'بحث عن الاسم المختار',
    nameBack: 'بحث عن الاسم المختار إلى الوراء',
    setMark: 'وضع علامة باسم حرف',
    goToMark: 'الذهاب إلى علامة',
    search: 'بحث',
    nextHit: 'النتيجة التالية، أو المادة غير المقروءة',
    previousHit: 'النتيجة السابقة',
    list: 'القائمة والعودة منها',
    jump: 'الذهاب إلى المختار',
    quotes: 'الاقتباسات',
    names: 'الأسماء',
    outline: 'الفهرس',
    timeline: 'الزمن',
    sidebar: 'إظهار القائمة وإخفاؤها',
    speaker: 'أقوال هذا المتحدث وحده',
    bySpeaker: 'الأقوال حسب المتحدث',
    namePage: 'صفحة الاسم المختار',
    why: 'لماذا هذا المتحدث',
    listDown: 'التالي في القائمة',
    listUp: 'السابق في القائمة',
    listPageDown: 'صفحة من القائمة',
    listPageUp: 'صفحة من القائمة',
    listStart: 'أول القائمة',
    listEnd: 'آخر القائمة',
    nextList: 'القائمة التالية',
    previousList: 'القائمة السابقة',
    library: 'المكتبة والعودة منها',
    openLink: 'فتح الرابط',
    previousArticle: 'المقال السابق',
    nextArticle: 'المقال اللاحق',
    reload: 'إعادة التحميل',
    keep: 'حفظ المقال في المكتبة',
    forget: 'إزالته من المكتبة',
    libraryOnly: 'من هذا المصدر، من ذلك اليوم، ما لم يُقرأ، المحفوظ',
    libraryOrder: 'الترتيب بالوقت أو يوم النشر أو المصدر',
    recentShelf: 'ما فُتح أخيرًا',
    keptShelf: 'المحفوظ',
    feedsShelf: 'الخلاصات',
    peopleShelf: 'المتحدثون',
    namesShelf: 'الجهات والأماكن',
    bundledShelf: 'مقالات البرنامج',
    copy: 'نسخ الفقرة أو الاقتباس',
    cite: 'نسخ مع القائل والمصدر',
    select: 'تحديد',
    selectWord: 'كلمة أخرى',
    unselectWord: 'رجوع كلمة',
    selectLetter: 'حرف آخر',
    unselectLetter: 'رجوع حرف',
    selectRow: 'سطر آخر',
    unselectRow: 'رجوع سطر',
    selectToStart: 'إلى أول الفقرة',
    selectToEnd: 'إلى آخر الفقرة',
    otherEnd: 'الطرف الآخر',
    theme: 'الألوان',
    tintedNames: 'الأسماء الملوّنة في النص',
    tashkeel: 'التشكيل',
    justify: 'ضبط الأسطر',
    narrower: 'تضييق السطر',
    wider: 'توسيع السطر',
    help: 'مساعدة',
    leave: 'إغلاق المفتوح',
    quit: 'خروج',
    suspend: 'إيقاف مؤقت',
    note: 'ملاحظة على الفقرة أو التحديد',
    notes: 'الملاحظات والعلامات',
    allRead: 'كل مواد الخلاصة مقروءة',
    browse: 'فتح في المتصفح',
  },
  hints: {
    help: 'مساعدة',
    list: 'القائمة',
    quote: 'اقتباس',
    search: 'بحث',
    copy: 'نسخ',
    quit: 'خروج',
    library: 'المكتبة',
    jump: 'انتقال',
    open: 'فتح',
    article: 'المقال',
    namePage: 'صفحة الاسم',
    lists: 'القوائم',
    speaker: 'أقواله',
    mentions: 'المواضع',
    byNumber: 'بالرقم',
    back: 'رجوع',
    remove: 'إزالة',
    narrow: 'تصفية',
    refresh: 'تحديث',
    hits: 'التالية والسابقة',
    endSearch: 'إنهاء البحث',
    select: 'كلمة',
    selectRows: 'سطر',
    otherEnd: 'الطرف الآخر',
    cite: 'مع المصدر',
    leaveHelp: 'للعودة',
    more: 'المزيد',
    unread: 'غير المقروء',
    feed: 'الخلاصة',
    note: 'ملاحظة',
  },
  keyNames: { ...keyNames, space: 'مسافة' },
  nobody: 'متحدث غير معروف',
  search: 'بحث',
  nothing: {
    quotes: 'لا اقتباسات في هذا المقال',
    entities: 'لا أسماء في هذا المقال',
    outline: 'لا عناوين في هذا المقال',
    timeline: 'لا تواريخ في هذا المقال',
    links: 'لا روابط في هذا المقال',
    hits: 'لا نتائج',
    notes: 'لا ملاحظات ولا علامات بعد: c للملاحظة، m للعلامة',
  },
  readingTime: (minutes) =>
    minutes < longRead
      ? `قراءة ${counted(minutes, 'دقيقة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')}`
      : `قراءة ${counted(Math.round(minutes / 60), 'ساعة', 'ساعتين', 'ساعات', 'ساعة', 'ساعة')}`,
  number: (value) => indic(String(value)),
  percent: (value) => `${indic(String(value))}٪`,
  paragraph: (index, count) => `الفقرة ${indic(String(index))} من ${indic(String(count))}`,
  hits(index, count) {
    if (count === 0) return 'لا نتائج';
    if (index === 0 || count === 1)
      return counted(count, 'نتيجة واحدة', 'نتيجتان', 'نتائج', 'نتيجة', 'نتيجة');
    return `${indic(String(index))} من ${counted(count, '', 'نتيجتين', 'نتائج', 'نتيجة', 'نتيجة')}`;
  },
  enterSearches: 'Enter للبحث',
  date: (iso) => indic(dateInWords(iso, months)),
  copied: (characters) => `نُسخ ${counted(characters, 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')}`,
  copiedToTerminal: (programs) => `سُلِّم إلى الطرفية؛ إن لم تكن لها حافظة فثبّت ${programs.join(' أو ')}`,
  notFound: (query, ways, near, key) =>
    `لا نتائج لـ«${query}»${ways}${near.length > 0 ? `؛ أقرب ما هنا: ${near.join('، ')}${key && ` · ${key} للبحث عن ${near.length > 1 ? 'أولها' : 'ذلك'}`}` : ''}`,
  searchToggles: { case: 'حالة', word: 'كلمة', regex: 'نمط', exact: 'بحرفه' },
  nearest: (word) => `لا نتائج · Tab ${word}`,
  denied: 'ينفيه',
  via: (name) => `نقلًا عن ${name}`,
  notices: {
    wait: 'يُبحث عن الأسماء والاقتباسات؛ والمفاتيح في الانتظار',
    noQuotes: 'لا اقتباسات بعد هذا الموضع',
    noQuotesBefore: 'لا اقتباسات قبل هذا الموضع',
    noQuoteChosen: 'اختر اقتباسًا أولًا',
    noPage: 'ليس لهذا المتحدث صفحة',
    noMention: 'اختر اسمًا من القائمة أولًا (2)',
    noHits: 'لا بحث بعد: ابدأ بـ /',
    nowhereBack: 'لا مكان تعود إليه',
    nowhereForward: 'لا مكان تتقدم إليه',
    whichMark: 'أي حرف؟',
    nothingToCopy: 'لا شيء يُنسخ',
    noLinks: 'لا روابط في هذا المقال',
    noVisitBack: 'لا مقال قبل هذا',
    noVisitForward: 'لا مقال بعد هذا',
    keeping: 'يُحفظ المقال…',
    kept: 'حُفظ المقال في المكتبة',
    reloaded: 'أُعيد تحميل المقال',
    fromFeed: 'نص الخلاصة · R لجلب الصفحة',
    readOnce: 'ما جاء عبر أنبوب لا يُقرأ من مصدره مرة أخرى',
    noLibrary: 'لا مكتبة على هذا الجهاز',
    forgotten: 'أُزيل من المكتبة',
    badPattern: 'التعبير النمطي لم يكتمل بعد',
    slowPattern: 'هذا التعبير يطول هنا؛ بسّطه',
    unknownTerminal: 'طرفية غير معروفة؛ إن بدا النص مشوّهًا: maqal doctor --calibrate',
    doubtfulTerminal: 'إن بدت الحروف مشوّهة في هذه الطرفية: maqal doctor --calibrate',
    noted: 'حُفظت الملاحظة · C تسرد الملاحظات',
    noteRemoved: 'حُذفت الملاحظة',
    allRead: 'لا مواد غير مقروءة',
    noFeed: 'ليست هذه خلاصة',
    browsing: 'فُتح في المتصفح',
    noBrowser: 'لا متصفح هنا؛ نُسخ العنوان',
    noAddress: 'لا عنوان لهذا المقال ولا رابط في الفقرة',
  },
  forgetAgain: 'اضغط x مرة أخرى لإزالته من المكتبة',
  wrapped: (by, index, count) =>
    `${by > 0 ? 'بلغ الآخر فعاد إلى الأول' : 'بلغ الأول فعاد إلى الآخر'}: ${indic(String(index))} من ${indic(String(count))}`,
  markSet: (name) => `وُضعت العلامة ${name}`,
  noSuchMark: (name) => `لا علامة باسم ${name}`,
  tashkeel: (shown) => (shown ? 'التشكيل ظاهر' : 'التشكيل مخفي'),
  tashkeelHidden: 'بلا تشكيل',
  justify: (on) => (on ? 'الأسطر مضبوطة الطرفين' : 'الأسطر حرة الطرف'),
  width: (cells) => `عرض السطر ${counted(cells, 'خانة واحدة', 'خانتان', 'خانات', 'خانة', 'خانة')}`,
  theme: {
    neutral: 'ألوان محايدة',
    dark: 'ألوان لخلفية داكنة',
    light: 'ألوان لخلفية فاتحة',
    contrast: 'تباين عالٍ',
    plain: 'بلا ألوان',
  },
  tintedNames: {
    people: 'الأشخاص ملوّنون',
    all: 'كل الأسماء ملوّنة',
    chosen: 'المختار وحده ملوّن',
  },
  analysing: (share) => `يُحلَّل المقال ${share}`,
  kilobytes: (count) => `${indic(String(count))} ك.ب`,
  shortQuery: 'النصوص يُبحث فيها بحرفين أو أكثر',
  opening: (source, share) => `يُفتح ${source}${share && ` ${share}`} · Esc للإلغاء`,
  unknownKey: (typed, near, does) =>
    near ? `${typed} ليس مفتاحًا هنا؛ ${near} ${does}` : `${typed} ليس مفتاحًا هنا؛ ? للمساعدة`,
  linkNumber: (number, count) => `الرابط ${number} من ${count}: رقم آخر أو Enter`,
  reordered: (written) => `! يُقرأ على غير ما كُتب: ${written}`,
  linkWarning: {
    otherHost: (host) => `يؤدي إلى ${host} لا إلى ما تقوله كلماته: المفتاح مرة أخرى يتبعه`,
    private: (host) => `يؤدي إلى شبكة خاصة، إلى ${host}: المفتاح مرة أخرى يتبعه`,
  },
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
    recent: 'حديثة',
    kept: 'محفوظة',
    feeds: 'خلاصات',
    people: 'متحدثون',
    names: 'أسماء',
    bundled: 'مرفقة',
  },
  emptyShelf: {
    recent: 'لم يُفتح مقال بعد',
    kept: 'لا مقالات محفوظة: K تحفظ المقال المفتوح، وما يُجلب من الشبكة يُحفظ وحده',
    feeds: 'لا خلاصات: افتح عنوان RSS أو Atom فتبقى هنا',
    people: 'لا متحدثين في المقالات المحفوظة: K تحفظ المقال المفتوح',
    names: 'لا أسماء في المقالات المحفوظة: K تحفظ المقال المفتوح',
    bundled: 'لا مقالات',
  },
  only: {
    site: (name) => `من ${name} وحده`,
    day: (day) => `${day} وحده`,
    unread: 'ما لم يُقرأ إلى آخره وحده',
    kept: 'المحفوظ وحده',
  },
  onlySpeaker: (shown, all, key) => `${indic(String(shown))} من ${indic(String(all))} · ${key} للكل`,
  shares: '٪ من الكلام المقتبس',
  ordered: { date: 'مرتبًا بيوم النشر', site: 'مرتبًا بالمصدر' },
  nothingOfThat: 'لا شيء: f إلى التالي، وEsc لعرض الكل',
  inLibrary: 'بحث في المكتبة',
  keptAreSearched: 'يُبحث في نصوص المقالات المحفوظة: K تحفظ المقال المفتوح',
  loading: 'لحظة…',
  keptSign: 'محفوظ',
  recentDays: ['اليوم', 'أمس'],
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? counted(quotes, 'قول واحد', 'قولان', 'أقوال', 'قولًا', 'قول') : '',
      mentions > 0 ? counted(mentions, 'موضع واحد', 'موضعان', 'مواضع', 'موضعًا', 'موضع') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `في ${counted(articles, 'مقال واحد', 'مقالين', 'مقالات', 'مقالًا', 'مقال')}`,
  firstAndLast: (first, last) => (first === last ? first : `الأول ${first} والأخير ${last}`),
  rowOf: (index, count, more) =>
    `${indic(String(index))} من ${more ? `أكثر من ` : ''}${indic(String(count))}`,
  articleOf: (index, count) =>
    `المقال ${indic(String(index))} من ${indic(String(count))}${index < count ? ' · L للتالي' : ''}${index > 1 ? ' · H للسابق' : ''}`,
  refreshing: (done, total) =>
    `تحديث الخلاصات: ${indic(String(done))} من ${indic(String(total))} · Esc للإلغاء`,
  notRefreshed: (count, hosts) =>
    `تعذّر تحديث ${counted(count, 'خلاصة واحدة', 'خلاصتين', 'خلاصات', 'خلاصة', 'خلاصة')}: ${hosts.join('، ')}`,
  refreshed: (count) =>
    count === 0
      ? 'لا جديد'
      : counted(count, 'مادة جديدة', 'مادتان جديدتان', 'مواد جديدة', 'مادة جديدة', 'مادة جديدة'),
  note: 'ملاحظة',
  noteKeys: 'Enter للحفظ · Esc للترك',
  unread: (count) =>
    counted(
      count,
      'مادة غير مقروءة',
      'مادتان غير مقروءتين',
      'مواد غير مقروءة',
      'مادة غير مقروءة',
      'مادة غير مقروءة',
    ),
  renewed: (added, gone) =>
    added + gone === 0
      ? 'أعيد التحميل؛ لم يتغير شيء'
      : `أعيد التحميل؛ فقرات جديدة: ${indic(String(added))}، محذوفة: ${indic(String(gone))}`,
  tooSmall: (columns, rows) => `كبّر النافذة إلى ${indic(String(columns))}×${indic(String(rows))}`,
  kinds: {
    pdf: 'مستند PDF',
    png: 'صورة PNG',
    jpeg: 'صورة JPEG',
    gif: 'صورة GIF',
    webp: 'صورة WebP',
    gzip: 'أرشيف gzip',
    sevenZip: 'أرشيف 7-Zip',
    rar: 'أرشيف RAR',
    xz: 'أرشيف xz',
    bzip2: 'أرشيف bzip2',
    zstandard: 'أرشيف Zstandard',
    program: 'برنامج',
    webAssembly: 'وحدة WebAssembly',
    oldWord: 'مستند Word قديم',
    rtf: 'مستند RTF',
    sqlite: 'قاعدة بيانات SQLite',
    mp3: 'تسجيل MP3',
    media: 'ملف صوت أو فيديو',
    binary: 'ملف ثنائي',
  },
  problems: {
    noSuchFile: 'لا ملف بهذا الاسم؛ راجع اسمه ومجلده',
    noSuchFolder: 'لا ملف بهذا الاسم: جزء من مساره ليس مجلدًا؛ راجع المسار',
    notPermitted: 'لا إذن بقراءته؛ اطلب إذن القراءة (chmod +r)',
    linkLoop: 'رابط يعود إلى نفسه؛ افتح ما ينبغي أن يشير إليه',
    nameTooLong: 'اسمه أطول مما يسمح به النظام؛ راجع الاسم',
    isFolder: 'مجلد لا ملف؛ اختر ملفًا فيه',
    noSuchDevice: 'مقبس أو جهاز غير موجود؛ اختر ملفًا',
    tooManyFiles: 'تعذر فتحه: الملفات المفتوحة كثيرة؛ أغلق بعضها وأعد المحاولة',
    diskFails: 'تعذرت قراءته: القرص يبلغ عن خطأ؛ جرّب نسخة أخرى',
    impossibleName: 'ليس اسم ملف ممكنًا؛ راجع الاسم',
    isPipe: 'أنبوب مسمى لا ملف؛ مرّره عبر أنبوب وافتح -',
    isSocket: 'مقبس لا ملف؛ مرّره عبر أنبوب وافتح -',
    isDevice: 'جهاز لا ملف؛ مرّره عبر أنبوب وافتح -',
    keyboard: 'الدخل القياسي هو لوحة المفاتيح؛ مرّر نصًا عبر أنبوب أو اختر ملفًا',
    unreadable: ({ code }) => `تعذرت قراءته (${code})؛ جرّب نسخة أخرى`,
    fileTooLarge: ({ megabytes }) => `أكبر من ${indic(String(megabytes))} م.ب؛ قسّمه وافتح جزءًا منه`,
    isEmpty: 'فارغ؛ لا شيء فيه يُقرأ',
    onlySpace: 'بلا نص، ليس فيه إلا فراغ؛ لا شيء فيه يُقرأ',
    isBinary: ({ kind }) => `${arabic.kinds[kind]} لا نص؛ حوّله إلى نص أولًا`,
    noSuchEncoding: ({ name, known }) => `لا ترميز باسم ${name}؛ جرّب ${known.join('، ')}`,
    isOfficeDocument: 'أرشيف أو مستند مكتبي لا كتاب؛ فك ضغطه، أو احفظه نصًا أو HTML',
    bookIncomplete: 'كتاب بلا محتوياته، أو تالف؛ جرّب نسخة أخرى',
    bookLocked: 'مقفل من بائعه (DRM)؛ افتحه في البرنامج الذي اشتُري له',
    archiveDamaged: 'أرشيف تالف؛ جرّب نسخة أخرى',
    archiveTooLarge: 'يُفك إلى أكثر مما في أي كتاب (كبير جدًا)؛ لا تثق به',
    archiveTooManyFiles: 'يُفك إلى أكثر مما في أي كتاب (ملفات كثيرة)؛ لا تثق به',
    feedDamaged: 'خلاصة JSON تالفة؛ حمّلها من جديد',
    noLongerKept: 'لم يعد في المكتبة؛ افتحه من جديد',
    gaveUp: 'أُلغي؛ افتحه من جديد لتعيد المحاولة',
    invalidAddress: 'ليس عنوانًا صالحًا؛ راجعه',
    redirectsNowhere: 'يحيل إلى عنوان غير صالح؛ افتحه في متصفح',
    redirectsForever: 'يحيل من عنوان إلى آخر بلا نهاية؛ افتحه في متصفح',
    notPage: ({ scheme }) => `يؤدي إلى ${scheme} لا إلى صفحة؛ افتحه في متصفح`,
    intoPrivate: ({ host }) =>
      `يؤدي من الإنترنت إلى شبكة خاصة (${host})؛ إن كنت تثق به فافتح ذلك العنوان نفسه`,
    unknownHost: ({ peer }) => `لا مضيف باسم ${peer.host}؛ راجع العنوان ثم الشبكة`,
    lookupFailed: ({ peer }) => `تعذر الآن البحث عن الاسم ${peer.host}؛ راجع الشبكة`,
    refusedConnection: ({ peer }) => `رفض ${party(peer)} الاتصال؛ راجع العنوان ومنفذه`,
    brokenConnection: ({ peer }) => `انقطع الاتصال مع ${party(peer)}؛ أعد المحاولة`,
    unreachable: ({ peer }) => `تعذر الوصول إلى ${party(peer)}؛ راجع الشبكة ثم العنوان`,
    certificateExpired: ({ peer }) =>
      `شهادة ${party(peer)} غير صالحة اليوم؛ راجع ساعة هذا الجهاز، أو حاول لاحقًا`,
    certificateUntrusted: ({ peer }) =>
      `شهادة ${party(peer)} ليست موقعة من جهة موثوقة؛ لا تفتحه، أو اسأل صاحبه`,
    certificateOfOther: ({ peer }) => `الشهادة ليست لـ ${party(peer)}؛ راجع العنوان`,
    insecure: ({ peer, code }) =>
      `لا يقيم ${party(peer)} اتصالًا آمنًا (${code})؛ راجع العنوان، أو ساعة هذا الجهاز`,
    notWebServer: ({ peer, code }) => `لا يجيب ${party(peer)} كما يجيب خادم ويب (${code})؛ راجع العنوان`,
    damagedAnswer: ({ peer, code }) => `ما أرسله ${party(peer)} تالف (${code})؛ حاول لاحقًا`,
    peerFails: ({ peer, code }) => `تعذر التخاطب مع ${party(peer)} (${code})؛ حاول لاحقًا`,
    noAnswer: ({ peer }) => `لا يجيب ${party(peer)}؛ حاول لاحقًا`,
    stoppedSending: ({ peer }) => `توقف ${party(peer)} عن الإرسال؛ حاول لاحقًا`,
    tooSlow: ({ peer }) => `تأخر ${party(peer)} كثيرًا؛ حاول لاحقًا`,
    emptyPage: ({ peer }) => `أرسل ${party(peer)} صفحة فارغة؛ حاول لاحقًا`,
    notText: ({ media }) => `ليس نصًا (${media})؛ افتحه في متصفح`,
    pageTooLarge: ({ megabytes }) => `أكبر من ${indic(String(megabytes))} م.ب؛ احفظه وافتح جزءًا منه`,
    status: ({ status, host, seconds }) => answer(status, host, seconds),
    proxyStatus({ status, proxy, host }) {
      const who = proxy === '' ? 'الوكيل' : `الوكيل ${proxy}`;
      if (status === 407)
        return `يطلب ${who} كلمة سر (407)؛ اكتبها في عنوانه، مثل http://name:password@proxy`;
      if (status >= 500) return `لا يصل ${who} إلى ${host} (${status})؛ راجع العنوان، أو حاول لاحقًا`;
      return `لا يسمح ${who} بالمرور إلى ${host} (${status})؛ اسأل من يديره، أو أضف المضيف إلى no_proxy`;
    },
    proxyKind: ({ proxy, host }) =>
      `الوكيل ${proxy} من نوع لا يُستعمل هنا؛ اختر وكيلًا يبدأ عنوانه بـ http://، أو أضف ${host} إلى no_proxy`,
    undecodable: ({ count, encoding }) =>
      `تعذرت قراءة ${counted(count, 'موضع واحد', 'موضعين', 'مواضع', 'موضعًا', 'موضع')} بترميز ${encoding} فظهر مكانها \uFFFD؛ قد ينفع ‎--encoding آخر`,
    frontMatter: ({ detail }) => `تعذرت قراءة بيانات المقال الأولى فهي معروضة كما كُتبت: ${detail}`,
    frontMatterUnshown: ({ names }) =>
      `في بيانات المقال الأولى ما لا يُعرض: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    feedCut: ({ count, shown }) =>
      `في الخلاصة ${counted(count, 'مادة واحدة', 'مادتان', 'مواد', 'مادة', 'مادة')}؛ يظهر منها أول ${indic(String(shown))}`,
    chaptersMissing: ({ missing, count, chapters = [] }) =>
      `فصول من الكتاب لا يمكن عرضها: ${indic(String(missing))} من ${indic(String(count))}${chapters.length === 0 ? '' : `، ${chapters.map(unshown).join('، ')}${missing > chapters.length ? '، …' : ''}`}`,
    savedDamaged: 'صفحة محفوظة أو رسالة بلا نصها، أو تالفة؛ احفظها من جديد صفحة HTML',
    attachments: ({ names }) =>
      `للرسالة مرفقات لا تُعرض: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    bookUnordered: 'لا يذكر الكتاب ترتيب قراءته؛ ملفاته مرتبة كما أُدرجت',
    bookPacked: ({ method }) => `كتاب مضغوط بطريقة ${method} التي لا تُفك هنا؛ أعد ضغطه أرشيف zip عاديًا`,
    libraryFull: 'القرص ممتلئ؛ لم يتغير شيء في المكتبة، فأفسح مكانًا وأعد المحاولة',
    libraryBusy: 'المكتبة في يد برنامج آخر؛ أعد المحاولة حين ينتهي',
    libraryTooFewFiles: 'لا مكتبة الآن: المسموح بفتحه من الملفات قليل؛ ارفع الحد (ulimit -n) وابدأ من جديد',
    libraryClosed: 'المكتبة مغلقة؛ شغّل maqal من جديد',
    libraryForbidden: ({ folder }) => `لا إذن للمكتبة في ${folder}؛ انظر من يملك المجلد وملفاته`,
    libraryMisplaced: ({ folder }) => `في مكان مجلد المكتبة ${folder} ملف؛ انقله`,
    libraryDisk: ({ folder, detail }) =>
      `تعذرت قراءة المكتبة في ${folder} أو الكتابة فيها (${detail})؛ هل القرص ممتلئ أو معطوب؟`,
    libraryDamaged: ({ folder, detail }) => `المكتبة في ${folder} تالفة: ${detail}`,
    libraryFails: ({ folder, detail }) => `المكتبة في ${folder} تعطلت: ${detail}`,
    libraryServerAway: ({ server, detail }) =>
      `المكتبة على ${server} لا تجيب (${detail})؛ انظر هل الخادم يعمل ويُبلَغ`,
    libraryPassword: ({ server }) =>
      `المكتبة على ${server} لا تأذن لك بالدخول؛ انظر اسم المستخدم وكلمة السر في MAQAL_LIBRARY أو ~/.pgpass`,
    libraryNoDatabase: ({ server }) => `لا قاعدة بيانات ${server}؛ أنشئها بالأمر createdb`,
    libraryNoRight: ({ server }) =>
      `ليس لك أن تكتب في المكتبة على ${server}؛ اطلب الإذن ممن يديرها (يشرحه docs/library.md)`,
    libraryNoTrigrams: ({ server }) =>
      `ليس في قاعدة البيانات ${server} الملحق pg_trgm؛ يضيفه صاحبها بالأمر: CREATE EXTENSION pg_trgm;`,
    libraryBadLocale: ({ server }) =>
      `قاعدة البيانات ${server} لا تعدّ الحرف العربي حرفًا؛ أنشئ غيرها بالأمر: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    libraryOldServer: ({ server, version }) =>
      `${server} هو PostgreSQL ${version}؛ تحتاج المكتبة إلى الإصدار 15 أو أحدث`,
    libraryBadAddress: 'عنوان المكتبة غير مفهوم؛ اكتبه هكذا: postgres://USER@HOST/DATABASE',
    libraryNewer: ({ version }) => `أنشأ المكتبةَ maqal ${version}، وهو أحدث من هذا؛ حدّث maqal`,
    noStore: ({ platform }) => `لا مكتبة هنا: تعذر تحميل مخزنها (libsql) على ${platform}؛ القراءة مستمرة`,
    cannotSetAside: ({ file }) => `${file} تالف وتعذر نقله جانبًا؛ انقله بنفسك`,
    libraryOffline: ({ server }) => `المكتبة على ${server} لا تجيب: ما تقرؤه في المكتبة المحلية`,
    libraryReadOnly: ({ folder }) => `المكتبة في ${folder} تُقرأ ولا يُكتب فيها: لا يُحفظ فيها شيء`,
    keptTextDamaged: ({ source }) => `النص المحفوظ من ${source} تالف ولا يمكن عرضه`,
    librarySetAside({ file, entries, lost }) {
      if (entries === 0) return `تعذرت قراءة المكتبة؛ وُضعت جانبًا باسم ${file}، وبدأت مكتبة جديدة`;
      const saved = counted(entries, 'مدخل واحد', 'مدخلان', 'مداخل', 'مدخلًا', 'مدخل');
      const without = lost === 0 ? '' : `، وفُقد ${counted(lost, 'نص واحد', 'نصان', 'نصوص', 'نصًا', 'نص')}`;
      return `كانت المكتبة تالفة فوُضعت جانبًا باسم ${file}؛ سلم منها ${saved}${without}`;
    },
    settingsUnreadable: 'تعذرت قراءته؛ تستمر القراءة بدونه',
    settingsNotJson: ({ line, column }) =>
      `ليس JSON صالحًا (السطر ${indic(String(line))}، العمود ${indic(String(column))})؛ تستمر القراءة بدونه`,
    settingsNotObject: 'ينبغي أن يكون كائن JSON واحدًا، { … }؛ تستمر القراءة بدونه',
    settingsNotMine: ({ model }) =>
      `ليس فيه إعدادات فتُرك كما هو؛ أصلحه أو انقله، أو استعمل --terminal ${model}`,
    settingsUnwritable: ({ model }) => `لا يُكتب فيه فلم يُحفظ الاختيار؛ استعمل --terminal ${model}`,
    noSuchSetting: ({ name, nearest }) =>
      nearest === '' ? `لا إعداد باسم «${name}»؛ تُرك` : `لا إعداد باسم «${name}»؛ هل تقصد «${nearest}»؟ تُرك`,
    badSetting: ({ name, choices }) => `«${name}» ينبغي أن يكون واحدًا من ${choices.join('، ')}؛ تُرك`,
    needsTerminal: 'يحتاج إلى طرفية؛ شغّله في التي تُعاير',
    logUnwritable: 'لا يُكتب سجل MAQAL_LOG هناك؛ اختر ملفًا في مجلد لك',
    analysisFailed: ({ detail }) => `انقطع التحليل (${detail})؛ R تعيد المحاولة`,
    keepingFailed: ({ detail }) => `تعذر حفظ المقال (${detail})؛ K تعيد المحاولة`,
    defect: ({ detail, log }) =>
      log === ''
        ? `خطأ في maqal نفسه (${detail})؛ اضبط MAQAL_LOG=FILE وأعد ما فعلته، وأبلغ عنه مع ذلك الملف`
        : `خطأ في maqal نفسه (${detail})؛ أبلغ عنه مع ${log}`,
    cannotWrite: ({ code }) => `تعذرت كتابة الناتج (${code})؛ هل القرص ممتلئ؟`,
    unknownOption: ({ name, nearest }) =>
      nearest === ''
        ? `لا خيار باسم ${name}؛ انظر maqal --help`
        : `لا خيار باسم ${name}؛ هل تقصد ${nearest}؟ انظر maqal --help`,
    missingArgument: ({ name }) => `ينقص: ${name}؛ انظر maqal --help`,
    missingValue: ({ name }) => `الخيار ${name} يحتاج إلى قيمة؛ انظر maqal --help`,
    badValue: ({ name, value, detail }) =>
      `${value} ليس قيمة لـ ${name}؛ المقبول: ${detail}؛ انظر maqal --help`,
    badUsage: ({ detail }) => `${detail}؛ انظر maqal --help`,
    noSuchCommand: ({ nearest }) => `لا ملف ولا أمر بهذا الاسم؛ هل تقصد maqal ${nearest}؟`,
    tooFewFiles: 'المسموح بفتحه من الملفات قليل؛ ارفع الحد (ulimit -n) وابدأ من جديد',
    tooLittleMemory: 'المسموح به من الذاكرة قليل؛ ارفع الحد (ulimit -v) وابدأ من جديد',
    nameNotUtf8: 'اسمه ليس بترميز UTF-8؛ غيّر اسمه',
    nameTooLongInList: 'فيه اسم أطول مما يجوز؛ اكتب اسمًا في كل سطر',
    wentAway: 'اختفى أثناء قراءة المجلد؛ أعد الأمر',
    notInLibrary: 'ليس في المكتبة؛ يعرض ما فيها maqal library export articles',
    damagedInLibrary: 'نصه في المكتبة تالف؛ افتحه من جديد ليُحفظ',
    badExpression: ({ detail }) => `ليس المطلوب تعبيرًا نمطيًا (${detail})؛ احذف ‎-E للبحث عن حروفه`,
    slowExpression: 'يطول التعبير النمطي على نص؛ بسّطه',
    nothingRemembered: 'لا شيء مخزَّن عنه',
    nothingStored: 'لا شيء مخزَّن سوى الإعدادات',
    nothingForgotten: 'لم يُحذف شيء',
    forgettingUnasked: 'يسأل --all قبل الحذف ويحتاج إلى طرفية؛ أضف --yes للحذف بلا سؤال',
    forgotten({ places, texts }) {
      const parts = [
        places > 0
          ? `${counted(places, 'موضع واحد', 'موضعان', 'مواضع', 'موضعًا', 'موضع')} بالعلامات والملاحظات`
          : '',
        texts > 0 ? `${counted(texts, 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال')} من المكتبة` : '',
      ];
      return `حُذف: ${parts.filter(Boolean).join('، ')}`;
    },
    forgetAll: ({ folder, places, megabytes }) =>
      `سيُحذف كل ما خُزّن في ${folder}: المواضع (${indic(String(places))}) والعلامات والملاحظات والعادات والمكتبة (${indic(String(megabytes)).replace('.', '٫')} م.ب)؛ اكتب «نعم» للحذف`,
    allForgotten: ({ places, megabytes }) =>
      `حُذفت المواضع (${indic(String(places))}) وكل ما خُزّن سواها (${indic(String(megabytes)).replace('.', '٫')} م.ب)؛ الإعدادات باقية`,
    notDeleted: ({ file, code }) => `تعذر حذف ${file} (${code})؛ احذفه بنفسك`,
    serverStays: ({ server }) =>
      `المكتبة على ${server} باقية، فقد تكون لغيرك أيضًا؛ يُخرج maqal forget SOURCE مقالًا منها`,
    notAnalyzed: ({ detail }) => `تعذّر تحليله (${detail})؛ نرجو الإبلاغ عنه`,
    libraryUnsound: ({ detail }) => `الملف تالف: ${detail}؛ يُصلَح حين يُفتح من جديد`,
    noSuchKeyName: ({ name, nearest }) =>
      nearest === ''
        ? `لا أمر اسمه «${name}» (maqal keys --json يسردها)؛ يُهمل السطر`
        : `لا أمر اسمه «${name}»؛ أتقصد «${nearest}»؟ يُهمل السطر`,
    noKeys: ({ name }) => `لا مفاتيح بعد «${name}»؛ اكتبها، أو none لإلغائها`,
    noSuchKey: ({ name }) =>
      `لا مفتاح اسمه «${name}»؛ اكتب حرفًا أو اسمًا مثل ctrl-x أو pagedown، وبين ضغطات التتابع فاصلة لاتينية`,
    keyTaken: ({ name, other }) => `المفتاح «${name}» للأمر «${other}» من قبل؛ يُهمل هنا`,
    keysThere: 'موجود من قبل ولا يُكتب فوقه؛ عدّله، أو انقله ثم أعد',
  },
};

function unshown({ name, why, method }: UnshownChapter): string {
  const reasons = { missing: 'مفقود', damaged: 'تالف', notText: 'ليس نصًا', packed: `مضغوط بطريقة ${method}` };
  return `${name} (${reasons[why]})`;
}
