// The words that dates are written with in Arabic, Persian, Urdu, Hebrew and English.

/** A calendar in which people write the date of an article. */
export type Calendar = 'gregorian' | 'jalali' | 'hijri';

/** Twelve lines, January first; each holds all names of one month. */
const gregorian = `
january jan|يناير|كانون الثاني|جانفي|ژانويه|جنوري|ינואר
february feb|فبراير|شباط|فيفري|فوريه|فروري|פברואר
march mar|مارس|اذار|مارچ|מרץ|מרס
april apr|ابريل|نيسان|افريل|اوريل|اپريل|אפריל
may|مايو|ايار|ماي|مه|مي|مئي|מאי
june jun|يونيو|يونيه|حزيران|جوان|ژوئن|جون|יוני
july jul|يوليو|يوليه|تموز|جويليه|يوليوز|ژوئيه|جولاي|جولائي|יולי
august aug|اغسطس|اب|اوت|غشت|اگوست|اگست|אוגוסט
september sept sep|سبتمبر|ايلول|شتنبر|سپتامبر|ستمبر|ספטמבר
october oct|اكتوبر|تشرين الاول|اكتبر|אוקטובר
november nov|نوفمبر|تشرين الثاني|نونبر|نوامبر|نومبر|נובמבר
december dec|ديسمبر|كانون الاول|دجنبر|دسامبر|دسمبر|דצמבר`;

/** Names of the Iranian calendar, and those of Afghanistan for the same months. */
const jalali = `
فروردين|حمل
ارديبهشت|ثور
خرداد|جوزا
تير|سرطان
مرداد|امرداد|اسد
شهريور|سنبله
مهر|ميزان
ابان|عقرب
اذر|قوس
دي|جدي
بهمن|دلو
اسفند|حوت`;

const hijri = `
محرم|المحرم
صفر
ربيع الاول|ربيع اول
ربيع الاخر|ربيع الثاني|ربيع ثاني
جمادي الاولي|جمادي الاول
جمادي الاخره|جمادي الثانيه|جمادي الثاني|جمادي الاخر
رجب
شعبان
رمضان
شوال
ذو القعده|ذي القعده|ذيقعده|ذوالقعده|ذي قعده
ذو الحجه|ذي الحجه|ذيحجه|ذوالحجه|ذي حجه`;

/** Weekdays, and what stands between the parts of a date and says nothing. */
const silent =
  'monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun|' +
  'الاثنين|اثنين|الثلاثاء|ثلاثاء|الاربعاء|اربعاء|الخميس|خميس|الجمعه|جمعه|السبت|سبت|الاحد|احد|' +
  'دوشنبه|سه شنبه|چهارشنبه|چهار شنبه|پنجشنبه|پنج شنبه|شنبه|يكشنبه|يك شنبه|پير|منگل|بدھ|جمعرات|ہفته|ہفتہ|اتوار|' +
  'יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|שבת|ראשון|שני|שלישי|רביעי|חמישי|שישי|' +
  'of the on at published updated|يوم|في|شهر|سنه|عام|الساعه|ساعت|ساعه|روز|ماه|سال|بتاريخ|تاريخ|תאריך|בשעה|שעה|בתאריך';

/** Marks of a calendar beside a year: هـ lunar, هـ ش solar, م and ميلادي Gregorian. */
export const calendarMarks: readonly (readonly [RegExp, Calendar])[] = [
  [/(?<=\d)\s*(?:ه\s*\.?\s*ش|هجري شمسي|ش)\.?(?![\p{L}\p{M}])/u, 'jalali'],
  [/(?<=\d)\s*(?:ه\s*\.?\s*ق|هجري قمري|هجري|هجريه|ه|ق)\.?(?![\p{L}\p{M}])/u, 'hijri'],
  [/(?<=\d)\s*(?:م|ميلادي|ميلاديه|ا?ء|ad|ce)\.?(?![\p{L}\p{M}])/u, 'gregorian'],
];

/** Zones of RFC 822, section 5.1, as offsets. Other names of zones are heard and not written down: they have several meanings. */
export const zoneOffsets: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/** A date's letters as they are compared: small, without marks, tatweel and invisible signs, ASCII digits. */
export function foldDate(written: string): string {
  if (/^[\x20-\x7e]*$/.test(written))
    return written.replace(/[,;]/g, ' ').replace(/ +/g, ' ').trim().toLowerCase();
  return written
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670\u0640\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u200c\u00a0\u202f]/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىیے]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ةہھۃ]/g, 'ه')
    .replace(/[–—−]/g, '-')
    .replace(/[،,؛;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

interface Names {
  /** Finds a name that stands by itself; Hebrew months may have ב before them, Arabic twins a slash. */
  readonly pattern: RegExp;
  readonly months: ReadonlyMap<string, { readonly calendar: Calendar; readonly month: number }>;
}

let names: Names | undefined;

/** The names of months, and the pattern that finds them and the words to pass over; made once. */
export function dateNames(): Names {
  if (names) return names;
  const months = new Map<string, { calendar: Calendar; month: number }>();
  for (const [calendar, table] of [
    ['gregorian', gregorian],
    ['jalali', jalali],
    ['hijri', hijri],
  ] as const)
    for (const [index, line] of table.trim().split('\n').entries())
      for (const name of spellings(line)) months.set(name, { calendar, month: index + 1 });
  const all = [...months.keys(), ...spellings(silent)].sort((one, other) => other.length - one.length);
  names = {
    months,
    pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:ב-?)?(${all.join('|')})\\.?(?![\\p{L}\\p{M}])`, 'gu'),
  };
  return names;
}

/** The names on a line: alternatives stand between bars; those of ASCII between blanks, too. */
function spellings(line: string): string[] {
  return line.split('|').flatMap((name) => (/^[a-z ]+$/.test(name) ? name.split(' ') : [foldDate(name)]));
}
