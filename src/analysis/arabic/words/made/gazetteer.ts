import { countries } from '../../data/countries.ts';
import { provinces } from '../../data/generated/places.ts';
import { organizations } from '../../data/organizations.ts';
import { places } from '../../data/places.ts';
import { fold } from '../fold.ts';

/** Names of one word that prose uses as words. Each needs a head, a preposition of place, or quotation marks. */
const doubtful = new Set(
  (
    'الأفلاج بدية منح لوى مالي ديربي عمان العين الجوف البيضاء العمارة القائم الباب الوحدة صور جبيل كان ليل مين نيس بون سوس بم كوس هيت قم حي منى قنا فاس الكوت واو جاو البريقة الميادين القصير الزاوية العيون الداخلة الريف الحمامات باجة الكاف سلا الجديدة الشام معان السلط المفرق الخبر الكرك سيرت فان صباح تقسيم حولي الخور عتق حجة إب ميدي نهم البقاع الأغوار المثنى القادسية واسط بابل الحلة صحار العلا الباحة يلا غاو ديلي برن تامبا بالي كالي باري ديفا جوس الوكرة الأبيض سنار سترة الرفاع الزهرة زحل الساحل الخليج المتوسط السين القطب كنساس السند كيش خرج كريت رين كورك كوبي الكاب بيرث القصر طابا نابل العند الصعيد الأقصى القرم المهدية الشرق أوستن نانت دوما البيرة الأحمدي حارم الجديدة فيكتوريا دومينيكا جورجيا بنين توغو بيرو ليما كولومبيا هوف كوكا ' +
    'لفيف الهامة الضمير الزهراء بلد ربيعة الليث الوجه طريف التربة القطن حوث عبس سوران التل المرج ودان المزرعة المتن المثلث الطيبة الأزرق البصيرة البيض سعيدة معسكر الطارف الوادي القبة المرسى القصبة المضيق بركان شقراء الرمال جبلة نوى وان تولا بور بيرا الخالص الشامية الرفاعي الزبير الجميزة تالة سلوان خوارزم كتم الرهد رفاعة بارا الخيام القاع الهول المحمدية العزيزية الحمرا بشري ليوا عوالي كوينز هارلم عصب الخمس حيس الصنمين بيسان الرملة صفد تيماء بيتا سومي يوتا سكر خوي مهران ساري آمل المنصور الدورة الشعلة الموقر ليمان دوز الميناء الفرات يافا اليرموك كانتربري ديجون ميلة قبلي تازة وزان باتمان آرتفين بولو أوردو صيدنايا القصبة الخوي المرقب بوكان الجم الطبقة مسكنة السفيرة جمال سقز إيلام التاجي باتنا إندور الناصرة الميدان المليحة الكسوة قطنا جوبر السلمية الدانا نبل المالكية الذهيبة مساكن ماطر تمارة سواكن النعامة المسيلة عديلة ملوي القريات مصيرة حوارة شرورة المبرز كيفة المنية رامية المدائن مودية موزع بيحان المناقل رداع الوفرة السويق القريتين إنخل مخمور سوكنة الشونة المجمعة نيم ديري أوفا هاله اللطيفية الوليد ربك مران المهندسين الزمالك الواسطى القرنة الشطرة صبيا عابدين المسيب أداما أبيا رواد سكرة حيدرة المروج السواسي المكناسي الدهماني الشابة قربة الجيلي صيادة ' +
    'الغد القاعدة النصر الاتحاد كريم زمان العربية الجزيرة العالم السفير الأخبار فتح معا سبق زين اتصالات إعمار النهضة المستقبل الكتائب آس سبورت تاس وام سانا كونا الحرة الفرنسية التحالف أمل النهار القبس الرياض الحياة الشروق الوطن المنار الميادين البعث السد الرجاء الوداد الهلال الترجي الشباب سبأ وفا واس إفي أنسا بترا كير فاو وادا حرييت صباح ماركا بيلد تايم روش فيزا أوبر بايرن باير فورد كيهان عكاظ قسد بدر بومة كريم الإخوان القسام التايمز تايمز ساينس الصن أورانج إيني توتال شل ميتا آي بيجو رينو نيسان هوندا فيات شاس معاريف السدرة أبل آبل ابل الأنبياء ليون موناكو روما مرسيليا بوردو تورينو نابولي بورتو سانتوس إنتل سوني الصحة الجمهوري التيار المصري الأهلي النجم الكاف الأزهر العدالة الحوثي شالكة ملقة فالنسيا إشبيلية هامبورغ دورتموند لايبزيغ أيندهوفن ساوثهامبتون فولفسبورغ بورصة'
  )
    .split(' ')
    .map(fold),
);

/** These stay certain although a list above holds a word of the same letters. */
const certain = new Set(['جورجيا', 'بنين', 'توغو', 'بيرو', 'كولومبيا', 'شل'].map(fold));

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
      const single = blank < 0;
      const isDoubtful = single && ((doubtful.has(first) && !certain.has(first)) || flags === 'n');
      const flag = isDoubtful ? 'n' : single && flags === 'c' ? 'c' : '';
      const line = `${type}\t${flag}\t${id}\t${spelling}\n`;
      const known = table.get(first);
      table.set(first, known ? known + line : line);
    }
  };
  for (const line of listed(countries)) add(line.split(':')[0]!, 'place', '');
  for (const name of listed(places)) if (name) add(name, 'place', '');
  // الدريوش is a family too: what has an article needs a head or a preposition.
  for (const name of provinces.split(';')) add(name, 'place', name.startsWith('ال') ? 'n' : '');
  for (const item of listed(organizations)) {
    const [names, flags = ''] = item.split(':') as [string, string?];
    if (names) add(names, 'organization', flags.trim());
  }
  return table;
}

/**
 * Known names, folded. Two paragraphs: the words that they begin with; for each a group of lines, one a spelling: type, flag
 * (`n` doubtful, `c` a club named for its city), what it names, the spelling itself.
 */
export function knownNames(): string {
  const table = build();
  return [[...table.keys()].join(' '), [...table.values()].map((lines) => lines.trimEnd()).join('\f')].join(
    '\n\n',
  );
}
