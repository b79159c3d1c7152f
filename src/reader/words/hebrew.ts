import type { Peer, UnshownChapter } from '../../article/model/problem.ts';
import { dateInWords, keyNames, longRead, type Words } from './vocabulary.ts';

/** Months with the particle that stands between them and the day, from CLDR. */
const months = 'בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר'.split(
  ' ',
);

/** One of them has a word of its own behind the noun. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${String(count)} ${many}`;

const party = ({ host, isProxy }: Peer): string => (isProxy ? `השרת המתווך ${host}` : host);

/** What an HTTP status without a page means; `seconds` is how long the server asks to wait. */
function answer(status: number, host: string, seconds?: number): string {
  const wait =
    seconds === undefined
      ? 'מעט'
      : seconds < 120
        ? counted(Math.ceil(seconds), 'שנייה אחת', 'שניות')
        : counted(Math.ceil(seconds / 60), 'דקה אחת', 'דקות');
  if (status === 204 || status === 205) return `אין דבר בכתובת הזאת אצל ${host} ‏(${status}); בדקו את הכתובת`;
  if (status === 401) return `${host} דורש סיסמה (${status}); פתחו בדפדפן`;
  if (status === 402 || status === 403 || status === 451)
    return `${host} אינו נותן אותו לתוכנה הזאת (${status}); פתחו בדפדפן ושמרו את הדף`;
  if (status === 404) return `אין דף כזה אצל ${host} ‏(404); בדקו את הכתובת`;
  if (status === 410) return `${host} הסיר את הדף (410); חפשו עותק בארכיון`;
  if (status === 429) return `יותר מדי בקשות אל ${host} ‏(429); המתינו ${wait} ונסו שוב`;
  if (status >= 500) return `יש תקלה אצל ${host} ‏(${status}); נסו שוב מאוחר יותר`;
  return `${host} ענה בקוד ${status}; בדקו את הכתובת`;
}

