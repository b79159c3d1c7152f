import type { Word } from '../../common/words.ts';
import type { Form, Report } from '../words/forms.ts';
import { Sort } from '../words/lexicon.ts';
import { amounts, isAccusative, isImpersonal, isNegated, isPreposition, unverbal } from './cue-checks.ts';
import { afterQuotation, type Passage, quotationAt, wordsInside } from './sentence.ts';
import { isNameLike, isTitle } from './titles.ts';

/** A reporting word with what it reports. */
export interface Cue {
  /** Index of its word. */
  readonly at: number;
  readonly report: Report;
  /** Word of أن/إن, of the opening mark, or the first word after a colon. */
  readonly target: number;
  readonly kind: 'clause' | 'quotation' | 'colon';
}

type Words = readonly Word<Form>[];

const relatives = /^(?:و|ف)?(?:الذي|التي|اللذان|اللتان|الذين|اللواتي|اللاتي|ما|من|مما|كما|حسبما|وفقما)$/;
const openers = /^(?:كما|بينما|فيما|لكن|لكنه|لكنها|لكنهم|حيث|ثم|غير|الا|وكان|وكانت|اذ|حين|عندما|بعدما)$/;

/** Whether أنا is somebody known: in words between marks (behind a name and a colon), in clauses too (in an interview). */
export type FirstPerson = 'none' | 'marks' | 'all';

/** The reporting words of a passage that report something, in order. */
export function cuesOf(passage: Passage, firstPerson: FirstPerson = 'none'): Cue[] {
  const cues: Cue[] = [];
  const { words, quoted } = passage;
  for (let at = 0; at < words.length; at++) {
    if (quoted[at]! >= 0 || words[at]!.form.reports.length === 0) continue;
    const cue = cueAt(passage, at, firstPerson);
    if (cue) cues.push(cue);
  }
  return cues;
}

/** The reading of the word at `at` as a cue, or undefined where it reports nothing. */
export function cueAt(passage: Passage, at: number, firstPerson: FirstPerson = 'none'): Cue | undefined {
  const { words } = passage;
  for (const report of words[at]!.form.reports) {
    const { form } = report;
    if (form.person === 1 && firstPerson === 'none') continue;
    if (isNegated(words, at, report)) continue;
    // كاتبة الدولة: an office, and no participle.
    if (form.shape === 'participle' && words[at]!.form.sorts & Sort.office && words[at + 1]?.form.definite)
      continue;
    if (words[at]!.form.key === 'علما' || isAccusative(words, at, report)) continue;
    // يمكن القول إن: nobody's words; في القول إن, بالقول إن somebody's.
    if (report.definite && report.prefix === '' && words[at - 1]?.form.key !== 'في') continue;
    if (isPreposition(words, at, report)) continue;
    // يبلغ من العمر، تبلغ 1.2 مليون: an amount, and nobody is told.
    if (form.verb.lemma === 'أبلغ' && form.shape === 'present' && amounts(words, at)) continue;
    const found =
      form.shape === 'past' || form.shape === 'present'
        ? finiteTarget(passage, at, report)
        : nominalTarget(passage, at, report);
    if (!found) continue;
    if (found.kind === 'clause' && isImpersonal(passage, at, found.target)) return undefined;
    if (form.person === 1 && found.kind === 'clause' && firstPerson !== 'all') continue;
    return { at, report, ...found };
  }
  return undefined;
}

type Target = Pick<Cue, 'target' | 'kind'>;

/** A particle that this verb can govern: not one that بعد, يمكن, ضرورة … govern, not behind a foreign preposition. */
function governs(words: Words, at: number, report: Report, from: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  const { form } = words[at]!;
  if (/^[وف]/.test(form.key)) return false;
  const { verb } = report.form;
  if (at - 1 === from) return true;
  const key = before.form.key;
  if (/^(?:الي|علي|عن|من|في|ل|ب)$/.test(key)) return verb.prepositions.includes(key) || verb.says;
  if (
    before.form.readings.some(
      (one) => (one.prefix === '' || one.prefix === 'و' || one.prefix === 'ف') && isGovernor(one.stem),
    )
  )
    return false;
  if (before.form.sorts & Sort.governor) return false;
  return true;
}

function isGovernor(stem: string): boolean {
  return governors.has(stem);
}

const governors = new Set([
  'يمكن',
  'يجب',
  'ينبغي',
  'قبل',
  'بعد',
  'دون',
  'غير',
  'الا',
  'بيد',
  'رغم',
  'حتي',
  'منذ',
  'يريد',
  'تريد',
  'بد',
  'شانها',
  'شانه',
  'سيما',
  'لاسيما',
  'خصوصا',
  'خاصة',
]);

