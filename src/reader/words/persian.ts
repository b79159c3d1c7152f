import type { Peer, UnshownChapter } from '../../article/model/problem.ts';
import { dateInWords, keyNames, longRead, type Words } from './vocabulary.ts';

/** Persian digits for 0 to 9. */
const digits = (value: number | string): string =>
  String(value).replace(/\d/gu, (digit) => String.fromCharCode(0x6f0 + Number(digit)));

/** Months of the Gregorian year, in which articles are dated, from CLDR. */
const months = 'ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر'.split(' ');

const party = ({ host, isProxy }: Peer): string => (isProxy ? `پراکسی ${host}` : host);

/** What an HTTP status without a page means; `seconds` is how long the server asks to wait. */
function answer(status: number, host: string, seconds?: number): string {
  const wait =
    seconds === undefined
      ? 'کمی'
      : seconds < 120
        ? `${digits(Math.ceil(seconds))} ثانیه`
        : `${digits(Math.ceil(seconds / 60))} دقیقه`;
  if (status === 204 || status === 205)
    return `${host} در این نشانی چیزی ندارد (${status})؛ نشانی را بررسی کنید`;
  if (status === 401) return `${host} گذرواژه می‌خواهد (${status})؛ آن را در مرورگر باز کنید`;
  if (status === 402 || status === 403 || status === 451)
    return `${host} آن را به این برنامه نمی‌دهد (${status})؛ در مرورگر باز کنید و صفحه را ذخیره کنید`;
  if (status === 404) return `${host} چنین صفحه‌ای ندارد (404)؛ نشانی را بررسی کنید`;
  if (status === 410) return `${host} صفحه را برداشته است (410)؛ در بایگانی‌ها دنبال نسخه‌ای بگردید`;
  if (status === 429)
    return `درخواست‌ها از ${host} زیاد بوده است (429)؛ ${wait} صبر کنید و دوباره امتحان کنید`;
  if (status >= 500) return `${host} دچار مشکل است (${status})؛ بعداً امتحان کنید`;
  return `${host} با وضعیت ${status} پاسخ داد؛ نشانی را بررسی کنید`;
}

