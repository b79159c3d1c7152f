import type { Peer, UnshownChapter } from '../../article/model/problem.ts';
import { dateInWords, keyNames, longRead, type Words } from './vocabulary.ts';

/** Months of the Gregorian year, from CLDR. Urdu is written with European digits in Pakistan's press (CLDR: latn). */
const months = 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'.split(' ');

const party = ({ host, isProxy }: Peer): string => (isProxy ? `پراکسی ${host}` : host);

/** What an HTTP status without a page means; `seconds` is how long the server asks to wait. */
function answer(status: number, host: string, seconds?: number): string {
  const wait =
    seconds === undefined
      ? 'کچھ دیر'
      : seconds < 120
        ? `${Math.ceil(seconds)} سیکنڈ`
        : `${Math.ceil(seconds / 60)} منٹ`;
  if (status === 204 || status === 205) return `${host} کے پاس اس پتے پر کچھ نہیں (${status})؛ پتا دیکھ لیں`;
  if (status === 401) return `${host} پاس ورڈ مانگتا ہے (${status})؛ براؤزر میں کھولیں`;
  if (status === 402 || status === 403 || status === 451)
    return `${host} اسے اس پروگرام کو نہیں دیتا (${status})؛ براؤزر میں کھول کر صفحہ محفوظ کر لیں`;
  if (status === 404) return `${host} پر ایسا کوئی صفحہ نہیں (404)؛ پتا دیکھ لیں`;
  if (status === 410) return `${host} نے صفحہ ہٹا دیا ہے (410)؛ کسی آرکائیو میں نقل ڈھونڈیں`;
  if (status === 429) return `${host} سے بہت زیادہ درخواستیں ہوئیں (429)؛ ${wait} رک کر دوبارہ کوشش کریں`;
  if (status >= 500) return `${host} میں خرابی ہے (${status})؛ بعد میں کوشش کریں`;
  return `${host} نے حالت ${status} سے جواب دیا؛ پتا دیکھ لیں`;
}