/** The interface in Hebrew. */
export const hebrew: Words = {
  tabs: {
    quotes: 'ציטוטים',
    entities: 'שמות',
    outline: 'תוכן',
    timeline: 'זמן',
    links: 'קישורים',
    hits: 'תוצאות',
    notes: 'הערות',
  },
  types: { person: 'אנשים', organization: 'ארגונים', place: 'מקומות', date: 'תאריכים' },
  groups: {
    move: 'תנועה',
    jump: 'קפיצה',
    search: 'חיפוש',
    sidebar: 'רשימה',
    articles: 'מאמרים',
    view: 'תצוגה',
    program: 'התוכנה',
  },
  mouse: {
    heading: 'עכבר',
    gestures: [
      ['לחיצה', 'בחירה, פתיחה'],
      ['גרירה', 'בחירת הטקסט כפי שנכתב'],
      ['Shift', 'איתו: הבחירה של המסוף עצמו'],
    ],
  },
  headings: {
    mentions: 'אזכורים',
    quotesBy: 'דברים שאמר',
    quotesAbout: 'נאמר עליו',
    appearsWith: 'מופיע עם',
  },
  reasons: {
    subject: 'נושא פועל האמירה',
    colon: 'שמו לפני הנקודתיים',
    carried: 'הדובר הקודם ממשיך',
    pronoun: 'כינוי שחוזר אליו',
    office: 'תפקיד שחוזר אליו',
    unnamed: 'המאמר אינו נוקב בשמו',
    none: 'הדובר אינו ידוע',
  },
  keys: {
    nextParagraph: 'הפסקה הבאה',
    previousParagraph: 'הפסקה הקודמת',
    nextPage: 'דף קדימה',
    previousPage: 'דף אחורה',
    nextHalfPage: 'חצי דף קדימה',
    previousHalfPage: 'חצי דף אחורה',
    start: 'ההתחלה',
    end: 'הסוף',
    nextQuote: 'הציטוט הבא',
    previousQuote: 'הציטוט הקודם',
    nextMention: 'האזכור הבא של השם',
    previousMention: 'האזכור הקודם של השם',
    back: 'חזרה למקום הקודם',
    lineDown: 'שורה קדימה',
    lineUp: 'שורה אחורה',
    forward: 'שוב קדימה',
    nameForward: 'חיפוש השם שנבחר',
    nameBack: 'חיפוש השם שנבחר לאחור',
    setMark: 'קביעת סימן לפי אות',
    goToMark: 'מעבר לסימן',
    search: 'חיפוש',
    nextHit: 'התוצאה הבאה, או הפריט הבא שלא נקרא',
    previousHit: 'התוצאה הקודמת',
    list: 'הרשימה וחזרה',
    jump: 'מעבר למה שנבחר',
    quotes: 'ציטוטים',
    names: 'שמות',
    outline: 'תוכן',
    timeline: 'ציר הזמן',
    sidebar: 'הצגת הרשימה והסתרתה',
    speaker: 'דברי הדובר הזה בלבד',
    bySpeaker: 'ציטוטים לפי דובר',
    namePage: 'דף השם שנבחר',
    why: 'מדוע הדובר הזה',
    listDown: 'למטה ברשימה',
    listUp: 'למעלה ברשימה',
    listPageDown: 'דף של הרשימה',
    listPageUp: 'דף של הרשימה',
    listStart: 'ראש הרשימה',
    listEnd: 'סוף הרשימה',
    nextList: 'הרשימה הבאה',
    previousList: 'הרשימה הקודמת',
    library: 'הספרייה וחזרה',
    openLink: 'פתיחת הקישור',
    previousArticle: 'המאמר הקודם',
    nextArticle: 'המאמר הבא',
    reload: 'טעינה מחדש',
    keep: 'שמירה בספרייה',
    forget: 'הסרה מן הספרייה',
    libraryOnly: 'רק מכאן, מאותו יום, שלא נקרא, שמור',
    libraryOrder: 'לפי זמן, יום הפרסום, מקור',
    recentShelf: 'אחרונים',
    keptShelf: 'שמורים',
    feedsShelf: 'הזנות',
    peopleShelf: 'דוברים',
    namesShelf: 'ארגונים ומקומות',
    bundledShelf: 'מאמרים מצורפים',
    copy: 'העתקת פסקה או ציטוט',
    cite: 'העתקה עם הדובר והמקור',
    theme: 'צבעים',
    tintedNames: 'שמות צבועים בטקסט',
    tashkeel: 'ניקוד',
    justify: 'יישור לשני הצדדים',
    narrower: 'שורות צרות יותר',
    wider: 'שורות רחבות יותר',
    help: 'עזרה',
    leave: 'סגירת מה שפתוח',
    quit: 'יציאה',
    suspend: 'השהיה',
    select: 'בחירה',
    selectWord: 'מילה נוספת',
    unselectWord: 'מילה אחורה',
    selectLetter: 'אות נוספת',
    unselectLetter: 'אות אחורה',
    selectRow: 'שורה נוספת',
    unselectRow: 'שורה אחורה',
    selectToStart: 'עד תחילת הפסקה',
    selectToEnd: 'עד סוף הפסקה',
    otherEnd: 'הקצה השני',
    note: 'הערה על הפסקה או על הבחירה',
    notes: 'הערות וסימנים',
    allRead: 'כל ההזנה נקראה',
    browse: 'פתיחה בדפדפן',
  },
  hints: {
    help: 'עזרה',
    list: 'רשימה',
    quote: 'ציטוט',
    search: 'חיפוש',
    copy: 'העתקה',
    quit: 'יציאה',
    library: 'ספרייה',
    jump: 'מעבר',
    open: 'פתיחה',
    article: 'מאמר',
    namePage: 'דף השם',
    lists: 'רשימות',
    speaker: 'דבריו',
    mentions: 'אזכורים',
    byNumber: 'לפי מספר',
    back: 'חזרה',
    remove: 'הסרה',
    narrow: 'סינון',
    refresh: 'רענון',
    hits: 'הבאה, הקודמת',
    endSearch: 'סיום החיפוש',
    leaveHelp: 'לחזרה',
    more: 'עוד',
    unread: 'לא נקראו',
    feed: 'ההזנה',
    select: 'מילה',
    selectRows: 'שורה',
    otherEnd: 'הקצה השני',
    cite: 'עם המקור',
    note: 'הערה',
  },
  keyNames: { ...keyNames, space: 'רווח' },
  nobody: 'דובר לא ידוע',
  search: 'חיפוש',
  nothing: {
    quotes: 'אין ציטוטים במאמר הזה',
    entities: 'אין שמות במאמר הזה',
    outline: 'אין כותרות משנה במאמר הזה',
    timeline: 'אין תאריכים במאמר הזה',
    links: 'אין קישורים במאמר הזה',
    hits: 'אין תוצאות',
    notes: 'אין עדיין הערות או סימנים: c להערה, m לסימן',
  },
  readingTime: (minutes) =>
    minutes < longRead
      ? `${counted(minutes, 'דקת', 'דקות')} קריאה`
      : `${counted(Math.round(minutes / 60), 'שעת', 'שעות')} קריאה`,
  number: (value) => String(value),
  percent: (value) => `${value}%`,
  paragraph: (index, count) => `פסקה ${index} מתוך ${count}`,
  hits(index, count) {
    if (count === 0) return 'אין תוצאות';
    const hits = counted(count, 'תוצאה אחת', 'תוצאות');
    return index > 0 && count > 1 ? `${index} מתוך ${hits}` : hits;
  },
  enterSearches: 'Enter מחפש',
  date: (iso) => {
    const said = dateInWords(iso, months);
    // A month without its day goes without the particle.
    return /^\d{4}-\d\d(?!-\d\d)/.test(iso) ? said.replace(/^ב/u, '') : said;
  },
  copied: (characters) => (characters === 1 ? 'הועתק תו אחד' : `הועתקו ${characters} תווים`),
  copiedToTerminal: (programs) => `נמסר למסוף; אם אין לו לוח גזירים, התקינו ${programs.join(' או ')}`,
  notFound: (query, ways, near, key) =>
    `לא נמצא: ${query}${ways}${near.length > 0 ? `; קרובים: ${near.join(', ')}${key && ` · ${key} מחפש ${near.length > 1 ? 'את הראשון' : 'אותו'}`}` : ''}`,
  searchToggles: { case: 'רישיות', word: 'מילה', regex: 'תבנית', exact: 'בדיוק' },
  nearest: (word) => `אין תוצאות · Tab ${word}`,
  denied: 'מכחיש',
  via: (name) => `מפי ${name}`,
  notices: {
    wait: 'שמות וציטוטים מאותרים; המקשים ממתינים',
    noQuotes: 'אין ציטוטים אחרי המקום הזה',
    noQuotesBefore: 'אין ציטוטים לפני המקום הזה',
    noQuoteChosen: 'בחרו תחילה ציטוט (])',
    noPage: 'לדובר הזה אין דף',
    noMention: 'בחרו תחילה שם ברשימה (2)',
    noHits: 'עוד לא חיפשתם: התחילו ב־/',
    nowhereBack: 'אין לאן לחזור',
    nowhereForward: 'אין לאן להתקדם',
    whichMark: 'איזו אות?',
    nothingToCopy: 'אין מה להעתיק',
    noLinks: 'אין קישורים במאמר הזה',
    noVisitBack: 'אין מאמר לפני זה',
    noVisitForward: 'אין מאמר אחרי זה',
    keeping: 'המאמר נשמר…',
    kept: 'נשמר בספרייה',
    reloaded: 'נטען מחדש',
    fromFeed: 'הטקסט מן ההזנה · R מביא את הדף',
    readOnce: 'את מה שהגיע בצינור אי אפשר לקרוא שוב',
    noLibrary: 'אין ספרייה במחשב הזה',
    forgotten: 'הוסר מן הספרייה',
    badPattern: 'הביטוי הרגולרי עוד אינו שלם',
    slowPattern: 'החיפוש בביטוי הזה נמשך כאן זמן רב מדי; פשטו אותו',
    unknownTerminal: 'מסוף לא מוכר; אם האותיות שגויות: maqal doctor --calibrate',
    doubtfulTerminal: 'אם האותיות שגויות במסוף הזה: maqal doctor --calibrate',
    noted: 'נרשם · C מציג את ההערות',
    noteRemoved: 'ההערה נמחקה',
    allRead: 'הכול נקרא',
    noFeed: 'זו אינה הזנה',
    browsing: 'נפתח בדפדפן',
    noBrowser: 'אין כאן דפדפן; הכתובת הועתקה',
    noAddress: 'אין כתובת: לא למאמר ולא בפסקה',
  },
  forgetAgain: 'x פעם נוספת מסיר אותו מן הספרייה',
  wrapped: (by, index, count) =>
    `${by > 0 ? 'הגיע לסוף, שוב מן ההתחלה' : 'הגיע להתחלה, שוב מן הסוף'}: ${index} מתוך ${count}`,
  markSet: (name) => `הסימן ${name} נקבע`,
  noSuchMark: (name) => `אין סימן ${name}`,
  tashkeel: (shown) => (shown ? 'הניקוד מוצג' : 'הניקוד מוסתר'),
  tashkeelHidden: 'בלי ניקוד',
  justify: (on) => (on ? 'השורות מיושרות לשני הצדדים' : 'השורות מיושרות לצד אחד'),
  width: (cells) => `רוחב השורה ${cells} תאים`,
  theme: {
    neutral: 'צבעים ניטרליים',
    dark: 'צבעים לרקע כהה',
    light: 'צבעים לרקע בהיר',
    contrast: 'ניגודיות גבוהה',
    plain: 'בלי צבעים',
  },
  tintedNames: {
    people: 'האנשים צבועים',
    all: 'כל השמות צבועים',
    chosen: 'רק מה שנבחר צבוע',
  },
  analysing: (share) => `המאמר מנותח ${share}`,
  kilobytes: (count) => `${count} ק״ב`,
  shortQuery: 'בטקסטים מחפשים משתי אותיות ומעלה',
  opening: (source, share) => `נפתח ${source}${share && ` ${share}`} · Esc מבטל`,
  unknownKey: (typed, near, does) =>
    near ? `${typed} אינו מקש כאן; ${near}: ${does}` : `${typed} אינו מקש כאן; ? מציג את המקשים`,
  linkNumber: (number, count) => `קישור ${number} מתוך ${count}: ספרה נוספת או Enter`,
  linkWarning: {
    otherHost: (host) => `מוביל אל ${host} ולא למה שכתוב בו: אותו מקש שוב יפתח אותו`,
    private: (host) => `מוביל לרשת פרטית, אל ${host}: אותו מקש שוב יפתח אותו`,
  },
  outsideLink: (scheme) =>
    scheme ? `קישורים מסוג ${scheme} אינם נפתחים כאן` : 'הקישור הזה אינו מוביל לשום מקום',
  keptOnlyOn: (date) => `עותק שנשמר ב־${date}`,
  notSaved: (why, code) =>
    `המקום אינו נשמר: ${
      {
        full: 'הדיסק מלא; פנו בו מקום',
        denied: 'אי אפשר לכתוב בתיקייה שלו; בדקו את XDG_DATA_HOME',
        inTheWay: 'קובץ עומד במקום התיקייה שלו; הזיזו אותו או שנו את XDG_DATA_HOME',
        other: code,
      }[why]
    }`,
  setAside: (file) => `אי אפשר לקרוא את מה שנשמר על המאמר הזה; הוא הונח בצד: ${file}`,
  keptOn: (date) => `עותק שנשמר ב־${date} · R טוען מחדש`,
  library: 'ספרייה',
  shelves: {
    recent: 'אחרונים',
    kept: 'שמורים',
    feeds: 'הזנות',
    people: 'דוברים',
    names: 'שמות',
    bundled: 'מצורפים',
  },
  emptyShelf: {
    recent: 'עוד לא נפתח דבר',
    kept: 'דבר לא נשמר: K שומר את המאמר הפתוח; מה שבא מן הרשת נשמר מעצמו',
    feeds: 'אין הזנות: פתחו כתובת של RSS או Atom והיא תישאר כאן',
    people: 'איש אינו מצוטט במה שנשמר: K שומר את המאמר הפתוח',
    names: 'אין שמות במה שנשמר: K שומר את המאמר הפתוח',
    bundled: 'אין מאמרים מצורפים',
  },
  only: {
    site: (name) => `רק מתוך ${name}`,
    day: (day) => `רק ${day}`,
    unread: 'רק מה שלא נקרא עד סופו',
    kept: 'רק השמורים',
  },
  onlySpeaker: (shown, all, key) => `${shown} מתוך ${all} · ${key} לכולם`,
  shares: '% מן הדברים המצוטטים',
  ordered: { date: 'לפי יום הפרסום', site: 'לפי המקור' },
  nothingOfThat: 'אין כלום: f ממשיך, Esc מראה הכול',
  inLibrary: 'חיפוש בספרייה',
  keptAreSearched: 'מחפשים בטקסטים של מה ששמור: K שומר את המאמר הפתוח',
  loading: 'רגע אחד…',
  keptSign: 'שמור',
  recentDays: ['היום', 'אתמול'],
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? counted(quotes, 'ציטוט אחד', 'ציטוטים') : '',
      mentions > 0 ? counted(mentions, 'אזכור אחד', 'אזכורים') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => (articles === 1 ? 'במאמר אחד' : `ב־${articles} מאמרים`),
  firstAndLast: (first, last) => (first === last ? first : `הראשון מ־${first}, האחרון מ־${last}`),
  rowOf: (index, count, more) => `${index} מתוך ${count}${more ? '+' : ''}`,
  articleOf: (index, count) =>
    `מאמר ${index} מתוך ${count}${index < count ? ' · L לבא' : ''}${index > 1 ? ' · H לקודם' : ''}`,
  refreshing: (done, total) => `רענון ההזנות: ${done} מתוך ${total} · Esc מבטל`,
  notRefreshed: (count, hosts) => `${counted(count, 'אחת לא רועננה', 'לא רועננו')}: ${hosts.join(', ')}`,
  refreshed: (count) => (count === 0 ? 'אין חדש' : counted(count, 'אחד חדש', 'חדשים')),
  note: 'הערה',
  noteKeys: 'Enter לשמירה · Esc לביטול',
  reordered: (written) => `! נקרא אחרת ממה שנכתב: ${written}`,
  unread: (count) => counted(count, 'אחד שלא נקרא', 'שלא נקראו'),
  renewed: (added, gone) =>
    added + gone === 0 ? 'נטען מחדש; דבר לא השתנה' : `נטען מחדש; פסקאות חדשות: ${added}, שנעלמו: ${gone}`,
  tooSmall: (columns, rows) => `דרוש חלון של ${columns}×${rows}`,
  kinds: {
    pdf: 'מסמך PDF',
    png: 'תמונת PNG',
    jpeg: 'תמונת JPEG',
    gif: 'תמונת GIF',
    webp: 'תמונת WebP',
    gzip: 'ארכיון gzip',
    sevenZip: 'ארכיון 7-Zip',
    rar: 'ארכיון RAR',
    xz: 'ארכיון xz',
    bzip2: 'ארכיון bzip2',
    zstandard: 'ארכיון Zstandard',
    program: 'תוכנה',
    webAssembly: 'מודול WebAssembly',
    oldWord: 'מסמך Word ישן',
    rtf: 'מסמך RTF',
    sqlite: 'מסד נתונים של SQLite',
    mp3: 'הקלטת MP3',
    media: 'קובץ קול או וידאו',
    binary: 'קובץ בינרי',
  },
  problems: {
    noSuchFile: 'אין קובץ כזה; בדקו את שמו ואת תיקייתו',
    noSuchFolder: 'אין קובץ כזה: חלק מן הנתיב אינו תיקייה; בדקו את הנתיב',
    notPermitted: 'אין הרשאה לקרוא אותו; בקשו הרשאת קריאה (chmod +r)',
    linkLoop: 'קישור שחוזר אל עצמו; פתחו את מה שעליו להצביע אליו',
    nameTooLong: 'שמו ארוך משהמערכת מתירה; בדקו את השם',
    isFolder: 'תיקייה; נקבו בשם קובץ שבה',
    noSuchDevice: 'שקע או התקן שאינו קיים; נקבו בשם קובץ',
    tooManyFiles: 'אינו נפתח: יותר מדי קבצים פתוחים; סגרו אחדים ונסו שוב',
    diskFails: 'אינו נקרא: הדיסק מדווח על שגיאה; נסו עותק אחר',
    impossibleName: 'אינו שם אפשרי לקובץ; בדקו את השם',
    isPipe: 'צינור בעל שם ולא קובץ; שלחו אותו דרך צינור ופתחו את -',
    isSocket: 'שקע ולא קובץ; שלחו אותו דרך צינור ופתחו את -',
    isDevice: 'התקן ולא קובץ; שלחו אותו דרך צינור ופתחו את -',
    keyboard: 'הקלט התקני הוא המקלדת; שלחו טקסט דרך צינור או נקבו בשם קובץ',
    unreadable: ({ code }) => `אינו נקרא (${code}); נסו עותק אחר`,
    fileTooLarge: ({ megabytes }) => `גדול מ־${megabytes} מ״ב; חלקו אותו ופתחו חלק`,
    isEmpty: 'ריק; אין בו מה לקרוא',
    onlySpace: 'אין בו טקסט, רק רווחים; אין בו מה לקרוא',
    isBinary: ({ kind }) => `${hebrew.kinds[kind]} ולא טקסט; המירו אותו תחילה לטקסט`,
    noSuchEncoding: ({ name, known }) => `אין קידוד בשם ${name}; נסו ${known.join(', ')}`,
    isOfficeDocument: 'ארכיון או מסמך משרדי ולא ספר; פרקו אותו, או שמרו אותו כטקסט או כ־HTML',
    bookIncomplete: 'ספר בלי תוכנו, או פגום; נסו עותק אחר',
    bookLocked: 'נעול בידי מוכרו (DRM); פתחו אותו בתוכנה שבשבילה נקנה',
    archiveDamaged: 'ארכיון פגום; נסו עותק אחר',
    archiveTooLarge: 'נפרק ליותר משיש בכל ספר (גדול מדי); אל תבטחו בו',
    archiveTooManyFiles: 'נפרק ליותר משיש בכל ספר (יותר מדי קבצים); אל תבטחו בו',
    feedDamaged: 'הזנת JSON פגומה; טענו אותה שוב',
    noLongerKept: 'אינו עוד בספרייה; פתחו אותו שוב',
    gaveUp: 'בוטל; פתחו אותו שוב כדי לנסות',
    invalidAddress: 'אינו כתובת תקינה; בדקו אותה',
    redirectsNowhere: 'מפנה לכתובת שאינה תקינה; פתחו בדפדפן',
    redirectsForever: 'מפנה מכתובת לכתובת בלי סוף; פתחו בדפדפן',
    notPage: ({ scheme }) => `מוביל אל ${scheme} ולא אל דף; פתחו בדפדפן`,
    intoPrivate: ({ host }) =>
      `מוביל מן האינטרנט לרשת פרטית (${host}); אם אתם בוטחים בה, פתחו את הכתובת עצמה`,
    unknownHost: ({ peer }) => `אין מארח בשם ${peer.host}; בדקו את הכתובת ואחר כך את הרשת`,
    lookupFailed: ({ peer }) => `השם ${peer.host} אינו נמצא כעת; בדקו את הרשת`,
    refusedConnection: ({ peer }) => `${party(peer)} סירב לחיבור; בדקו את הכתובת ואת הפורט`,
    brokenConnection: ({ peer }) => `החיבור אל ${party(peer)} נותק; נסו שוב`,
    unreachable: ({ peer }) => `אין גישה אל ${party(peer)}; בדקו את הרשת ואחר כך את הכתובת`,
    certificateExpired: ({ peer }) =>
      `התעודה של ${party(peer)} אינה תקפה היום; בדקו את שעון המחשב או נסו מאוחר יותר`,
    certificateUntrusted: ({ peer }) =>
      `התעודה של ${party(peer)} אינה חתומה בידי רשות מוכרת; אל תפתחו, או שאלו את בעלי האתר`,
    certificateOfOther: ({ peer }) => `התעודה אינה של ${party(peer)}; בדקו את הכתובת`,
    insecure: ({ peer, code }) =>
      `${party(peer)} אינו יוצר חיבור מאובטח (${code}); בדקו את הכתובת או את שעון המחשב`,
    notWebServer: ({ peer, code }) => `${party(peer)} אינו עונה כשרת רשת (${code}); בדקו את הכתובת`,
    damagedAnswer: ({ peer, code }) => `מה ש־${party(peer)} שלח פגום (${code}); נסו מאוחר יותר`,
    peerFails: ({ peer, code }) => `אי אפשר לדבר עם ${party(peer)} (${code}); נסו מאוחר יותר`,
    noAnswer: ({ peer }) => `${party(peer)} אינו עונה; נסו מאוחר יותר`,
    stoppedSending: ({ peer }) => `${party(peer)} הפסיק לשלוח; נסו מאוחר יותר`,
    tooSlow: ({ peer }) => `${party(peer)} איטי מדי; נסו מאוחר יותר`,
    emptyPage: ({ peer }) => `${party(peer)} שלח דף ריק; נסו מאוחר יותר`,
    notText: ({ media }) => `אינו טקסט (${media}); פתחו בדפדפן`,
    pageTooLarge: ({ megabytes }) => `גדול מ־${megabytes} מ״ב; שמרו אותו ופתחו חלק ממנו`,
    status: ({ status, host, seconds }) => answer(status, host, seconds),
    proxyStatus({ status, proxy, host }) {
      const who = proxy === '' ? 'השרת המתווך' : `השרת המתווך ${proxy}`;
      if (status === 407) return `${who} דורש סיסמה (407); כתבו אותה בכתובתו, כמו http://name:password@proxy`;
      if (status >= 500) return `${who} אינו מגיע אל ${host} ‏(${status}); בדקו את הכתובת או נסו מאוחר יותר`;
      return `${who} אינו מעביר אל ${host} ‏(${status}); שאלו את מפעילו, או רשמו את המארח ב־no_proxy`;
    },
    proxyKind: ({ proxy, host }) =>
      `השרת המתווך ${proxy} מסוג שאינו נתמך כאן; נקבו באחד שמתחיל ב־http://, או רשמו את ${host} ב־no_proxy`,
    undecodable: ({ count, encoding }) =>
      `${count === 1 ? 'מקום אחד לא נקרא' : `${count} מקומות לא נקראו`} בקידוד ${encoding} ומוצגים כ־\uFFFD; אולי ‎--encoding אחר יעזור`,
    frontMatter: ({ detail }) => `הנתונים שבראש המאמר לא נקראו ומוצגים כטקסט: ${detail}`,
    frontMatterUnshown: ({ names }) =>
      `בנתונים שבראש המאמר יש מה שאינו מוצג: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    feedCut: ({ count, shown }) => `בהזנה ${counted(count, 'פריט אחד', 'פריטים')}; מוצגים ${shown} הראשונים`,
    chaptersMissing: ({ missing, count, chapters = [] }) =>
      `${missing} מתוך ${count} פרקי הספר אינם ניתנים להצגה${chapters.length === 0 ? '' : `: ${chapters.map(unshown).join(', ')}${missing > chapters.length ? ', …' : ''}`}`,
    savedDamaged: 'דף שמור או הודעה בלי הטקסט, או פגומים; שמרו שוב כ־HTML',
    attachments: ({ names }) =>
      `להודעה קבצים מצורפים שאינם מוצגים: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    bookUnordered: 'הספר אינו אומר באיזה סדר לקרוא; קבציו מוצגים כסדר הרשימה',
    bookPacked: ({ method }) => `ספר שנארז בשיטת ${method}, שאינה נפרקת כאן; ארזו אותו שוב כארכיון zip רגיל`,
    libraryFull: 'הדיסק מלא; דבר לא השתנה בספרייה, פנו מקום ונסו שוב',
    libraryBusy: 'תוכנה אחרת מחזיקה בספרייה; נסו שוב כשתסיים',
    libraryTooFewFiles: 'אין ספרייה כעת: מותר לפתוח מעט מדי קבצים; הגדילו את המכסה (ulimit -n) והתחילו שוב',
    libraryClosed: 'הספרייה סגורה; הפעילו את maqal מחדש',
    libraryForbidden: ({ folder }) => `אין הרשאה לספרייה שב־${folder}; בדקו למי שייכים התיקייה וקבציה`,
    libraryMisplaced: ({ folder }) => `קובץ עומד במקום התיקייה ${folder} של הספרייה; הזיזו אותו`,
    libraryDisk: ({ folder, detail }) =>
      `הספרייה שב־${folder} אינה נקראת או נכתבת (${detail}); האם הדיסק מלא או מקולקל?`,
    libraryDamaged: ({ folder, detail }) => `הספרייה שב־${folder} פגומה: ${detail}`,
    libraryFails: ({ folder, detail }) => `הספרייה שב־${folder} נכשלה: ${detail}`,
    libraryServerAway: ({ server, detail }) =>
      `הספרייה שב־${server} אינה עונה (${detail}); בדקו אם השרת פועל ואפשר להגיע אליו`,
    libraryPassword: ({ server }) =>
      `הספרייה שב־${server} אינה מאפשרת לכם להיכנס; בדקו את המשתמש והסיסמה ב־MAQAL_LIBRARY או ב־~/.pgpass`,
    libraryNoDatabase: ({ server }) => `אין מסד נתונים כזה: ${server}; צרו אותו בפקודה createdb`,
    libraryNoRight: ({ server }) =>
      `אין לכם רשות לכתוב בספרייה שב־${server}; בקשו אותה ממי שמנהל אותה (ראו docs/library.md)`,
    libraryNoTrigrams: ({ server }) =>
      `במסד הנתונים ${server} אין pg_trgm; בעליו מוסיף אותו בפקודה: CREATE EXTENSION pg_trgm;`,
    libraryBadLocale: ({ server }) =>
      `מסד הנתונים ${server} אינו מכיר אות ערבית כאות; צרו אחר בפקודה: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    libraryOldServer: ({ server, version }) =>
      `${server} הוא PostgreSQL ${version}; לספרייה דרושה גרסה 15 ומעלה`,
    libraryBadAddress: 'כתובת הספרייה אינה מובנת; כתבו postgres://USER@HOST/DATABASE',
    libraryOffline: ({ server }) => `הספרייה שב־${server} אינה עונה: מה שתקראו נמצא בספרייה המקומית`,
    libraryNewer: ({ version }) => `את הספרייה יצר maqal ${version}, החדש מזה; עדכנו את maqal`,
    noStore: ({ platform }) => `אין כאן ספרייה: המאגר שלה (libsql) לא נטען ב־${platform}; הקריאה ממשיכה`,
    cannotSetAside: ({ file }) => `${file} פגום ואי אפשר להניחו בצד; הזיזו אותו בעצמכם`,
    libraryReadOnly: ({ folder }) => `את הספרייה שב־${folder} אפשר לקרוא אך לא לכתוב: דבר אינו נשמר בה`,
    keptTextDamaged: ({ source }) => `הטקסט השמור של ${source} פגום ואינו ניתן להצגה`,
    librarySetAside({ file, entries, lost }) {
      if (entries === 0) return `הספרייה לא נקראה; היא הונחה בצד בשם ${file}, והתחילה חדשה`;
      const saved = entries === 1 ? 'רשומה אחת ניצלה' : `${entries} רשומות ניצלו`;
      const without = lost === 0 ? '' : `, ${lost === 1 ? 'טקסט אחד אבד' : `${lost} טקסטים אבדו`}`;
      return `הספרייה הייתה פגומה והונחה בצד בשם ${file}; ${saved}${without}`;
    },
    settingsUnreadable: 'אינו נקרא; ממשיכים בלעדיו',
    settingsNotJson: ({ line, column }) => `אינו JSON תקין (שורה ${line}, טור ${column}); ממשיכים בלעדיו`,
    settingsNotObject: 'צריך להיות אובייקט JSON אחד, { … }; ממשיכים בלעדיו',
    settingsNotMine: ({ model }) =>
      `אין בו הגדרות והוא נשאר כפי שהיה; תקנו אותו או הזיזו אותו, או השתמשו ב־‎--terminal ${model}`,
    settingsUnwritable: ({ model }) => `אי אפשר לכתוב בו, ולכן הבחירה לא נשמרה; השתמשו ב־‎--terminal ${model}`,
    noSuchSetting: ({ name, nearest }) =>
      nearest === ''
        ? `אין הגדרה בשם ״${name}״; היא הושמטה`
        : `אין הגדרה בשם ״${name}״; האם התכוונתם אל ״${nearest}״? היא הושמטה`,
    badSetting: ({ name, choices }) => `״${name}״ צריך להיות אחד מאלה: ${choices.join(', ')}; הושמט`,
    needsTerminal: 'זקוק למסוף; הריצו אותו במסוף שיש לכייל',
    logUnwritable: 'אי אפשר לכתוב שם את MAQAL_LOG; נקבו בקובץ בתיקייה שלכם',
    analysisFailed: ({ detail }) => `הניתוח נקטע (${detail}); R מנסה שוב`,
    keepingFailed: ({ detail }) => `המאמר לא נשמר (${detail}); K מנסה שוב`,
    defect: ({ detail, log }) =>
      log === ''
        ? `שגיאה ב־maqal עצמו (${detail}); קבעו MAQAL_LOG=FILE, חזרו על המעשה ודווחו עליה עם הקובץ הזה`
        : `שגיאה ב־maqal עצמו (${detail}); דווחו עליה עם ${log}`,
    cannotWrite: ({ code }) => `הפלט אינו נכתב (${code}); האם הדיסק מלא?`,
    unknownOption: ({ name, nearest }) =>
      nearest === ''
        ? `אין אפשרות בשם ${name}; ראו maqal --help`
        : `אין אפשרות בשם ${name}; האם התכוונתם אל ${nearest}? ראו maqal --help`,
    missingArgument: ({ name }) => `חסר: ${name}; ראו maqal --help`,
    missingValue: ({ name }) => `האפשרות ${name} דורשת ערך; ראו maqal --help`,
    badValue: ({ name, value, detail }) =>
      `${value} אינו ערך של ${name}; עליו להיות: ${detail}; ראו maqal --help`,
    badUsage: ({ detail }) => `${detail}; ראו maqal --help`,
    noSuchCommand: ({ nearest }) => `אין קובץ או פקודה כאלה; האם התכוונתם אל maqal ${nearest}?`,
    tooFewFiles: 'מותר לפתוח מעט מדי קבצים; הגדילו את המכסה (ulimit -n) והתחילו שוב',
    tooLittleMemory: 'מותר להשתמש במעט מדי זיכרון; הגדילו את המכסה (ulimit -v) והתחילו שוב',
    nameNotUtf8: 'שמו אינו ב־UTF-8; שנו את שמו',
    nameTooLongInList: 'יש בו שם ארוך מדי; כתבו שם אחד בכל שורה',
    wentAway: 'נעלם בזמן קריאת התיקייה; הריצו את הפקודה שוב',
    notInLibrary: 'אינו בספרייה; maqal library export articles מונה מה יש בה',
    damagedInLibrary: 'הטקסט שלו בספרייה פגום; פתחו אותו שוב כדי שיישמר מחדש',
    badExpression: ({ detail }) => `החיפוש אינו ביטוי רגולרי (${detail}); השמיטו את ‎-E כדי לחפש את אותיותיו`,
    slowExpression: 'החיפוש בביטוי הרגולרי נמשך זמן רב מדי; פשטו אותו',
    nothingRemembered: 'דבר אינו שמור עליו',
    nothingStored: 'דבר אינו שמור מלבד ההגדרות',
    nothingForgotten: 'דבר לא נמחק',
    forgettingUnasked: '‎--all שואל תחילה וזקוק למסוף; הוסיפו ‎--yes כדי למחוק בלי שאלה',
    forgotten({ places, texts }) {
      const parts = [
        places > 0 ? `${places === 1 ? 'מקום אחד' : `${places} מקומות`} עם סימנים והערות` : '',
        texts > 0 ? `${texts === 1 ? 'מאמר אחד' : `${texts} מאמרים`} מן הספרייה` : '',
      ];
      return `נמחקו: ${parts.filter(Boolean).join(', ')}`;
    },
    forgetAll: ({ folder, places, megabytes }) =>
      `כל השמור ב־${folder} יימחק: מקומות (${places}), סימנים, הערות, הרגלים והספרייה (${megabytes} מ״ב); כתבו «כן» כדי למחוק`,
    allForgotten: ({ places, megabytes }) =>
      `נמחקו המקומות (${places}) וכל השאר שהיה שמור (${megabytes} מ״ב); ההגדרות נשארות`,
    notDeleted: ({ file, code }) => `${file} אינו נמחק (${code}); מחקו אותו בעצמכם`,
    serverStays: ({ server }) =>
      `הספרייה שב־${server} נשארת, אולי היא גם של אחרים; maqal forget SOURCE מוציא ממנה מאמר`,
    notAnalyzed: ({ detail }) => `לא נותח (${detail}); אנא דווחו על כך`,
    libraryUnsound: ({ detail }) => `הקובץ פגום: ${detail}; הוא יתוקן בפתיחה הבאה`,
    noSuchKeyName: ({ name, nearest }) =>
      nearest === ''
        ? `אין פקודה בשם ${name} (maqal keys --json מציג את השמות); השורה נשמטת`
        : `אין פקודה בשם ${name}; האם הכוונה ל־${nearest}? השורה נשמטת`,
    noKeys: ({ name }) => `אין מקשים אחרי ${name}; כתבו אותם, או none לביטול`,
    noSuchKey: ({ name }) =>
      `${name} אינו מקש; כתבו תו או שם כמו ctrl-x או pagedown, ופסיקים בין ההקשות ברצף`,
    keyTaken: ({ name, other }) => `המקש ${name} כבר של ${other}; כאן הוא נשמט`,
    keysThere: 'כבר קיים ולא נכתב מעליו; שנו אותו, או העבירו אותו ונסו שוב',
  },
};

function unshown({ name, why, method }: UnshownChapter): string {
  const reasons = { missing: 'חסר', damaged: 'פגום', notText: 'אינו טקסט', packed: `ארוז בשיטת ${method}` };
  return `${name} (${reasons[why]})`;
}