/** The interface in Persian. */
export const persian: Words = {
  tabs: {
    quotes: 'نقل‌قول‌ها',
    entities: 'نام‌ها',
    outline: 'فهرست',
    timeline: 'زمان',
    links: 'پیوندها',
    hits: 'یافته‌ها',
    notes: 'یادداشت‌ها',
  },
  types: { person: 'اشخاص', organization: 'نهادها', place: 'جاها', date: 'تاریخ‌ها' },
  groups: {
    move: 'حرکت',
    jump: 'پرش',
    search: 'جست‌وجو',
    sidebar: 'فهرست کناری',
    articles: 'مقاله‌ها',
    view: 'نمایش',
    program: 'برنامه',
  },
  mouse: {
    heading: 'ماوس',
    gestures: [
      ['کلیک', 'انتخاب، باز کردن'],
      ['کشیدن', 'انتخاب متن به ترتیب نوشته'],
      ['Shift', 'با آن: انتخاب خود پایانه'],
    ],
  },
  headings: {
    mentions: 'اشاره‌ها',
    quotesBy: 'گفته‌ها',
    quotesAbout: 'دربارهٔ او گفته‌اند',
    appearsWith: 'همراه با',
  },
  reasons: {
    subject: 'فاعل فعلِ گفتن',
    colon: 'نامش پیش از دونقطه آمده',
    carried: 'سخن گویندهٔ پیشین ادامه دارد',
    pronoun: 'ضمیری که به او برمی‌گردد',
    office: 'سِمتی که به او برمی‌گردد',
    unnamed: 'مقاله نامش را نیاورده',
    none: 'گوینده معلوم نیست',
  },
  keys: {
    nextParagraph: 'بند بعدی',
    previousParagraph: 'بند قبلی',
    nextPage: 'یک صفحه جلو',
    previousPage: 'یک صفحه عقب',
    nextHalfPage: 'نیم صفحه جلو',
    previousHalfPage: 'نیم صفحه عقب',
    start: 'آغاز',
    end: 'پایان',
    nextQuote: 'نقل‌قول بعدی',
    previousQuote: 'نقل‌قول قبلی',
    nextMention: 'اشارهٔ بعدی به این نام',
    previousMention: 'اشارهٔ قبلی به این نام',
    back: 'بازگشت به جایی که بودم',
    lineDown: 'یک سطر جلو',
    lineUp: 'یک سطر عقب',
    forward: 'رفتن دوباره به جلو',
    nameForward: 'جست‌وجوی نام برگزیده',
    nameBack: 'جست‌وجوی نام برگزیده رو به عقب',
    setMark: 'گذاشتن نشانه با یک حرف',
    goToMark: 'رفتن به نشانه',
    search: 'جست‌وجو',
    nextHit: 'یافتهٔ بعدی، یا مطلب نخوانده',
    previousHit: 'یافتهٔ قبلی',
    list: 'فهرست و بازگشت',
    jump: 'رفتن به برگزیده',
    quotes: 'نقل‌قول‌ها',
    names: 'نام‌ها',
    outline: 'فهرست',
    timeline: 'گاه‌شمار',
    sidebar: 'نمایش و پنهان‌کردن فهرست',
    speaker: 'فقط گفته‌های همین گوینده',
    bySpeaker: 'نقل‌قول‌ها بر پایهٔ گوینده',
    namePage: 'صفحهٔ نام برگزیده',
    why: 'چرا این گوینده',
    listDown: 'پایین در فهرست',
    listUp: 'بالا در فهرست',
    listPageDown: 'یک صفحه از فهرست',
    listPageUp: 'یک صفحه از فهرست',
    listStart: 'آغاز فهرست',
    listEnd: 'پایان فهرست',
    nextList: 'فهرست بعدی',
    previousList: 'فهرست قبلی',
    library: 'کتابخانه و بازگشت',
    openLink: 'باز کردن پیوند',
    previousArticle: 'مقالهٔ قبلی',
    nextArticle: 'مقالهٔ بعدی',
    reload: 'بارگیری دوباره',
    keep: 'نگه‌داشتن در کتابخانه',
    forget: 'برداشتن از کتابخانه',
    libraryOnly: 'تنها از اینجا، از آن روز، نخوانده، نگه‌داشته',
    libraryOrder: 'به ترتیب زمان، روز انتشار، منبع',
    recentShelf: 'تازه‌خوانده‌ها',
    keptShelf: 'نگه‌داشته‌ها',
    feedsShelf: 'خوراک‌ها',
    peopleShelf: 'گویندگان',
    namesShelf: 'نهادها و جاها',
    bundledShelf: 'مقاله‌های همراه',
    copy: 'رونوشت بند یا نقل‌قول',
    cite: 'رونوشت با گوینده و منبع',
    theme: 'رنگ‌ها',
    tintedNames: 'نام‌های رنگی در متن',
    tashkeel: 'اعراب',
    justify: 'تراز دوطرفه',
    narrower: 'سطرهای باریک‌تر',
    wider: 'سطرهای پهن‌تر',
    help: 'راهنما',
    leave: 'بستن آنچه باز است',
    quit: 'خروج',
    suspend: 'توقف موقت',
    select: 'انتخاب',
    selectWord: 'یک واژه بیشتر',
    unselectWord: 'یک واژه کمتر',
    selectLetter: 'یک حرف بیشتر',
    unselectLetter: 'یک حرف کمتر',
    selectRow: 'یک سطر بیشتر',
    unselectRow: 'یک سطر کمتر',
    selectToStart: 'تا آغاز بند',
    selectToEnd: 'تا پایان بند',
    otherEnd: 'سر دیگر',
    note: 'یادداشت بر بند یا انتخاب',
    notes: 'یادداشت‌ها و نشانه‌ها',
    allRead: 'همهٔ خوراک خوانده‌شده',
    browse: 'باز کردن در مرورگر',
  },
  hints: {
    help: 'راهنما',
    list: 'فهرست',
    quote: 'نقل‌قول',
    search: 'جست‌وجو',
    copy: 'رونوشت',
    quit: 'خروج',
    library: 'کتابخانه',
    jump: 'رفتن',
    open: 'باز کردن',
    article: 'مقاله',
    namePage: 'صفحهٔ نام',
    lists: 'فهرست‌ها',
    speaker: 'گفته‌هایش',
    mentions: 'اشاره‌ها',
    byNumber: 'با شماره',
    back: 'بازگشت',
    remove: 'برداشتن',
    narrow: 'پالایش',
    refresh: 'تازه‌سازی',
    hits: 'بعدی، قبلی',
    endSearch: 'پایان جست‌وجو',
    leaveHelp: 'بازگشت',
    more: 'بیشتر',
    unread: 'نخوانده',
    feed: 'خوراک',
    select: 'واژه',
    selectRows: 'سطر',
    otherEnd: 'سر دیگر',
    cite: 'با منبع',
    note: 'یادداشت',
  },
  keyNames: { ...keyNames, space: 'فاصله' },
  nobody: 'گویندهٔ ناشناس',
  search: 'جست‌وجو',
  nothing: {
    quotes: 'این مقاله نقل‌قولی ندارد',
    entities: 'در این مقاله نامی نیست',
    outline: 'این مقاله عنوان میانی ندارد',
    timeline: 'در این مقاله تاریخی نیست',
    links: 'این مقاله پیوندی ندارد',
    hits: 'چیزی یافت نشد',
    notes: 'هنوز یادداشت و نشانه‌ای نیست: c یادداشت، m نشانه',
  },
  readingTime: (minutes) =>
    minutes < longRead
      ? `${digits(minutes)} دقیقه مطالعه`
      : `${digits(Math.round(minutes / 60))} ساعت مطالعه`,
  number: digits,
  percent: (value) => `${digits(value)}٪`,
  paragraph: (index, count) => `بند ${digits(index)} از ${digits(count)}`,
  hits(index, count) {
    if (count === 0) return 'چیزی یافت نشد';
    return index > 0 && count > 1 ? `${digits(index)} از ${digits(count)} یافته` : `${digits(count)} یافته`;
  },
  enterSearches: 'Enter جست‌وجو می‌کند',
  date: (iso) => digits(dateInWords(iso, months)),
  copied: (characters) => `${digits(characters)} نویسه رونوشت شد`,
  copiedToTerminal: (programs) =>
    `به پایانه سپرده شد؛ اگر بریده‌دان ندارد ${programs.join(' یا ')} را نصب کنید`,
  notFound: (query, ways, near, key) =>
    `«${query}»${ways} یافت نشد${near.length > 0 ? `؛ نزدیک‌ترین: ${near.join('، ')}${key && ` · ${key} ${near.length > 1 ? 'اولی' : 'آن'} را می‌جوید`}` : ''}`,
  searchToggles: { case: 'بزرگ‌وکوچک', word: 'واژه', regex: 'الگو', exact: 'عین حرف' },
  nearest: (word) => `چیزی یافت نشد · Tab ${word}`,
  denied: 'تکذیب',
  via: (name) => `به نقل از ${name}`,
  notices: {
    wait: 'نام‌ها و نقل‌قول‌ها جست‌وجو می‌شوند؛ کلیدها در انتظارند',
    noQuotes: 'پس از اینجا نقل‌قولی نیست',
    noQuotesBefore: 'پیش از اینجا نقل‌قولی نیست',
    noQuoteChosen: 'نخست نقل‌قولی را برگزینید (])',
    noPage: 'این گوینده صفحه‌ای ندارد',
    noMention: 'نخست نامی را از فهرست برگزینید (2)',
    noHits: 'هنوز جست‌وجویی نیست: با / آغاز کنید',
    nowhereBack: 'جایی برای بازگشت نیست',
    nowhereForward: 'جایی برای پیش‌رفتن نیست',
    whichMark: 'کدام حرف؟',
    nothingToCopy: 'چیزی برای رونوشت نیست',
    noLinks: 'این مقاله پیوندی ندارد',
    noVisitBack: 'پیش از این مقاله‌ای نیست',
    noVisitForward: 'پس از این مقاله‌ای نیست',
    keeping: 'مقاله نگه داشته می‌شود…',
    kept: 'در کتابخانه نگه داشته شد',
    reloaded: 'دوباره بارگیری شد',
    fromFeed: 'متن خوراک · R صفحه را می‌آورد',
    readOnce: 'آنچه از لوله آمده دوباره از منبعش خوانده نمی‌شود',
    noLibrary: 'در این دستگاه کتابخانه‌ای نیست',
    forgotten: 'از کتابخانه برداشته شد',
    badPattern: 'عبارت منظم هنوز کامل نیست',
    slowPattern: 'این عبارت اینجا بسیار طول می‌کشد؛ ساده‌ترش کنید',
    unknownTerminal: 'پایانهٔ ناشناخته؛ اگر نوشته درست نیست: maqal doctor --calibrate',
    doubtfulTerminal: 'اگر نوشته در این پایانه درست نیست: maqal doctor --calibrate',
    noted: 'یادداشت شد · C یادداشت‌ها را می‌آورد',
    noteRemoved: 'یادداشت پاک شد',
    allRead: 'چیز نخوانده‌ای نیست',
    noFeed: 'این خوراک نیست',
    browsing: 'در مرورگر باز شد',
    noBrowser: 'اینجا مرورگری نیست؛ نشانی رونوشت شد',
    noAddress: 'نشانی نیست: نه مقاله دارد نه این بند',
  },
  forgetAgain: 'یک بار دیگر x آن را از کتابخانه برمی‌دارد',
  wrapped: (by, index, count) =>
    `${by > 0 ? 'به پایان رسید، از آغاز' : 'به آغاز رسید، از پایان'}: ${digits(index)} از ${digits(count)}`,
  markSet: (name) => `نشانهٔ ${name} گذاشته شد`,
  noSuchMark: (name) => `نشانه‌ای به نام ${name} نیست`,
  tashkeel: (shown) => (shown ? 'اعراب پیداست' : 'اعراب پنهان است'),
  tashkeelHidden: 'بی‌اعراب',
  justify: (on) => (on ? 'سطرها دوطرفه تراز است' : 'سطرها یک‌طرفه تراز است'),
  width: (cells) => `پهنای سطر ${digits(cells)} خانه`,
  theme: {
    neutral: 'رنگ‌های خنثی',
    dark: 'رنگ‌ها برای زمینهٔ تیره',
    light: 'رنگ‌ها برای زمینهٔ روشن',
    contrast: 'تضاد زیاد',
    plain: 'بی‌رنگ',
  },
  tintedNames: {
    people: 'اشخاص رنگی‌اند',
    all: 'همهٔ نام‌ها رنگی‌اند',
    chosen: 'فقط نام برگزیده رنگی است',
  },
  analysing: (share) => `در حال تحلیل ${share}`,
  kilobytes: (count) => `${digits(count)} ک‌ب`,
  shortQuery: 'متن‌ها با دو حرف یا بیشتر جست‌وجو می‌شوند',
  opening: (source, share) => `باز کردن ${source}${share && ` ${share}`} · Esc لغو می‌کند`,
  unknownKey: (typed, near, does) =>
    near ? `${typed} اینجا کلید نیست؛ ${near}: ${does}` : `${typed} اینجا کلید نیست؛ ? کلیدها را می‌شمارد`,
  linkNumber: (number, count) => `پیوند ${number} از ${count}: رقمی دیگر یا Enter`,
  linkWarning: {
    otherHost: (host) => `به ${host} می‌رود، نه به آنچه واژه‌هایش می‌گوید: همین کلید بار دیگر آن را می‌گشاید`,
    private: (host) => `به شبکه‌ای خصوصی می‌رود، به ${host}: همین کلید بار دیگر آن را می‌گشاید`,
  },
  outsideLink: (scheme) => (scheme ? `پیوندهای ${scheme} اینجا باز نمی‌شوند` : 'این پیوند به جایی نمی‌رسد'),
  keptOnlyOn: (date) => `نسخهٔ نگه‌داشتهٔ ${date}`,
  notSaved: (why, code) =>
    `جای خواندن ذخیره نمی‌شود: ${
      {
        full: 'دیسک پر است؛ جایی در آن باز کنید',
        denied: 'در پوشه‌اش نمی‌توان نوشت؛ XDG_DATA_HOME را بررسی کنید',
        inTheWay: 'به جای پوشه‌اش پرونده‌ای هست؛ آن را جابه‌جا کنید یا XDG_DATA_HOME را تغییر دهید',
        other: code,
      }[why]
    }`,
  setAside: (file) => `آنچه از این مقاله به یاد مانده بود خوانده نشد؛ کنار گذاشته شد: ${file}`,
  keptOn: (date) => `نسخهٔ نگه‌داشتهٔ ${date} · R دوباره بارگیری می‌کند`,
  library: 'کتابخانه',
  shelves: {
    recent: 'تازه',
    kept: 'نگه‌داشته',
    feeds: 'خوراک‌ها',
    people: 'گویندگان',
    names: 'نام‌ها',
    bundled: 'همراه',
  },
  emptyShelf: {
    recent: 'هنوز چیزی باز نشده است',
    kept: 'چیزی نگه داشته نشده: K مقالهٔ باز را نگه می‌دارد؛ آنچه از شبکه می‌آید خودش می‌ماند',
    feeds: 'خوراکی نیست: نشانی RSS یا Atom را باز کنید تا اینجا بماند',
    people: 'در نگه‌داشته‌ها از کسی نقل‌قولی نیست: K مقالهٔ باز را نگه می‌دارد',
    names: 'در نگه‌داشته‌ها نامی نیست: K مقالهٔ باز را نگه می‌دارد',
    bundled: 'مقاله‌ای همراه نیست',
  },
  only: {
    site: (name) => `تنها از ${name}`,
    day: (day) => `تنها ${day}`,
    unread: 'تنها آنچه تا پایان خوانده نشده',
    kept: 'تنها نگه‌داشته‌ها',
  },
  onlySpeaker: (shown, all, key) => `${digits(shown)} از ${digits(all)} · ${key} همه`,
  shares: '٪ از سخنان نقل‌شده',
  ordered: { date: 'به ترتیب روز انتشار', site: 'به ترتیب منبع' },
  nothingOfThat: 'چیزی نیست: f بعدی، Esc همه',
  inLibrary: 'جست‌وجو در کتابخانه',
  keptAreSearched: 'متن مقاله‌های نگه‌داشته جست‌وجو می‌شود: K مقالهٔ باز را نگه می‌دارد',
  loading: 'یک لحظه…',
  keptSign: 'نگه‌داشته',
  recentDays: ['امروز', 'دیروز'],
  quotesIn: (quotes, mentions) =>
    [quotes > 0 ? `${digits(quotes)} نقل‌قول` : '', mentions > 0 ? `${digits(mentions)} اشاره` : '']
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `در ${digits(articles)} مقاله`,
  firstAndLast: (first, last) => (first === last ? first : `نخستین ${first}، تازه‌ترین ${last}`),
  rowOf: (index, count, more) => `${digits(index)} از ${more ? 'بیش از ' : ''}${digits(count)}`,
  articleOf: (index, count) =>
    `مقالهٔ ${digits(index)} از ${digits(count)}${index < count ? ' · L بعدی' : ''}${index > 1 ? ' · H قبلی' : ''}`,
  refreshing: (done, total) => `تازه کردن خوراک‌ها: ${digits(done)} از ${digits(total)} · Esc لغو می‌کند`,
  notRefreshed: (count, hosts) => `${digits(count)} خوراک تازه نشد: ${hosts.join('، ')}`,
  refreshed: (count) => (count === 0 ? 'چیز تازه‌ای نیست' : `${digits(count)} تازه`),
  note: 'یادداشت',
  noteKeys: 'Enter نگه می‌دارد · Esc رها می‌کند',
  reordered: (written) => `! نمایشش با نوشته یکی نیست: ${written}`,
  unread: (count) => `${digits(count)} نخوانده`,
  renewed: (added, gone) =>
    added + gone === 0
      ? 'دوباره بارگیری شد؛ چیزی تغییر نکرده'
      : `دوباره بارگیری شد؛ بندهای تازه: ${digits(added)}، حذف‌شده: ${digits(gone)}`,
  tooSmall: (columns, rows) => `پنجره را تا ${digits(columns)}×${digits(rows)} بزرگ کنید`,
  kinds: {
    pdf: 'سند PDF',
    png: 'تصویر PNG',
    jpeg: 'تصویر JPEG',
    gif: 'تصویر GIF',
    webp: 'تصویر WebP',
    gzip: 'بایگانی gzip',
    sevenZip: 'بایگانی 7-Zip',
    rar: 'بایگانی RAR',
    xz: 'بایگانی xz',
    bzip2: 'بایگانی bzip2',
    zstandard: 'بایگانی Zstandard',
    program: 'برنامه',
    webAssembly: 'ماژول WebAssembly',
    oldWord: 'سند قدیمی Word',
    rtf: 'سند RTF',
    sqlite: 'پایگاه دادهٔ SQLite',
    mp3: 'صدای MP3',
    media: 'پروندهٔ صدا یا ویدئو',
    binary: 'پروندهٔ دودویی',
  },
  problems: {
    noSuchFile: 'چنین پرونده‌ای نیست؛ نام و پوشه‌اش را بررسی کنید',
    noSuchFolder: 'چنین پرونده‌ای نیست: بخشی از مسیرش پوشه نیست؛ مسیر را بررسی کنید',
    notPermitted: 'اجازهٔ خواندنش نیست؛ اجازهٔ خواندن بخواهید (chmod +r)',
    linkLoop: 'پیوندی است که به خودش برمی‌گردد؛ آنچه را باید به آن اشاره کند باز کنید',
    nameTooLong: 'نامش بلندتر از آن است که سیستم می‌پذیرد؛ نام را بررسی کنید',
    isFolder: 'پوشه است؛ پرونده‌ای در آن را نام ببرید',
    noSuchDevice: 'سوکت یا دستگاهی است که نیست؛ پرونده‌ای را نام ببرید',
    tooManyFiles: 'باز نمی‌شود: پرونده‌های باز زیادند؛ چندتا را ببندید و دوباره امتحان کنید',
    diskFails: 'خوانده نمی‌شود: دیسک خطا می‌دهد؛ نسخهٔ دیگری را امتحان کنید',
    impossibleName: 'نام ممکنی برای پرونده نیست؛ نام را بررسی کنید',
    isPipe: 'لولهٔ نام‌دار است، نه پرونده؛ آن را از لوله بفرستید و - را باز کنید',
    isSocket: 'سوکت است، نه پرونده؛ آن را از لوله بفرستید و - را باز کنید',
    isDevice: 'دستگاه است، نه پرونده؛ آن را از لوله بفرستید و - را باز کنید',
    keyboard: 'ورودی استاندارد صفحه‌کلید است؛ متنی را از لوله بفرستید یا پرونده‌ای را نام ببرید',
    unreadable: ({ code }) => `خوانده نمی‌شود (${code})؛ نسخهٔ دیگری را امتحان کنید`,
    fileTooLarge: ({ megabytes }) =>
      `بزرگ‌تر از ${digits(megabytes)} مگابایت است؛ آن را تکه کنید و بخشی را باز کنید`,
    isEmpty: 'خالی است؛ چیزی برای خواندن ندارد',
    onlySpace: 'متنی ندارد، فقط فاصله است؛ چیزی برای خواندن ندارد',
    isBinary: ({ kind }) => `${persian.kinds[kind]} است، نه متن؛ نخست آن را به متن تبدیل کنید`,
    noSuchEncoding: ({ name, known }) =>
      `کدگذاری‌ای به نام ${name} نیست؛ اینها را امتحان کنید: ${known.join('، ')}`,
    isOfficeDocument: 'بایگانی یا سند اداری است، نه کتاب؛ آن را باز کنید یا به‌صورت متن یا HTML ذخیره کنید',
    bookIncomplete: 'کتابی بی‌محتوا یا آسیب‌دیده است؛ نسخهٔ دیگری را امتحان کنید',
    bookLocked: 'فروشنده‌اش آن را قفل کرده است (DRM)؛ در برنامه‌ای که برایش خریده شده باز کنید',
    archiveDamaged: 'بایگانی آسیب‌دیده است؛ نسخهٔ دیگری را امتحان کنید',
    archiveTooLarge: 'پس از باز شدن از هر کتابی بزرگ‌تر است؛ به آن اعتماد نکنید',
    archiveTooManyFiles: 'پرونده‌هایش از هر کتابی بیشتر است؛ به آن اعتماد نکنید',
    feedDamaged: 'خوراک JSON آسیب‌دیده است؛ دوباره بارگیری کنید',
    noLongerKept: 'دیگر در کتابخانه نیست؛ دوباره باز کنید',
    gaveUp: 'لغو شد؛ برای امتحان دوباره بازش کنید',
    invalidAddress: 'نشانی درستی نیست؛ آن را بررسی کنید',
    redirectsNowhere: 'به نشانی نادرستی می‌فرستد؛ در مرورگر باز کنید',
    redirectsForever: 'بی‌پایان از نشانی‌ای به نشانی دیگر می‌فرستد؛ در مرورگر باز کنید',
    notPage: ({ scheme }) => `به ${scheme} می‌رسد، نه به صفحه؛ در مرورگر باز کنید`,
    intoPrivate: ({ host }) =>
      `از اینترنت به شبکه‌ای خصوصی می‌رسد (${host})؛ اگر به آن اعتماد دارید، همان نشانی را باز کنید`,
    unknownHost: ({ peer }) => `میزبانی به نام ${peer.host} نیست؛ نشانی و سپس شبکه را بررسی کنید`,
    lookupFailed: ({ peer }) => `نام ${peer.host} اکنون پیدا نمی‌شود؛ شبکه را بررسی کنید`,
    refusedConnection: ({ peer }) => `${party(peer)} اتصال را نپذیرفت؛ نشانی و درگاهش را بررسی کنید`,
    brokenConnection: ({ peer }) => `اتصال با ${party(peer)} قطع شد؛ دوباره امتحان کنید`,
    unreachable: ({ peer }) => `دسترسی به ${party(peer)} ممکن نیست؛ شبکه و سپس نشانی را بررسی کنید`,
    certificateExpired: ({ peer }) =>
      `گواهی ${party(peer)} امروز معتبر نیست؛ ساعت این دستگاه را بررسی کنید یا بعداً امتحان کنید`,
    certificateUntrusted: ({ peer }) =>
      `گواهی ${party(peer)} را مرجع معتبری امضا نکرده است؛ بازش نکنید یا از صاحبش بپرسید`,
    certificateOfOther: ({ peer }) => `گواهی از آنِ ${party(peer)} نیست؛ نشانی را بررسی کنید`,
    insecure: ({ peer, code }) =>
      `${party(peer)} اتصال امن برقرار نمی‌کند (${code})؛ نشانی یا ساعت این دستگاه را بررسی کنید`,
    notWebServer: ({ peer, code }) =>
      `${party(peer)} مانند سرور وب پاسخ نمی‌دهد (${code})؛ نشانی را بررسی کنید`,
    damagedAnswer: ({ peer, code }) => `آنچه ${party(peer)} فرستاد آسیب‌دیده است (${code})؛ بعداً امتحان کنید`,
    peerFails: ({ peer, code }) => `گفت‌وگو با ${party(peer)} ممکن نیست (${code})؛ بعداً امتحان کنید`,
    noAnswer: ({ peer }) => `${party(peer)} پاسخ نمی‌دهد؛ بعداً امتحان کنید`,
    stoppedSending: ({ peer }) => `${party(peer)} دیگر چیزی نمی‌فرستد؛ بعداً امتحان کنید`,
    tooSlow: ({ peer }) => `${party(peer)} بسیار کند است؛ بعداً امتحان کنید`,
    emptyPage: ({ peer }) => `${party(peer)} صفحه‌ای خالی فرستاد؛ بعداً امتحان کنید`,
    notText: ({ media }) => `متن نیست (${media})؛ در مرورگر باز کنید`,
    pageTooLarge: ({ megabytes }) =>
      `بزرگ‌تر از ${digits(megabytes)} مگابایت است؛ ذخیره کنید و بخشی را باز کنید`,
    status: ({ status, host, seconds }) => answer(status, host, seconds),
    proxyStatus({ status, proxy, host }) {
      const who = proxy === '' ? 'پراکسی' : `پراکسی ${proxy}`;
      if (status === 407)
        return `${who} گذرواژه می‌خواهد (407)؛ آن را در نشانی‌اش بنویسید، مانند http://name:password@proxy`;
      if (status >= 500)
        return `${who} به ${host} نمی‌رسد (${status})؛ نشانی را بررسی کنید یا بعداً امتحان کنید`;
      return `${who} دسترسی به ${host} را نمی‌دهد (${status})؛ از گردانندهٔ آن بپرسید یا میزبان را در no_proxy بیاورید`;
    },
    proxyKind: ({ proxy, host }) =>
      `پراکسی ${proxy} از گونه‌ای است که اینجا به کار نمی‌آید؛ یکی با آغاز http:// بدهید یا ${host} را در no_proxy بیاورید`,
    undecodable: ({ count, encoding }) =>
      `${digits(count)} جا به کدگذاری ${encoding} خوانده نشد و \uFFFD نشان داده می‌شود؛ شاید ‎--encoding دیگری کمک کند`,
    frontMatter: ({ detail }) => `دادهٔ سرآغاز مقاله خوانده نشد و همان‌گونه که هست نشان داده می‌شود: ${detail}`,
    frontMatterUnshown: ({ names }) =>
      `در دادهٔ سرآغاز مقاله چیزی هست که نشان داده نمی‌شود: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    feedCut: ({ count, shown }) =>
      `خوراک ${digits(count)} مطلب دارد؛ ${digits(shown)} تای نخست نشان داده می‌شود`,
    chaptersMissing: ({ missing, count, chapters = [] }) =>
      `${digits(missing)} از ${digits(count)} فصل کتاب نشان داده نمی‌شود${chapters.length === 0 ? '' : `: ${chapters.map(unshown).join('، ')}${missing > chapters.length ? '، …' : ''}`}`,
    savedDamaged: 'صفحه یا نامهٔ ذخیره‌شده‌ای بی‌متن یا آسیب‌دیده است؛ دوباره به‌صورت HTML ذخیره کنید',
    attachments: ({ names }) =>
      `پیوست‌های نامه نشان داده نمی‌شود: ${names.slice(0, 5).join('، ')}${names.length > 5 ? '، …' : ''}`,
    bookUnordered: 'کتاب ترتیب خواندنش را نمی‌گوید؛ پرونده‌هایش به همان ترتیب فهرست آمده‌اند',
    bookPacked: ({ method }) =>
      `کتابی است فشرده با ${method} که اینجا باز نمی‌شود؛ دوباره به‌صورت zip معمولی بسته‌بندی کنید`,
    libraryFull: 'دیسک پر است؛ کتابخانه تغییری نکرد، جایی باز کنید و دوباره امتحان کنید',
    libraryBusy: 'کتابخانه در دست برنامهٔ دیگری است؛ پس از پایان آن دوباره امتحان کنید',
    libraryTooFewFiles:
      'اکنون کتابخانه‌ای نیست: پرونده‌های کمی می‌توان باز کرد؛ حد را بالا ببرید (ulimit -n) و دوباره آغاز کنید',
    libraryClosed: 'کتابخانه بسته است؛ maqal را دوباره آغاز کنید',
    libraryForbidden: ({ folder }) => `اجازهٔ کتابخانه در ${folder} نیست؛ ببینید پوشه و پرونده‌هایش از آن کیست`,
    libraryMisplaced: ({ folder }) => `به جای پوشهٔ کتابخانه ${folder} پرونده‌ای هست؛ آن را جابه‌جا کنید`,
    libraryDisk: ({ folder, detail }) =>
      `کتابخانهٔ ${folder} خوانده یا نوشته نمی‌شود (${detail})؛ شاید دیسک پر یا خراب باشد`,
    libraryDamaged: ({ folder, detail }) => `کتابخانهٔ ${folder} آسیب دیده است: ${detail}`,
    libraryFails: ({ folder, detail }) => `کتابخانهٔ ${folder} کار نمی‌کند: ${detail}`,
    libraryServerAway: ({ server, detail }) =>
      `کتابخانهٔ ${server} پاسخ نمی‌دهد (${detail})؛ ببینید سرور روشن و در دسترس است یا نه`,
    libraryPassword: ({ server }) =>
      `کتابخانهٔ ${server} اجازهٔ ورود نمی‌دهد؛ نام کاربر و گذرواژه را در MAQAL_LIBRARY یا ~/.pgpass ببینید`,
    libraryNoDatabase: ({ server }) => `پایگاه دادهٔ ${server} نیست؛ آن را با createdb بسازید`,
    libraryNoRight: ({ server }) =>
      `اجازهٔ نوشتن در کتابخانهٔ ${server} ندارید؛ از گردانندهٔ آن بخواهید (docs/library.md می‌گوید چگونه)`,
    libraryNoTrigrams: ({ server }) =>
      `پایگاه دادهٔ ${server} افزونهٔ pg_trgm ندارد؛ صاحب آن با این دستور می‌افزاید: CREATE EXTENSION pg_trgm;`,
    libraryBadLocale: ({ server }) =>
      `پایگاه دادهٔ ${server} حرف عربی را حرف نمی‌داند؛ یکی بسازید با: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    libraryOldServer: ({ server, version }) =>
      `${server} نسخهٔ PostgreSQL ${version} است؛ کتابخانه نسخهٔ ۱۵ یا تازه‌تر می‌خواهد`,
    libraryBadAddress: 'نشانی کتابخانه فهمیده نمی‌شود؛ چنین بنویسید: postgres://USER@HOST/DATABASE',
    libraryOffline: ({ server }) =>
      `کتابخانهٔ ${server} پاسخ نمی‌دهد: آنچه می‌خوانید در کتابخانهٔ همین دستگاه است`,
    libraryNewer: ({ version }) =>
      `کتابخانه را maqal ${version} ساخته که از این تازه‌تر است؛ maqal را به‌روز کنید`,
    noStore: ({ platform }) =>
      `اینجا کتابخانه‌ای نیست: موتور آن (libsql) در ${platform} بارگیری نشد؛ خواندن ادامه دارد`,
    cannotSetAside: ({ file }) => `${file} آسیب دیده و کنار گذاشته نمی‌شود؛ خودتان آن را جابه‌جا کنید`,
    libraryReadOnly: ({ folder }) => `کتابخانهٔ ${folder} خواندنی است و نوشتنی نیست: چیزی در آن نمی‌ماند`,
    keptTextDamaged: ({ source }) => `متن نگه‌داشتهٔ ${source} آسیب دیده و نشان داده نمی‌شود`,
    librarySetAside({ file, entries, lost }) {
      if (entries === 0)
        return `کتابخانه خوانده نشد؛ با نام ${file} کنار گذاشته شد و کتابخانهٔ تازه‌ای آغاز شد`;
      const without = lost === 0 ? '' : `، ${digits(lost)} متن از دست رفت`;
      return `کتابخانه آسیب دیده بود و با نام ${file} کنار گذاشته شد؛ ${digits(entries)} مدخل ماند${without}`;
    },
    settingsUnreadable: 'خوانده نمی‌شود؛ بی آن ادامه می‌یابد',
    settingsNotJson: ({ line, column }) =>
      `JSON درستی نیست (سطر ${digits(line)}، ستون ${digits(column)})؛ بی آن ادامه می‌یابد`,
    settingsNotObject: 'باید یک شیء JSON باشد، { … }؛ بی آن ادامه می‌یابد',
    settingsNotMine: ({ model }) =>
      `تنظیمی در آن نیست و همان‌گونه ماند؛ درستش کنید یا جابه‌جا کنید، یا ‎--terminal ${model} را به کار ببرید`,
    settingsUnwritable: ({ model }) => `نوشته نمی‌شود، پس انتخاب نماند؛ ‎--terminal ${model} را به کار ببرید`,
    noSuchSetting: ({ name, nearest }) =>
      nearest === ''
        ? `تنظیمی به نام «${name}» نیست؛ کنار گذاشته شد`
        : `تنظیمی به نام «${name}» نیست؛ منظورتان «${nearest}» است؟ کنار گذاشته شد`,
    badSetting: ({ name, choices }) =>
      `«${name}» باید یکی از اینها باشد: ${choices.join('، ')}؛ کنار گذاشته شد`,
    needsTerminal: 'پایانه می‌خواهد؛ در همان که باید سنجیده شود اجرا کنید',
    logUnwritable: 'MAQAL_LOG آنجا نوشته نمی‌شود؛ پرونده‌ای در پوشهٔ خودتان نام ببرید',
    analysisFailed: ({ detail }) => `تحلیل نیمه‌کاره ماند (${detail})؛ R دوباره امتحان می‌کند`,
    keepingFailed: ({ detail }) => `مقاله نگه داشته نشد (${detail})؛ K دوباره امتحان می‌کند`,
    defect: ({ detail, log }) =>
      log === ''
        ? `خطایی در خود maqal (${detail})؛ MAQAL_LOG=FILE را بگذارید، همان کار را دوباره بکنید و با آن پرونده گزارش دهید`
        : `خطایی در خود maqal (${detail})؛ با ${log} گزارش دهید`,
    cannotWrite: ({ code }) => `خروجی نوشته نمی‌شود (${code})؛ آیا دیسک پر است؟`,
    unknownOption: ({ name, nearest }) =>
      nearest === ''
        ? `گزینه‌ای به نام ${name} نیست؛ maqal --help را ببینید`
        : `گزینه‌ای به نام ${name} نیست؛ منظورتان ${nearest} است؟ maqal --help را ببینید`,
    missingArgument: ({ name }) => `${name} داده نشده است؛ maqal --help را ببینید`,
    missingValue: ({ name }) => `گزینهٔ ${name} مقدار می‌خواهد؛ maqal --help را ببینید`,
    badValue: ({ name, value, detail }) =>
      `${value} مقداری برای ${name} نیست؛ باید این باشد: ${detail}؛ maqal --help را ببینید`,
    badUsage: ({ detail }) => `${detail}؛ maqal --help را ببینید`,
    noSuchCommand: ({ nearest }) => `چنین پرونده یا فرمانی نیست؛ منظورتان maqal ${nearest} است؟`,
    tooFewFiles: 'پرونده‌های کمی می‌توان باز کرد؛ حد را بالا ببرید (ulimit -n) و دوباره آغاز کنید',
    tooLittleMemory: 'حافظهٔ کمی در اختیار است؛ حد را بالا ببرید (ulimit -v) و دوباره آغاز کنید',
    nameNotUtf8: 'نامش UTF-8 نیست؛ نامش را عوض کنید',
    nameTooLongInList: 'نامی بیش از اندازه بلند دارد؛ در هر سطر یک نام بنویسید',
    wentAway: 'هنگام خواندن پوشه ناپدید شد؛ فرمان را دوباره اجرا کنید',
    notInLibrary: 'در کتابخانه نیست؛ maqal library export articles نشان می‌دهد چه هست',
    damagedInLibrary: 'متنش در کتابخانه آسیب دیده است؛ دوباره باز کنید تا از نو بماند',
    badExpression: ({ detail }) => `جست‌وجو عبارت منظم درستی نیست (${detail})؛ برای خود حروفش ‎-E را بردارید`,
    slowExpression: 'عبارت منظم روی متنی بسیار طول می‌کشد؛ ساده‌ترش کنید',
    nothingRemembered: 'چیزی از آن ذخیره نشده است',
    nothingStored: 'جز تنظیمات چیزی ذخیره نشده است',
    nothingForgotten: 'چیزی پاک نشد',
    forgettingUnasked: 'پیش از ‎--all پرسیده می‌شود و پایانه لازم است؛ برای پاک کردن بی‌پرسش ‎--yes را بیفزایید',
    forgotten({ places, texts }) {
      const parts = [
        places > 0 ? `${digits(places)} جای خواندن با نشانه‌ها و یادداشت‌ها` : '',
        texts > 0 ? `${digits(texts)} مقاله از کتابخانه` : '',
      ];
      return `پاک شد: ${parts.filter(Boolean).join('، ')}`;
    },
    forgetAll: ({ folder, places, megabytes }) =>
      `هر چه در ${folder} ذخیره شده پاک می‌شود: ${digits(places)} جای خواندن، نشانه‌ها، یادداشت‌ها، عادت‌ها و کتابخانه (${digits(megabytes).replace('.', '٫')} مگابایت)؛ برای پاک کردن «بله» بنویسید`,
    allForgotten: ({ places, megabytes }) =>
      `${digits(places)} جای خواندن و هر چیز ذخیره‌شدهٔ دیگر (${digits(megabytes).replace('.', '٫')} مگابایت) پاک شد؛ تنظیمات می‌ماند`,
    notDeleted: ({ file, code }) => `${file} پاک نشد (${code})؛ خودتان پاکش کنید`,
    serverStays: ({ server }) =>
      `کتابخانهٔ ${server} می‌ماند، چون شاید از آن دیگران هم باشد؛ maqal forget SOURCE مقاله‌ای را از آن برمی‌دارد`,
    notAnalyzed: ({ detail }) => `تحلیل نشد (${detail})؛ لطفاً گزارش دهید`,
    libraryUnsound: ({ detail }) => `پرونده آسیب دیده است: ${detail}؛ بار بعد که باز شود درست می‌شود`,
    noSuchKeyName: ({ name, nearest }) =>
      nearest === ''
        ? `فرمانی به نام «${name}» نیست (maqal keys --json همه را می‌آورد)؛ این سطر کنار گذاشته شد`
        : `فرمانی به نام «${name}» نیست؛ منظورتان «${nearest}» است؟ این سطر کنار گذاشته شد`,
    noKeys: ({ name }) => `پس از «${name}» کلیدی نیست؛ کلیدها را بنویسید، یا none برای هیچ`,
    noSuchKey: ({ name }) =>
      `«${name}» کلید نیست؛ یک نویسه یا نامی مانند ctrl-x یا pagedown بنویسید، با ویرگول لاتین میان ضربه‌ها`,
    keyTaken: ({ name, other }) => `کلید «${name}» از پیش برای «${other}» است؛ اینجا کنار گذاشته شد`,
    keysThere: 'از پیش هست و رویش نوشته نمی‌شود؛ آن را تغییر دهید یا جابه‌جا کنید',
  },
};

function unshown({ name, why, method }: UnshownChapter): string {
  const reasons = { missing: 'نیست', damaged: 'آسیب‌دیده', notText: 'متن نیست', packed: `فشرده با ${method}` };
  return `${name} (${reasons[why]})`;
}