/** The interface in Urdu. */
export const urdu: Words = {
  tabs: {
    quotes: 'اقتباسات',
    entities: 'نام',
    outline: 'خاکہ',
    timeline: 'وقت',
    links: 'روابط',
    hits: 'نتائج',
    notes: 'نوٹ',
  },
  types: { person: 'افراد', organization: 'ادارے', place: 'مقامات', date: 'تاریخیں' },
  groups: {
    move: 'حرکت',
    jump: 'منتقلی',
    search: 'تلاش',
    sidebar: 'فہرست',
    articles: 'مضامین',
    view: 'منظر',
    program: 'پروگرام',
  },
  mouse: {
    heading: 'ماؤس',
    gestures: [
      ['کلک', 'چنیں، کھولیں'],
      ['گھسیٹنا', 'متن چنیں، جیسا لکھا ہے'],
      ['Shift', 'اس کے ساتھ: ٹرمینل کا اپنا انتخاب'],
    ],
  },
  headings: {
    mentions: 'ذکر',
    quotesBy: 'ان کے اقوال',
    quotesAbout: 'ان کے بارے میں',
    appearsWith: 'ان کے ساتھ',
  },
  reasons: {
    subject: 'کہنے کے فعل کا فاعل',
    colon: 'نام کولن سے پہلے آیا',
    carried: 'پچھلے بولنے والے کی بات جاری ہے',
    pronoun: 'ضمیر جو ان کی طرف لوٹتی ہے',
    office: 'عہدہ جو ان کی طرف لوٹتا ہے',
    unnamed: 'مضمون نے نام نہیں لیا',
    none: 'بولنے والا معلوم نہیں',
  },
  keys: {
    nextParagraph: 'اگلا پیراگراف',
    previousParagraph: 'پچھلا پیراگراف',
    nextPage: 'ایک صفحہ آگے',
    previousPage: 'ایک صفحہ پیچھے',
    nextHalfPage: 'آدھا صفحہ آگے',
    previousHalfPage: 'آدھا صفحہ پیچھے',
    start: 'شروع',
    end: 'آخر',
    nextQuote: 'اگلا اقتباس',
    previousQuote: 'پچھلا اقتباس',
    nextMention: 'اس نام کا اگلا ذکر',
    previousMention: 'اس نام کا پچھلا ذکر',
    back: 'پہلی جگہ واپس',
    lineDown: 'ایک سطر آگے',
    lineUp: 'ایک سطر پیچھے',
    forward: 'پھر آگے',
    nameForward: 'چنے ہوئے نام کی تلاش',
    nameBack: 'چنے ہوئے نام کی پیچھے تلاش',
    setMark: 'حرف سے نشان لگائیں',
    goToMark: 'نشان پر جائیں',
    search: 'تلاش',
    nextHit: 'اگلا نتیجہ، یا اگلی بغیر پڑھی خبر',
    previousHit: 'پچھلا نتیجہ',
    list: 'فہرست اور واپسی',
    jump: 'چنے ہوئے پر جائیں',
    quotes: 'اقتباسات',
    names: 'نام',
    outline: 'خاکہ',
    timeline: 'تاریخ وار',
    sidebar: 'فہرست دکھائیں، چھپائیں',
    speaker: 'صرف اسی کے اقوال',
    bySpeaker: 'بولنے والوں کے لحاظ سے',
    namePage: 'چنے ہوئے نام کا صفحہ',
    why: 'یہ بولنے والا کیوں',
    listDown: 'فہرست میں نیچے',
    listUp: 'فہرست میں اوپر',
    listPageDown: 'فہرست کا صفحہ',
    listPageUp: 'فہرست کا صفحہ',
    listStart: 'فہرست کا شروع',
    listEnd: 'فہرست کا آخر',
    nextList: 'اگلی فہرست',
    previousList: 'پچھلی فہرست',
    library: 'کتب خانہ اور واپسی',
    openLink: 'ربط کھولیں',
    previousArticle: 'پچھلا مضمون',
    nextArticle: 'اگلا مضمون',
    reload: 'دوبارہ لائیں',
    keep: 'کتب خانے میں رکھیں',
    forget: 'کتب خانے سے نکالیں',
    libraryOnly: 'صرف یہاں سے، اسی دن کا، بغیر پڑھا، رکھا ہوا',
    libraryOrder: 'وقت، اشاعت کے دن یا ماخذ کی ترتیب',
    recentShelf: 'حالیہ',
    keptShelf: 'رکھے ہوئے',
    feedsShelf: 'فیڈ',
    peopleShelf: 'بولنے والے',
    namesShelf: 'ادارے اور مقامات',
    bundledShelf: 'ساتھ کے مضامین',
    copy: 'پیراگراف یا اقتباس نقل کریں',
    cite: 'حوالے کے ساتھ نقل کریں',
    theme: 'رنگ',
    tintedNames: 'متن میں رنگین نام',
    tashkeel: 'اعراب',
    justify: 'دونوں کنارے برابر',
    narrower: 'تنگ سطریں',
    wider: 'چوڑی سطریں',
    help: 'مدد',
    leave: 'کھلا ہوا بند کریں',
    quit: 'باہر نکلیں',
    suspend: 'روکیں',
    select: 'انتخاب',
    selectWord: 'ایک لفظ اور',
    unselectWord: 'ایک لفظ واپس',
    selectLetter: 'ایک حرف اور',
    unselectLetter: 'ایک حرف واپس',
    selectRow: 'ایک سطر اور',
    unselectRow: 'ایک سطر واپس',
    selectToStart: 'پیراگراف کے شروع تک',
    selectToEnd: 'پیراگراف کے آخر تک',
    otherEnd: 'دوسرا سرا',
    note: 'پیراگراف یا انتخاب پر نوٹ',
    notes: 'نوٹ اور نشانات',
    allRead: 'پوری فیڈ پڑھی ہوئی',
    browse: 'براؤزر میں کھولیں',
  },
  hints: {
    help: 'مدد',
    list: 'فہرست',
    quote: 'اقتباس',
    search: 'تلاش',
    copy: 'نقل',
    quit: 'باہر نکلیں',
    library: 'کتب خانہ',
    jump: 'جائیں',
    open: 'کھولیں',
    article: 'مضمون',
    namePage: 'صفحہ',
    lists: 'فہرستیں',
    speaker: 'اقوال',
    mentions: 'ذکر',
    byNumber: 'نمبر سے',
    back: 'واپس',
    remove: 'نکالیں',
    narrow: 'چھانٹیں',
    refresh: 'تازہ کریں',
    hits: 'اگلا، پچھلا',
    endSearch: 'تلاش ختم',
    leaveHelp: 'واپسی',
    more: 'مزید',
    unread: 'بغیر پڑھی',
    feed: 'فیڈ',
    select: 'لفظ',
    selectRows: 'سطر',
    otherEnd: 'دوسرا سرا',
    cite: 'حوالے کے ساتھ',
    note: 'نوٹ',
  },
  keyNames: { ...keyNames, space: 'اسپیس' },
  nobody: 'نامعلوم',
  search: 'تلاش',
  nothing: {
    quotes: 'اس مضمون میں کوئی اقتباس نہیں',
    entities: 'اس مضمون میں کوئی نام نہیں',
    outline: 'اس مضمون میں کوئی ذیلی سرخی نہیں',
    timeline: 'اس مضمون میں کوئی تاریخ نہیں',
    links: 'اس مضمون میں کوئی ربط نہیں',
    hits: 'کوئی نتیجہ نہیں',
    notes: 'ابھی کوئی نوٹ یا نشان نہیں: c نوٹ، m نشان',
  },
  readingTime: (minutes) =>
    minutes < longRead
      ? `${minutes} منٹ کا مطالعہ`
      : `${Math.round(minutes / 60)} ${Math.round(minutes / 60) === 1 ? 'گھنٹے' : 'گھنٹوں'} کا مطالعہ`,
  number: (value) => String(value),
  percent: (value) => `${value}%`,
  paragraph: (index, count) => `${count} میں سے پیراگراف ${index}`,
  hits(index, count) {
    if (count === 0) return 'کوئی نتیجہ نہیں';
    const hits = count === 1 ? 'ایک نتیجہ' : `${count} نتائج`;
    return index > 0 && count > 1 ? `${hits} میں سے ${index}` : hits;
  },
  enterSearches: 'Enter تلاش کرتا ہے',
  date: (iso) => dateInWords(iso, months),
  copied: (characters) => (characters === 1 ? 'ایک حرف نقل ہوا' : `${characters} حروف نقل ہوئے`),
  copiedToTerminal: (programs) =>
    `ٹرمینل کو دے دیا گیا؛ اگر اس میں کلپ بورڈ نہیں تو ${programs.join(' یا ')} نصب کریں`,
  notFound: (query, ways, near, key) =>
    `نہیں ملا: ${query}${ways}${near.length > 0 ? `؛ قریب ترین: ${near.join('، ')}${key && ` · ${key} سے ${near.length > 1 ? 'پہلے' : 'اس'} کی تلاش`}` : ''}`,
  searchToggles: { case: 'چھوٹے بڑے', word: 'لفظ', regex: 'نمونہ', exact: 'ہو بہو' },
  nearest: (word) => `کوئی نتیجہ نہیں · Tab ${word}`,
  denied: 'تردید',
  via: (name) => `بحوالہ ${name}`,
  notices: {
    wait: 'نام اور اقتباسات تلاش ہو رہے ہیں؛ کلیدیں منتظر ہیں',
    noQuotes: 'اس کے بعد کوئی اقتباس نہیں',
    noQuotesBefore: 'اس سے پہلے کوئی اقتباس نہیں',
    noQuoteChosen: 'پہلے کوئی اقتباس چنیں (])',
    noPage: 'اس بولنے والے کا کوئی صفحہ نہیں',
    noMention: 'پہلے فہرست سے کوئی نام چنیں (2)',
    noHits: 'ابھی کوئی تلاش نہیں: / سے شروع کریں',
    nowhereBack: 'واپسی کی کوئی جگہ نہیں',
    nowhereForward: 'آگے کی کوئی جگہ نہیں',
    whichMark: 'کون سا حرف؟',
    nothingToCopy: 'نقل کرنے کو کچھ نہیں',
    noLinks: 'اس مضمون میں کوئی ربط نہیں',
    noVisitBack: 'اس سے پہلے کوئی مضمون نہیں',
    noVisitForward: 'اس کے بعد کوئی مضمون نہیں',
    keeping: 'مضمون رکھا جا رہا ہے…',
    kept: 'کتب خانے میں رکھ دیا گیا',
    reloaded: 'دوبارہ لایا گیا',
    fromFeed: 'فیڈ کا متن · R سے صفحہ لائیں',
    readOnce: 'جو پائپ سے آیا وہ دوبارہ نہیں پڑھا جا سکتا',
    noLibrary: 'اس کمپیوٹر پر کوئی کتب خانہ نہیں',
    forgotten: 'کتب خانے سے نکال دیا گیا',
    badPattern: 'ریگولر ایکسپریشن ابھی مکمل نہیں',
    slowPattern: 'یہ ایکسپریشن یہاں بہت وقت لیتی ہے؛ اسے سادہ کریں',
    unknownTerminal: 'نامعلوم ٹرمینل؛ حروف غلط دکھیں تو: maqal doctor --calibrate',
    doubtfulTerminal: 'اس ٹرمینل میں حروف غلط دکھیں تو: maqal doctor --calibrate',
    noted: 'نوٹ محفوظ · C نوٹوں کی فہرست',
    noteRemoved: 'نوٹ مٹا دیا گیا',
    allRead: 'سب پڑھا جا چکا ہے',
    noFeed: 'یہ فیڈ نہیں',
    browsing: 'براؤزر میں کھل گیا',
    noBrowser: 'یہاں براؤزر نہیں؛ پتا نقل ہو گیا',
    noAddress: 'پتا نہیں: نہ مضمون کا نہ پیراگراف میں',
  },
  forgetAgain: 'x ایک بار اور دبانے سے کتب خانے سے نکل جائے گا',
  wrapped: (by, index, count) =>
    `${by > 0 ? 'آخر کے بعد پھر شروع سے' : 'شروع سے پہلے پھر آخر سے'}: ${count} میں سے ${index}`,
  markSet: (name) => `نشان ${name} لگ گیا`,
  noSuchMark: (name) => `نشان ${name} نہیں ہے`,
  tashkeel: (shown) => (shown ? 'اعراب ظاہر ہیں' : 'اعراب پوشیدہ ہیں'),
  tashkeelHidden: 'بے اعراب',
  justify: (on) => (on ? 'سطریں دونوں طرف برابر ہیں' : 'سطریں ایک طرف برابر ہیں'),
  width: (cells) => `سطر کی چوڑائی ${cells} خانے`,
  theme: {
    neutral: 'غیر جانب دار رنگ',
    dark: 'گہرے پس منظر کے رنگ',
    light: 'ہلکے پس منظر کے رنگ',
    contrast: 'زیادہ تضاد',
    plain: 'بے رنگ',
  },
  tintedNames: {
    people: 'افراد رنگین ہیں',
    all: 'سب نام رنگین ہیں',
    chosen: 'صرف چنا ہوا نام رنگین ہے',
  },
  analysing: (share) => `تجزیہ ہو رہا ہے ${share}`,
  kilobytes: (count) => `${count} کے بی`,
  shortQuery: 'متن میں تلاش دو حرفوں سے شروع ہوتی ہے',
  opening: (source, share) => `کھل رہا ہے ${source}${share && ` ${share}`} · Esc سے منسوخ`,
  unknownKey: (typed, near, does) =>
    near
      ? `${typed} یہاں کوئی کلید نہیں؛ ${near}: ${does}`
      : `${typed} یہاں کوئی کلید نہیں؛ ? سے کلیدیں دیکھیں`,
  linkNumber: (number, count) => `${count} میں سے ربط ${number}: ایک اور ہندسہ یا Enter`,
  linkWarning: {
    otherHost: (host) => `${host} کو جاتا ہے، اپنے الفاظ کے مطابق نہیں: وہی کلید دوبارہ اسے کھولے گی`,
    private: (host) => `نجی نیٹ ورک کو جاتا ہے، ${host} کو: وہی کلید دوبارہ اسے کھولے گی`,
  },
  outsideLink: (scheme) => (scheme ? `${scheme} کے روابط یہاں نہیں کھلتے` : 'یہ ربط کہیں نہیں جاتا'),
  keptOnlyOn: (date) => `${date} کی رکھی ہوئی نقل`,
  notSaved: (why, code) =>
    `جگہ محفوظ نہیں ہو رہی: ${
      {
        full: 'ڈسک بھر گئی ہے؛ جگہ بنائیں',
        denied: 'اس کے فولڈر میں لکھا نہیں جا سکتا؛ XDG_DATA_HOME دیکھیں',
        inTheWay: 'اس کے فولڈر کی جگہ ایک فائل ہے؛ اسے ہٹائیں یا XDG_DATA_HOME بدلیں',
        other: code,
      }[why]
    }`,
  setAside: (file) => `اس مضمون کا جو یاد رکھا گیا تھا وہ پڑھا نہیں گیا؛ الگ رکھ دیا گیا: ${file}`,
  keptOn: (date) => `${date} کی رکھی ہوئی نقل · R دوبارہ لاتا ہے`,
  library: 'کتب خانہ',
  shelves: {
    recent: 'حالیہ',
    kept: 'رکھے ہوئے',
    feeds: 'فیڈ',
    people: 'بولنے والے',
    names: 'نام',
    bundled: 'ساتھ کے',
  },
  emptyShelf: {
    recent: 'ابھی کچھ نہیں کھولا گیا',
    kept: 'کچھ نہیں رکھا گیا: K کھلا مضمون رکھتا ہے؛ نیٹ ورک سے آیا مضمون خود رہ جاتا ہے',
    feeds: 'کوئی فیڈ نہیں: RSS یا Atom کا پتا کھولیں، وہ یہاں رہے گا',
    people: 'رکھے ہوئے مضامین میں کسی کا قول نہیں: K کھلا مضمون رکھتا ہے',
    names: 'رکھے ہوئے مضامین میں کوئی نام نہیں: K کھلا مضمون رکھتا ہے',
    bundled: 'ساتھ کوئی مضمون نہیں',
  },
  only: {
    site: (name) => `صرف ${name} سے`,
    day: (day) => `صرف ${day} کا`,
    unread: 'صرف جو آخر تک نہیں پڑھا',
    kept: 'صرف رکھے ہوئے',
  },
  onlySpeaker: (shown, all, key) => `${all} میں سے ${shown} · ${key} سب`,
  shares: '% اقتباس کیے گئے الفاظ کا',
  ordered: { date: 'اشاعت کے دن کی ترتیب', site: 'ماخذ کی ترتیب' },
  nothingOfThat: 'کچھ نہیں: f اگلا، Esc سب',
  inLibrary: 'کتب خانے میں تلاش',
  keptAreSearched: 'رکھے ہوئے مضامین کے متن میں تلاش ہوتی ہے: K کھلا مضمون رکھتا ہے',
  loading: 'ایک لمحہ…',
  keptSign: 'رکھا ہوا',
  recentDays: ['آج', 'کل'],
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? `${quotes} ${quotes === 1 ? 'اقتباس' : 'اقتباسات'}` : '',
      mentions > 0 ? `${mentions} ذکر` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `${articles} ${articles === 1 ? 'مضمون' : 'مضامین'} میں`,
  firstAndLast: (first, last) => (first === last ? first : `پہلا ${first}، آخری ${last}`),
  rowOf: (index, count, more) => `${more ? `${count} سے زیادہ` : count} میں سے ${index}`,
  articleOf: (index, count) =>
    `${count} میں سے مضمون ${index}${index < count ? ' · L اگلا' : ''}${index > 1 ? ' · H پچھلا' : ''}`,
  refreshing: (done, total) => `فیڈ تازہ ہو رہی ہیں: ${total} میں سے ${done} · Esc سے منسوخ`,
  notRefreshed: (count, hosts) => `${count} تازہ نہ ہو سکیں: ${hosts.join('، ')}`,
  refreshed: (count) => (count === 0 ? 'کچھ نیا نہیں' : `${count} نئے`),
  note: 'نوٹ',
  noteKeys: 'Enter سے محفوظ · Esc سے منسوخ',
  reordered: (written) => `! جیسا لکھا ہے ویسا پڑھا نہیں جاتا: ${written}`,
  unread: (count) => `${count} بغیر پڑھے`,
  renewed: (added, gone) =>
    added + gone === 0
      ? 'دوبارہ لایا گیا؛ کچھ نہیں بدلا'
      : `دوبارہ لایا گیا؛ نئے پیراگراف: ${added}، ہٹائے گئے: ${gone}`,
  tooSmall: (columns, rows) => `${columns}×${rows} کی ونڈو چاہیے`,
  kinds: {
    pdf: 'PDF دستاویز',
    png: 'PNG تصویر',
    jpeg: 'JPEG تصویر',
    gif: 'GIF تصویر',
    webp: 'WebP تصویر',
    gzip: 'gzip آرکائیو',
    sevenZip: '7-Zip آرکائیو',
    rar: 'RAR آرکائیو',
    xz: 'xz آرکائیو',
    bzip2: 'bzip2 آرکائیو',
    zstandard: 'Zstandard آرکائیو',
    program: 'پروگرام',
    webAssembly: 'WebAssembly ماڈیول',
    oldWord: 'پرانی Word دستاویز',
    rtf: 'RTF دستاویز',
    sqlite: 'SQLite ڈیٹابیس',
    mp3: 'MP3 ریکارڈنگ',
    media: 'آواز یا ویڈیو کی فائل',
    binary: 'بائنری فائل',
  },
  problems: {
    noSuchFile: 'ایسی کوئی فائل نہیں؛ نام اور فولڈر دیکھ لیں',
    noSuchFolder: 'ایسی کوئی فائل نہیں: راستے کا ایک حصہ فولڈر نہیں؛ راستہ دیکھ لیں',
    notPermitted: 'پڑھنے کی اجازت نہیں؛ اجازت لیں (chmod +r)',
    linkLoop: 'ربط ہے جو خود اپنی طرف لوٹتا ہے؛ جس کی طرف اسے جانا چاہیے وہ کھولیں',
    nameTooLong: 'نام نظام کی حد سے لمبا ہے؛ نام دیکھ لیں',
    isFolder: 'فولڈر ہے؛ اس کے اندر کی کوئی فائل بتائیں',
    noSuchDevice: 'ساکٹ یا آلہ ہے جو موجود نہیں؛ کوئی فائل بتائیں',
    tooManyFiles: 'نہیں کھلی: بہت سی فائلیں کھلی ہیں؛ کچھ بند کر کے دوبارہ کوشش کریں',
    diskFails: 'نہیں پڑھی گئی: ڈسک خرابی بتاتی ہے؛ دوسری نقل آزمائیں',
    impossibleName: 'فائل کا یہ نام ممکن نہیں؛ نام دیکھ لیں',
    isPipe: 'نام والا پائپ ہے، فائل نہیں؛ اسے پائپ سے بھیجیں اور - کھولیں',
    isSocket: 'ساکٹ ہے، فائل نہیں؛ اسے پائپ سے بھیجیں اور - کھولیں',
    isDevice: 'آلہ ہے، فائل نہیں؛ اسے پائپ سے بھیجیں اور - کھولیں',
    keyboard: 'معیاری اِن پٹ کی بورڈ ہے؛ متن پائپ سے بھیجیں یا کوئی فائل بتائیں',
    unreadable: ({ code }) => `نہیں پڑھی گئی (${code})؛ دوسری نقل آزمائیں`,
    fileTooLarge: ({ megabytes }) => `${megabytes} میگابائٹ سے بڑی ہے؛ ٹکڑے کر کے ایک حصہ کھولیں`,
    isEmpty: 'خالی ہے؛ اس میں پڑھنے کو کچھ نہیں',
    onlySpace: 'متن نہیں، صرف خالی جگہ ہے؛ اس میں پڑھنے کو کچھ نہیں',
    isBinary: ({ kind }) => `${urdu.kinds[kind]} ہے، متن نہیں؛ پہلے اسے متن میں بدلیں`,
    noSuchEncoding: ({ name, known }) => `${name} نام کی کوئی انکوڈنگ نہیں؛ یہ آزمائیں: ${known.join('، ')}`,
    isOfficeDocument: 'آرکائیو یا دفتری دستاویز ہے، کتاب نہیں؛ اسے کھولیں، یا متن یا HTML میں محفوظ کریں',
    bookIncomplete: 'کتاب ہے مگر مواد نہیں، یا خراب ہے؛ دوسری نقل آزمائیں',
    bookLocked: 'بیچنے والے نے تالا لگایا ہے (DRM)؛ اسی پروگرام میں کھولیں جس کے لیے خریدی گئی',
    archiveDamaged: 'آرکائیو خراب ہے؛ دوسری نقل آزمائیں',
    archiveTooLarge: 'کھلنے پر ہر کتاب سے بڑھ جاتا ہے (بہت بڑا)؛ اس پر بھروسا نہ کریں',
    archiveTooManyFiles: 'کھلنے پر ہر کتاب سے بڑھ جاتا ہے (بہت سی فائلیں)؛ اس پر بھروسا نہ کریں',
    feedDamaged: 'JSON فیڈ خراب ہے؛ دوبارہ لائیں',
    noLongerKept: 'اب کتب خانے میں نہیں؛ دوبارہ کھولیں',
    gaveUp: 'منسوخ ہوا؛ دوبارہ کوشش کے لیے پھر کھولیں',
    invalidAddress: 'درست پتا نہیں؛ دیکھ لیں',
    redirectsNowhere: 'غلط پتے پر بھیجتا ہے؛ براؤزر میں کھولیں',
    redirectsForever: 'ایک پتے سے دوسرے پر بے انتہا بھیجتا ہے؛ براؤزر میں کھولیں',
    notPage: ({ scheme }) => `${scheme} کو جاتا ہے، صفحے کو نہیں؛ براؤزر میں کھولیں`,
    intoPrivate: ({ host }) =>
      `انٹرنیٹ سے نجی نیٹ ورک کو جاتا ہے (${host})؛ اگر بھروسا ہو تو وہی پتا خود کھولیں`,
    unknownHost: ({ peer }) => `${peer.host} نام کا کوئی میزبان نہیں؛ پتا، پھر نیٹ ورک دیکھ لیں`,
    lookupFailed: ({ peer }) => `${peer.host} کا نام ابھی نہیں ملتا؛ نیٹ ورک دیکھ لیں`,
    refusedConnection: ({ peer }) => `${party(peer)} نے رابطہ قبول نہیں کیا؛ پتا اور پورٹ دیکھ لیں`,
    brokenConnection: ({ peer }) => `${party(peer)} سے رابطہ ٹوٹ گیا؛ دوبارہ کوشش کریں`,
    unreachable: ({ peer }) => `${party(peer)} تک رسائی نہیں؛ نیٹ ورک، پھر پتا دیکھ لیں`,
    certificateExpired: ({ peer }) =>
      `${party(peer)} کا سرٹیفکیٹ آج درست نہیں؛ اس کمپیوٹر کی گھڑی دیکھیں، یا بعد میں کوشش کریں`,
    certificateUntrusted: ({ peer }) =>
      `${party(peer)} کے سرٹیفکیٹ پر کسی معتبر ادارے کے دستخط نہیں؛ نہ کھولیں، یا مالک سے پوچھیں`,
    certificateOfOther: ({ peer }) => `سرٹیفکیٹ ${party(peer)} کا نہیں؛ پتا دیکھ لیں`,
    insecure: ({ peer, code }) =>
      `${party(peer)} محفوظ رابطہ نہیں بناتا (${code})؛ پتا یا اس کمپیوٹر کی گھڑی دیکھ لیں`,
    notWebServer: ({ peer, code }) => `${party(peer)} ویب سرور کی طرح جواب نہیں دیتا (${code})؛ پتا دیکھ لیں`,
    damagedAnswer: ({ peer, code }) => `${party(peer)} نے جو بھیجا وہ خراب ہے (${code})؛ بعد میں کوشش کریں`,
    peerFails: ({ peer, code }) => `${party(peer)} سے بات نہیں ہو سکی (${code})؛ بعد میں کوشش کریں`,
    noAnswer: ({ peer }) => `${party(peer)} جواب نہیں دیتا؛ بعد میں کوشش کریں`,
    stoppedSending: ({ peer }) => `${party(peer)} نے بھیجنا بند کر دیا؛ بعد میں کوشش کریں`,
    tooSlow: ({ peer }) => `${party(peer)} بہت دیر لگاتا ہے؛ بعد میں کوشش کریں`,
    emptyPage: ({ peer }) => `${party(peer)} نے خالی صفحہ بھیجا؛ بعد میں کوشش کریں`,
    notText: ({ media }) => `متن نہیں (${media})؛ براؤزر میں کھولیں`,
    pageTooLarge: ({ megabytes }) => `${megabytes} میگابائٹ سے بڑا ہے؛ محفوظ کر کے ایک حصہ کھولیں`,
    status: ({ status, host, seconds }) => answer(status, host, seconds),
    proxyStatus({ status, proxy, host }) {
      const who = proxy === '' ? 'پراکسی' : `پراکسی ${proxy}`;
      if (status === 407)
        return `${who} پاس ورڈ مانگتی ہے (407)؛ اسے پتے میں لکھیں، جیسے http://name:password@proxy`;
      if (status >= 500) return `${who} ${host} تک نہیں پہنچتی (${status})؛ پتا دیکھیں، یا بعد میں کوشش کریں`;
      return `${who} ${host} تک جانے نہیں دیتی (${status})؛ چلانے والے سے پوچھیں، یا میزبان کو no_proxy میں لکھیں`;
    },
    proxyKind: ({ proxy, host }) =>
      `پراکسی ${proxy} ایسی قسم کی ہے جو یہاں کام نہیں آتی؛ http:// سے شروع ہونے والی بتائیں، یا ${host} کو no_proxy میں لکھیں`,
    undecodable: ({ count, encoding }) =>
      `${count === 1 ? 'ایک جگہ' : `${count} جگہیں`} ${encoding} میں نہیں پڑھی ${count === 1 ? 'گئی اور \uFFFD دکھائی گئی ہے' : 'گئیں اور \uFFFD دکھائی گئی ہیں'}؛ شاید کوئی اور ‎--encoding کام آئے`,
    frontMatter: ({ detail }) =>
      `مضمون کا ابتدائی حصہ پڑھا نہیں گیا اور متن کے طور پر دکھایا گیا ہے: ${detail}`,
    frontMatterUnshown: ({ names }) =>
      `مضمون کے ابتدائی حصے میں کچھ ایسا ہے جو نہیں دکھایا گیا: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    feedCut: ({ count, shown }) => `فیڈ میں ${count} اندراج ہیں؛ پہلے ${shown} دکھائے گئے ہیں`,
    chaptersMissing: ({ missing, count, chapters = [] }) =>
      `کتاب کے ${count} میں سے ${missing} باب نہیں دکھائے جا سکتے${chapters.length === 0 ? '' : `: ${chapters.map(unshown).join('، ')}${missing > chapters.length ? '، …' : ''}`}`,
    savedDamaged: 'محفوظ صفحہ یا پیغام ہے جس کا متن نہیں، یا خراب ہے؛ دوبارہ HTML میں محفوظ کریں',
    attachments: ({ names }) =>
      `پیغام کے ساتھ فائلیں ہیں جو نہیں دکھائی گئیں: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    bookUnordered: 'کتاب نہیں بتاتی کہ کس ترتیب سے پڑھی جائے؛ فائلیں فہرست کی ترتیب سے ہیں',
    bookPacked: ({ method }) =>
      `کتاب ${method} سے دبائی گئی ہے جو یہاں نہیں کھلتی؛ عام zip میں دوبارہ باندھیں`,
    libraryFull: 'ڈسک بھر گئی ہے؛ کتب خانے میں کچھ نہیں بدلا، جگہ بنا کر دوبارہ کوشش کریں',
    libraryBusy: 'کتب خانہ کسی اور پروگرام کے استعمال میں ہے؛ اس کے بعد دوبارہ کوشش کریں',
    libraryTooFewFiles:
      'ابھی کتب خانہ نہیں: بہت کم فائلیں کھل سکتی ہیں؛ حد بڑھائیں (ulimit -n) اور دوبارہ شروع کریں',
    libraryClosed: 'کتب خانہ بند ہے؛ maqal دوبارہ شروع کریں',
    libraryForbidden: ({ folder }) =>
      `${folder} میں کتب خانے کی اجازت نہیں؛ دیکھیں فولڈر اور فائلیں کس کی ہیں`,
    libraryMisplaced: ({ folder }) => `کتب خانے کے فولڈر ${folder} کی جگہ ایک فائل ہے؛ اسے ہٹائیں`,
    libraryDisk: ({ folder, detail }) =>
      `${folder} کا کتب خانہ پڑھا یا لکھا نہیں جاتا (${detail})؛ کیا ڈسک بھری یا خراب ہے؟`,
    libraryDamaged: ({ folder, detail }) => `${folder} کا کتب خانہ خراب ہے: ${detail}`,
    libraryFails: ({ folder, detail }) => `${folder} کا کتب خانہ نہیں چلتا: ${detail}`,
    libraryServerAway: ({ server, detail }) =>
      `${server} کا کتب خانہ جواب نہیں دیتا (${detail})؛ دیکھیں سرور چل رہا ہے اور اس تک پہنچ ہے یا نہیں`,
    libraryPassword: ({ server }) =>
      `${server} کا کتب خانہ آپ کو داخل نہیں ہونے دیتا؛ MAQAL_LIBRARY یا ~/.pgpass میں نام اور پاس ورڈ دیکھیں`,
    libraryNoDatabase: ({ server }) => `${server} نام کا ڈیٹابیس نہیں؛ createdb سے بنائیں`,
    libraryNoRight: ({ server }) =>
      `آپ کو ${server} کے کتب خانے میں لکھنے کی اجازت نہیں؛ چلانے والے سے مانگیں (docs/library.md دیکھیں)`,
    libraryNoTrigrams: ({ server }) =>
      `ڈیٹابیس ${server} میں pg_trgm نہیں؛ اس کا مالک یوں شامل کرتا ہے: CREATE EXTENSION pg_trgm;`,
    libraryBadLocale: ({ server }) =>
      `ڈیٹابیس ${server} عربی حرف کو حرف نہیں مانتا؛ دوسرا یوں بنائیں: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    libraryOldServer: ({ server, version }) =>
      `${server} پر PostgreSQL ${version} ہے؛ کتب خانے کو نسخہ 15 یا نیا چاہیے`,
    libraryBadAddress: 'کتب خانے کا پتا سمجھ میں نہیں آیا؛ یوں لکھیں: postgres://USER@HOST/DATABASE',
    libraryOffline: ({ server }) =>
      `${server} کا کتب خانہ جواب نہیں دیتا: جو آپ پڑھتے ہیں وہ اسی مشین کے کتب خانے میں ہے`,
    libraryNewer: ({ version }) => `کتب خانہ maqal ${version} نے بنایا جو اس سے نیا ہے؛ maqal کو تازہ کریں`,
    noStore: ({ platform }) =>
      `یہاں کتب خانہ نہیں: اس کا انجن (libsql) ${platform} پر نہیں چلا؛ پڑھنا جاری ہے`,
    cannotSetAside: ({ file }) => `${file} خراب ہے اور الگ نہیں رکھی جا سکی؛ اسے خود ہٹائیں`,
    libraryReadOnly: ({ folder }) => `${folder} کا کتب خانہ پڑھا جا سکتا ہے، لکھا نہیں: اس میں کچھ نہیں رہتا`,
    keptTextDamaged: ({ source }) => `${source} کا رکھا ہوا متن خراب ہے اور نہیں دکھایا جا سکتا`,
    librarySetAside({ file, entries, lost }) {
      if (entries === 0) return `کتب خانہ پڑھا نہیں گیا؛ ${file} کے نام سے الگ رکھا گیا، اور نیا شروع ہوا`;
      const without = lost === 0 ? '' : `، ${lost} متن ضائع ہوئے`;
      return `کتب خانہ خراب تھا اور ${file} کے نام سے الگ رکھا گیا؛ ${entries} اندراج بچ گئے${without}`;
    },
    settingsUnreadable: 'پڑھی نہیں گئی؛ اس کے بغیر جاری ہے',
    settingsNotJson: ({ line, column }) => `درست JSON نہیں (سطر ${line}، کالم ${column})؛ اس کے بغیر جاری ہے`,
    settingsNotObject: 'ایک JSON آبجیکٹ ہونا چاہیے، { … }؛ اس کے بغیر جاری ہے',
    settingsNotMine: ({ model }) =>
      `اس میں ترتیبات نہیں، ویسی ہی چھوڑ دی گئی؛ اسے درست کریں یا ہٹائیں، یا ‎--terminal ${model} استعمال کریں`,
    settingsUnwritable: ({ model }) =>
      `لکھی نہیں جا سکتی، اس لیے انتخاب محفوظ نہیں ہوا؛ ‎--terminal ${model} استعمال کریں`,
    noSuchSetting: ({ name, nearest }) =>
      nearest === ''
        ? `«${name}» نام کی کوئی ترتیب نہیں؛ چھوڑ دی گئی`
        : `«${name}» نام کی کوئی ترتیب نہیں؛ کیا مراد «${nearest}» ہے؟ چھوڑ دی گئی`,
    badSetting: ({ name, choices }) => `«${name}» ان میں سے ایک ہو: ${choices.join('، ')}؛ چھوڑ دی گئی`,
    needsTerminal: 'ٹرمینل چاہیے؛ اسی میں چلائیں جسے جانچنا ہے',
    logUnwritable: 'MAQAL_LOG وہاں نہیں لکھی جا سکتی؛ اپنے کسی فولڈر کی فائل بتائیں',
    analysisFailed: ({ detail }) => `تجزیہ ٹوٹ گیا (${detail})؛ R دوبارہ کوشش کرتا ہے`,
    keepingFailed: ({ detail }) => `مضمون نہیں رکھا جا سکا (${detail})؛ K دوبارہ کوشش کرتا ہے`,
    defect: ({ detail, log }) =>
      log === ''
        ? `خود maqal میں غلطی (${detail})؛ MAQAL_LOG=FILE رکھ کر وہی کام دوبارہ کریں اور اس فائل کے ساتھ اطلاع دیں`
        : `خود maqal میں غلطی (${detail})؛ ${log} کے ساتھ اطلاع دیں`,
    cannotWrite: ({ code }) => `آؤٹ پٹ لکھی نہیں جا سکی (${code})؛ کیا ڈسک بھری ہے؟`,
    unknownOption: ({ name, nearest }) =>
      nearest === ''
        ? `${name} نام کا کوئی آپشن نہیں؛ maqal --help دیکھیں`
        : `${name} نام کا کوئی آپشن نہیں؛ کیا مراد ${nearest} ہے؟ maqal --help دیکھیں`,
    missingArgument: ({ name }) => `${name} نہیں دیا گیا؛ maqal --help دیکھیں`,
    missingValue: ({ name }) => `${name} کو قدر چاہیے؛ maqal --help دیکھیں`,
    badValue: ({ name, value, detail }) =>
      `${value}، ${name} کی قدر نہیں؛ یہ ہونی چاہیے: ${detail}؛ maqal --help دیکھیں`,
    badUsage: ({ detail }) => `${detail}؛ maqal --help دیکھیں`,
    noSuchCommand: ({ nearest }) => `ایسی کوئی فائل یا کمانڈ نہیں؛ کیا مراد maqal ${nearest} ہے؟`,
    tooFewFiles: 'بہت کم فائلیں کھل سکتی ہیں؛ حد بڑھائیں (ulimit -n) اور دوبارہ شروع کریں',
    tooLittleMemory: 'بہت کم میموری استعمال ہو سکتی ہے؛ حد بڑھائیں (ulimit -v) اور دوبارہ شروع کریں',
    nameNotUtf8: 'نام UTF-8 میں نہیں؛ نام بدلیں',
    nameTooLongInList: 'اس میں ایک نام بہت لمبا ہے؛ ہر سطر میں ایک نام لکھیں',
    wentAway: 'فولڈر پڑھتے ہوئے غائب ہو گئی؛ کمانڈ دوبارہ چلائیں',
    notInLibrary: 'کتب خانے میں نہیں؛ maqal library export articles بتاتا ہے کیا کیا ہے',
    damagedInLibrary: 'کتب خانے میں اس کا متن خراب ہے؛ دوبارہ کھولیں تاکہ نئے سرے سے رہے',
    badExpression: ({ detail }) =>
      `تلاش کوئی ریگولر ایکسپریشن نہیں (${detail})؛ اس کے حروف کے لیے ‎-E ہٹا دیں`,
    slowExpression: 'ریگولر ایکسپریشن ایک متن پر بہت وقت لیتی ہے؛ اسے سادہ کریں',
    nothingRemembered: 'اس کا کچھ محفوظ نہیں ہے',
    nothingStored: 'ترتیبات کے سوا کچھ محفوظ نہیں',
    nothingForgotten: 'کچھ حذف نہیں ہوا',
    forgettingUnasked: '‎--all پہلے پوچھتا ہے اور ٹرمینل چاہتا ہے؛ بغیر پوچھے حذف کرنے کو ‎--yes لکھیں',
    forgotten({ places, texts }) {
      const parts = [
        places > 0 ? `پڑھنے کے مقام (${places}) نشانوں اور نوٹوں سمیت` : '',
        texts > 0 ? `کتب خانے کے مضمون (${texts})` : '',
      ];
      return `حذف ہوا: ${parts.filter(Boolean).join('، ')}`;
    },
    forgetAll: ({ folder, places, megabytes }) =>
      `${folder} میں جو کچھ محفوظ ہے حذف ہو جائے گا: پڑھنے کے مقام (${places})، نشان، نوٹ، عادتیں اور کتب خانہ (${megabytes} میگابائٹ)؛ حذف کرنے کو «ہاں» لکھیں`,
    allForgotten: ({ places, megabytes }) =>
      `پڑھنے کے مقام (${places}) اور باقی سب محفوظ چیزیں (${megabytes} میگابائٹ) حذف ہو گئیں؛ ترتیبات باقی ہیں`,
    notDeleted: ({ file, code }) => `${file} حذف نہیں ہوئی (${code})؛ خود حذف کریں`,
    serverStays: ({ server }) =>
      `${server} پر کتب خانہ باقی ہے، شاید دوسروں کا بھی ہو؛ maqal forget SOURCE اس سے مضمون نکالتا ہے`,
    notAnalyzed: ({ detail }) => `تجزیہ نہیں ہوا (${detail})؛ براہ کرم اطلاع دیں`,
    libraryUnsound: ({ detail }) => `فائل خراب ہے: ${detail}؛ اگلی بار کھلنے پر ٹھیک کی جائے گی`,
    noSuchKeyName: ({ name, nearest }) =>
      nearest === ''
        ? `«${name}» نام کا کوئی عمل نہیں (maqal keys --json فہرست دیتا ہے)؛ یہ سطر چھوڑ دی گئی`
        : `«${name}» نام کا کوئی عمل نہیں؛ کیا مراد «${nearest}» ہے؟ یہ سطر چھوڑ دی گئی`,
    noKeys: ({ name }) => `«${name}» کے بعد کوئی کلید نہیں؛ کلیدیں لکھیں، یا none`,
    noSuchKey: ({ name }) =>
      `«${name}» کلید نہیں؛ ایک حرف یا ctrl-x یا pagedown جیسا نام لکھیں، تسلسل میں لاطینی کاما`,
    keyTaken: ({ name, other }) => `کلید «${name}» پہلے سے «${other}» کی ہے؛ یہاں چھوڑ دی گئی`,
    keysThere: 'پہلے سے موجود ہے اور اس پر نہیں لکھا جاتا؛ اسے بدلیں، یا ہٹا کر دوبارہ کریں',
  },
};

function unshown({ name, why, method }: UnshownChapter): string {
  const reasons = { missing: 'غائب', damaged: 'خراب', notText: 'متن نہیں', packed: `${method} سے دبا ہوا` };
  return `${name} (${reasons[why]})`;
}
