import type { Word } from '../../common/words.ts';
import { countries } from '../data/countries.ts';
import { organizations } from '../data/organizations.ts';
import { places } from '../data/places.ts';
import { ofSpelling } from './asked.ts';
import { fold } from './fold.ts';
import type { Form } from './forms.ts';
import { isCommon, Sort } from './lexicon.ts';

/** One spelling of a known place or body. */
interface Entry {
  readonly words: readonly string[];
  readonly type: 'place' | 'organization';
  readonly id: string;
  readonly doubtful: boolean;
  /** A club named for its city. */
  readonly club: boolean;
}

/** Known names that stand at a word. */
export interface Known {
  readonly type: 'place' | 'organization';
  /** The same for every spelling of one thing. */
  readonly id: string;
  /** Code units of the first word that are a prefix. */
  readonly cut: number;
  readonly length: number;
  /** The name is an ordinary word too: it counts beside a head or in a known place only. */
  readonly doubtful: boolean;
}

/** Names of one word that prose uses as words. Each needs a head, a preposition of place, or quotation marks. */
const doubtful = new Set(
  (
    'الأفلاج بدية منح لوى مالي ديربي عمان العين الجوف البيضاء العمارة القائم الباب الوحدة صور جبيل كان ليل مين نيس بون سوس بم كوس هيت قم حي منى قنا فاس الكوت واو جاو البريقة الميادين القصير الزاوية العيون الداخلة الريف الحمامات باجة الكاف سلا الجديدة الشام معان السلط المفرق الخبر الكرك سيرت فان صباح تقسيم حولي الخور عتق حجة إب ميدي نهم البقاع الأغوار المثنى القادسية واسط بابل الحلة صحار العلا الباحة يلا غاو ديلي برن تامبا بالي كالي باري ديفا جوس الوكرة الأبيض سنار سترة الرفاع الزهرة زحل الساحل الخليج المتوسط السين القطب كنساس السند كيش خرج كريت رين كورك كوبي الكاب بيرث القصر طابا نابل العند الصعيد الأقصى القرم المهدية الشرق أوستن نانت دوما البيرة الأحمدي حارم الجديدة فيكتوريا دومينيكا جورجيا بنين توغو بيرو ليما كولومبيا هوف كوكا ' +
    'الهامة الضمير الزهراء بلد ربيعة الليث الوجه طريف التربة القطن حوث عبس سوران التل المرج ودان المزرعة المتن المثلث الطيبة الأزرق البصيرة البيض سعيدة معسكر الطارف الوادي القبة المرسى القصبة المضيق بركان شقراء الرمال جبلة نوى وان تولا بور بيرا الخالص الشامية الرفاعي الزبير الجميزة تالة سلوان خوارزم كتم الرهد رفاعة بارا الخيام القاع الهول المحمدية العزيزية الحمرا بشري ليوا عوالي كوينز هارلم عصب الخمس حيس الصنمين بيسان الرملة صفد تيماء بيتا سومي يوتا سكر خوي مهران ساري آمل المنصور الدورة الشعلة الموقر ليمان دوز الميناء الفرات يافا اليرموك كانتربري ديجون ميلة قبلي تازة وزان باتمان آرتفين بولو أوردو صيدنايا القصبة الخوي المرقب بوكان الجم الطبقة مسكنة السفيرة جمال سقز إيلام التاجي باتنا إندور الناصرة الميدان المليحة الكسوة قطنا جوبر السلمية الدانا نبل المالكية الذهيبة مساكن ماطر تمارة سواكن النعامة المسيلة عديلة ملوي القريات مصيرة حوارة شرورة المبرز كيفة المنية رامية المدائن مودية موزع بيحان المناقل رداع الوفرة السويق القريتين إنخل مخمور سوكنة الشونة المجمعة نيم ديري أوفا هاله اللطيفية الوليد ربك مران المهندسين الزمالك الواسطى القرنة الشطرة صبيا عابدين المسيب أداما أبيا ' +
    'القاعدة النصر الاتحاد كريم زمان العربية الجزيرة العالم السفير الأخبار فتح معا سبق زين اتصالات إعمار النهضة المستقبل الكتائب آس سبورت تاس وام سانا كونا الحرة الفرنسية التحالف أمل النهار القبس الرياض الحياة الشروق الوطن المنار الميادين البعث السد الرجاء الوداد الهلال الترجي الشباب سبأ وفا واس إفي أنسا بترا كير فاو وادا حرييت صباح ماركا بيلد تايم روش فيزا أوبر بايرن باير فورد كيهان عكاظ قسد بدر بومة كريم الإخوان القسام التايمز تايمز ساينس الصن أورانج إيني توتال شل ميتا آي بيجو رينو نيسان هوندا فيات شاس معاريف السدرة أبل آبل ابل الأنبياء ليون موناكو روما مرسيليا بوردو تورينو نابولي بورتو سانتوس إنتل سوني الصحة الجمهوري التيار المصري الأهلي النجم الكاف الأزهر العدالة الحوثي شالكة ملقة فالنسيا إشبيلية هامبورغ دورتموند لايبزيغ أيندهوفن ساوثهامبتون فولفسبورغ بورصة'
  )
    .split(' ')
    .map(fold),
);