function finiteTarget(passage: Passage, at: number, report: Report): Target | undefined {
  const { words, ends } = passage;
  const { verb, shape } = report.form;
  const limit = Math.min(ends[at]!, at + (verb.says ? 60 : 32));
  for (let next = at + 1; next < limit; next++) {
    next = behindAside(passage, next, limit);
    const word = words[next]!;
    const quotation = quotationAt(passage, next);
    if (quotation) {
      const after = afterQuotation(passage, next);
      // وأضاف «جيجي»: «…»: a nickname between verb and colon.
      if (
        wordsInside(passage, next) <= 3 &&
        words[after]?.form.key === ':' &&
        quotationAt(passage, after + 1)
      ) {
        next = after - 1;
        continue;
      }
      const gap = next - at;
      // A word or two in marks far from its verb, or behind a verb of doing, are the writer's.
      const fragment =
        wordsInside(passage, next) <= 3 && (!verb.says || gap > 8) && words[next - 1]!.form.key !== ':';
      if (isNameLike(passage, next, verb.takesQuote) || (isTitle(passage, next) && !verb.says)) {
        next = after - 1;
        continue;
      }
      if (isTitle(passage, next) && words[next - 1]!.form.key !== ':') {
        next = after - 1;
        continue;
      }
      if (fragment || !verb.takesQuote || (!verb.says && gap > 16)) return undefined;
      return { kind: 'quotation', target: next };
    }
    if (word.form.particle >= 0) {
      if (!verb.takesClause) {
        // وصف بأنه «…»: the words between the marks are the report.
        if (verb.takesQuote && quotationAt(passage, next + 1) && wordsInside(passage, next + 1) > 3)
          return { kind: 'quotation', target: next + 1 };
        if (!verb.takesQuote) return undefined;
        continue;
      }
      if (governs(words, next, report, at)) return { kind: 'clause', target: next };
      continue;
    }
    if (word.form.key === ':') {
      if (words[next + 1]?.form.particle !== undefined && words[next + 1]!.form.particle >= 0) continue;
      if (quotationAt(passage, next + 1)) continue;
      // كتب: فلان الفلاني, a byline.
      const byline = verb.lemma === 'كتب' && ends[at]! - next < 5;
      return verb.says && verb.takesQuote && next + 1 < ends[at]! && !byline
        ? { kind: 'colon', target: next + 1 }
        : undefined;
    }
    if (word.form.reports.length > 0 && stopsSearch(passage, next, at)) return undefined;
    if (/^[،,]$/.test(word.form.key) && breaks(words, next + 1) && !verb.says) return undefined;
    if (word.form.key === '؛') return undefined;
    if (
      openers.test(word.form.key) &&
      next > at + 1 &&
      shape !== undefined &&
      !verb.says &&
      /^(?:بينما|فيما|حيث|لكن|لكنه|لكنها)$/.test(word.form.key)
    )
      return undefined;
  }
  return undefined;
}

/** وقال فلان – الذي وعد بأن … – إن: the index behind an aside between dashes that أن, a mark or a colon follows, else `at`. */
function behindAside(passage: Passage, at: number, limit: number): number {
  const { words } = passage;
  const isDash = (index: number) => /^[-–—]$/.test(words[index]?.form.key ?? '') && !words[index + 1]?.joined;
  if (!isDash(at)) return at;
  for (let next = at + 2; next < limit; next++) {
    if (!isDash(next)) continue;
    const target = words[next + 1];
    const opens =
      target && (target.form.particle >= 0 || target.form.key === ':' || quotationAt(passage, next + 1));
    return opens ? next + 1 : at;
  }
  return at;
}

/** Whether a comma is followed by the verb of another clause. */
function breaks(words: Words, at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    (openers.test(word.form.key) ||
      (/^[وف]/.test(word.form.key) && word.form.reports.some((one) => one.prefix !== '')))
  );
}