/** These stay certain although a list above holds a word of the same letters. */
const certain = new Set(['جورجيا', 'بنين', 'توغو', 'بيرو', 'كولومبيا', 'شل'].map(fold));

/** Spellings by their first word, one a line: type, flags, what it names, and the spelling itself. */
let lines: Map<string, string> | undefined;

/** Entries made of those lines, for the words that were asked for. */
const entries = new Map<string, readonly Entry[]>();

const marks = /["().+]+/g;

/** Folded as a whole; folding makes « » straight, and the marks go. */
function listed(list: string): string[] {
  return fold(list.replaceAll('\n', ';')).replace(marks, ' ').split(/ *; */);
}

function build(): Map<string, string> {
  const table = new Map<string, string>();
  const add = (names: string, type: string, flags: string) => {
    const end = names.indexOf('|');
    const id = end < 0 ? names : names.slice(0, end);
    for (const one of end < 0 ? [names] : names.split('|')) {
      const spelling = one.trim();
      if (!spelling) continue;
      const blank = spelling.indexOf(' ');
      const first = blank < 0 ? spelling : spelling.slice(0, blank);
      const line = `${type}\t${flags}\t${id}\t${spelling}\n`;
      const known = table.get(first);
      table.set(first, known ? known + line : line);
    }
  };
  for (const line of listed(countries)) add(line.split(':')[0]!, 'place', '');
  for (const name of listed(places)) if (name) add(name, 'place', '');
  for (const item of listed(organizations)) {
    const [names, flags = ''] = item.split(':') as [string, string?];
    if (names) add(names, 'organization', flags.trim());
  }
  return table;
}

/** The entries that begin with a folded word, longest first. */
function entriesOf(first: string): readonly Entry[] {
  lines ??= build();
  const known = entries.get(first);
  if (known) return known;
  const text = lines.get(first);
  if (!text) return [];
  const made = text
    .trimEnd()
    .split('\n')
    .map((line): Entry => {
      const [type, flags, id, spelling] = line.split('\t') as [Entry['type'], string, string, string];
      const words = spelling.split(/ +/);
      const single = words.length === 1;
      return {
        words,
        type,
        id: `${type}:${id}`,
        doubtful: single && ((doubtful.has(first) && !certain.has(first)) || flags === 'n'),
        club: flags === 'c' && single,
      };
    });
  made.sort((a, b) => b.words.length - a.words.length);
  entries.set(first, made);
  return made;
}

/** Whether a known name may begin at a word, by the word alone. */
export const mayBeKnown = ofSpelling(({ form }) => {
  lines ??= build();
  return form.readings.some((one) => lines!.has(one.stem));
});

/**
 * The known names beginning at word `at`, longest first. A prefix counts as one only before a known name, so
 * the ب of بكين and the ل of لندن stay on.
 */
export function knownAt(words: readonly Word<Form>[], at: number): Known[] {
  if (!words[at] || !mayBeKnown(words[at])) return [];
  const found: Known[] = [];
  for (const reading of words[at]!.form.readings) {
    if (reading.prefix === 'س' || reading.prefix === 'أو' || reading.prefix.endsWith('س')) continue;
    // باراك is no ب and أراك: a word that is a name as it stands.
    if (reading.cut > 0 && words[at]!.form.sorts & (Sort.given | Sort.family)) continue;
    // فشل is no ف and شل; لبي بي سي has more than that to tell it.
    const short = reading.cut > 0 && reading.stem.length < 4 && isCommon(words[at]!.form.key);
    for (const entry of entriesOf(reading.stem)) {
      if ((short && entry.words.length === 1) || !continues(words, at, entry)) continue;
      found.push({
        type: entry.type,
        id: entry.id,
        cut: reading.cut,
        length: lengthOf(words, at, entry),
        doubtful: entry.doubtful || entry.club,
      });
    }
    // The whole word is a known name: no prefix comes off (باريس, كندا).
    if (found.length > 0 && reading.cut === 0 && found.some((known) => known.cut === 0)) break;
  }
  return found.sort((a, b) => b.length - a.length || a.cut - b.cut);
}

function continues(words: readonly Word<Form>[], at: number, entry: Entry): boolean {
  return lengthOf(words, at, entry) > 0;
}

/** How many words of the text the entry covers, full stops inside an acronym (أ.ف.ب) passed over; 0 where it differs. */
function lengthOf(words: readonly Word<Form>[], at: number, entry: Entry): number {
  let next = at + 1;
  for (let i = 1; i < entry.words.length; i++) {
    const dot = words[next];
    if (dot?.form.key === '.' && dot.joined && words[at]!.form.key.length <= 3) next++;
    if (words[next]?.form.key !== entry.words[i]) return 0;
    next++;
  }
  return next - at;
}