/** Another reporting verb on the way takes what follows for itself, unless it stands in a relative clause. */
function stopsSearch(passage: Passage, at: number, from: number): boolean {
  const { words } = passage;
  const before = words[at - 1]?.form.key ?? '';
  const reports = words[at]!.form.reports.filter(
    (one) => one.form.person === 3 && !isPreposition(words, at, one),
  );
  const finite = reports.some(
    ({ form }) => (form.shape === 'past' || form.shape === 'present') && (form.verb.says || form.pronoun),
  );
  const spoken = reports.some(
    ({ form, prefix }) =>
      (form.shape === 'masdar' &&
        form.pronoun &&
        form.verb.says &&
        !/[بل]$/.test(prefix) &&
        form.verb.lemma !== 'إضافة') ||
      (form.shape === 'participle' && form.verb.says),
  );
  // طالب فلان الدول بالتدخل، رأى فلان أن: behind a comma a verb with its own أن.
  const apart =
    before === '،' &&
    reports.some(({ form, prefix }) => form.shape === 'past' && prefix === '' && form.verb.believes);
  if (apart && !unverbal.test(words[at]!.form.key) && directlyReports(passage, at)) return true;
  if ((!finite && !spoken) || unverbal.test(before)) return false;
  // حسن روحاني والذي أكد أن: a verb with its أن beside it keeps it, in a relative clause too.
  if (finite && relatives.test(before) && words.slice(at + 1, at + 4).some((word) => word.form.particle >= 0))
    return true;
  if (
    finite &&
    (relatives.test(before) ||
      (words[at]!.form.common && before !== '،' && !/^[وف]/.test(words[at]!.form.key) && at - from < 3))
  )
    return false;
  if (spoken) return nominalTarget(passage, at, reports[0]!) !== undefined;
  return (
    !words[at]!.form.definite &&
    (/^[وف]/.test(words[at]!.form.key) || before === '،' || !relatives.test(before)) &&
    directlyReports(passage, at)
  );
}

/** A cheap look ahead: is there a particle, mark or colon for this verb before the sentence ends? */
function directlyReports(passage: Passage, at: number): boolean {
  const { words, ends } = passage;
  for (let next = at + 1; next < Math.min(ends[at]!, at + 30); next++) {
    if (words[next]!.form.particle >= 0 && !/^و/.test(words[next]!.form.key)) return true;
    if (quotationAt(passage, next) && wordsInside(passage, next) > 3) return true;
  }
  return false;
}

/** قائلا إن، مشيرا إلى أن، قوله «…»، تأكيد مسؤول أن. */
function nominalTarget(passage: Passage, at: number, report: Report): Target | undefined {
  const { words, ends } = passage;
  const { verb, shape, pronoun } = report.form;
  const reach = shape === 'masdar' && !pronoun ? 12 : 14;
  const limit = Math.min(ends[at]!, at + reach);
  if (shape === 'masdar' && !pronoun) {
    // A bare masdar needs its subject beside it, and أن.
    if (!verb.takesClause || verb.believes || at + 1 >= limit) return undefined;
    if (words[at + 1]!.form.particle >= 0 && !/[ب]$/.test(report.prefix) && !report.definite)
      return undefined;
    if (
      /^(?:ال)?(?:وجود|بيان|رؤية|قدر|عد|نص|رد|ذكر|لفت|بدء|دعوة|شاهد|حد|علي|زيادة)$/.test(words[at]!.form.key)
    )
      return undefined;
  }
  // وفي رده على سؤال، قال فلان إن: the verb reports.
  const answering =
    shape === 'masdar' &&
    pronoun &&
    /^[وف]?(?:في|خلال|اثناء|لدي|عند|ضمن)$/.test(words[at - 1]?.form.key ?? '');
  for (let next = at + 1; next < limit; next++) {
    const word = words[next]!;
    if (quotationAt(passage, next)) {
      if (isNameLike(passage, next, true) || isTitle(passage, next)) {
        next = afterQuotation(passage, next) - 1;
        continue;
      }
      return verb.takesQuote &&
        (shape !== 'masdar' || pronoun || report.definite) &&
        (shape === 'participle' ? next - at < 9 : true)
        ? { kind: 'quotation', target: next }
        : undefined;
    }
    if (word.form.particle >= 0) {
      if (!verb.takesClause || !governs(words, next, report, at)) {
        if (shape === 'participle' && verb.takesQuote && quotationAt(passage, next + 1))
          return { kind: 'quotation', target: next + 1 };
        return undefined;
      }
      return { kind: 'clause', target: next };
    }
    if (word.form.key === ':') {
      if (quotationAt(passage, next + 1) || (words[next + 1]?.form.particle ?? -1) >= 0) continue;
      return verb.says && (pronoun || shape === 'participle') && next - at < 4 && next + 1 < ends[at]!
        ? { kind: 'colon', target: next + 1 }
        : undefined;
    }
    if (
      word.form.reports.some(
        ({ form, cut }) =>
          form.shape === 'past' && form.verb.says && (cut > 0 || (answering && form.person === 3)),
      )
    )
      return undefined;
    if (
      shape === 'masdar' &&
      !pronoun &&
      (word.kind === 'punctuation' ||
        (word.form.sorts & Sort.grammar && !verb.prepositions.includes(word.form.key)))
    )
      return undefined;
  }
  return undefined;
}
