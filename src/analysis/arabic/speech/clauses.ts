import type { Span } from '../../../text/span.ts';
import { agree } from './agreement.ts';
import type { Cue } from './cues.ts';
import { type Passage, quotationAt } from './sentence.ts';

/** Words a clause may have; beyond that the text has no sentences. */
const longest = 400;

const joints =
  /^(?:و|ف|لكن|ولكن|لكنه|لكنها|لكنهم|ولكنه|ولكنها|كما|فيما|بينما|وبينما|وفيما|حيث|ثم|قبل|غير|الا|ان|انه|انها|وقد|بدوره|بدورها|فقد|اذ|بل|في|حين|من|جهته|جهتها|جانبه|جانبها|وهو|ما)$/;
const sources = /^(?:و?(?:حسب|بحسب|وفقا|طبقا)|وفق|حسبما|وفقما|كما)$/;
const lead = /^(?:لكن|ولكن|فيما|بينما|لكنه|لكنها|كما|ثم|وبدوره|بدوره|اما|واما|وفيما|وبينما)$/;

/**
 * Where the clause of a cue ends: before the final mark of its sentence, or where the next cue begins. A cue
 * inside the clause (الوزير الذي قال إن, وأن الشركة أكدت أن) is part of it.
 */
export function clauseEnd(passage: Passage, cue: Cue, following: readonly Cue[]): number {
  const { words, ends, quoted } = passage;
  let end = Math.min(ends[cue.target]!, cue.target + longest);
  for (const next of following) {
    if (next.at <= cue.target) continue;
    if (next.at >= end) break;
    const stop = boundary(passage, cue, next);
    if (stop === undefined) continue;
    end = stop;
    break;
  }
  end = concluded(passage, cue, end);
  for (let at = cue.target + 3; at < end; at++) {
    // «، نافيا …»، «، عازيا ذلك إلى»: another report, whether it has أن or not.
    if (
      quoted[at]! < 0 &&
      /^[،,ـ–—]$/.test(words[at - 1]!.form.key) &&
      words[at]!.form.reports.some(
        (one) =>
          one.form.shape === 'participle' &&
          /^[وف]?$/.test(one.prefix) &&
          (one.form.verb.takesClause || one.form.verb.takesQuote) &&
          /[اةن]$/.test(words[at]!.form.key),
      )
    ) {
      end = at;
      break;
    }
    // «، محمّلاً الوزارة المسؤولية»، «، مطالبًا بالتحقيق»: what the speaker does with it.
    if (quoted[at]! < 0 && /^[،,]$/.test(words[at - 1]!.form.key) && demanding.test(words[at]!.form.key)) {
      end = at;
      break;
    }
    // «، في حين أكد فلان»، «، وعندما سئل أجاب»: the writer goes on with what somebody else says.
    if (quoted[at]! < 0 && /^[،,]$/.test(words[at - 1]!.form.key) && goesElsewhere(passage, at, end)) {
      end = at;
      break;
    }
    // «، ونقلت عن فلان قوله»، «، فيما تطالب الحكومة»: another speaks.
    if (quoted[at]! < 0 && /^[،,]$/.test(words[at - 1]!.form.key) && turns(passage, at)) {
      end = at;
      break;
    }
    // لكن فلانا شكك في ذلك: another's reaction is no part of the report.
    if (quoted[at]! < 0 && /^و?لكن$/.test(words[at]!.form.key) && reacts(passage, at, end)) {
      end = at;
      break;
    }
    // «…»، في إشارة إلى كذا: the writer explains.
    if (
      quoted[at]! < 0 &&
      /^(?:اشارة|تلميح|رد)$/.test(words[at]!.form.key) &&
      words[at - 1]!.form.key === 'في' &&
      /^[،,]$/.test(words[at - 2]?.form.key ?? '')
    ) {
      end = at - 1;
      break;
    }
    if (quoted[at]! >= 0 || !sources.test(words[at]!.form.key)) continue;
    if (/^(?:كما|وفق|حسب)$/.test(words[at]!.form.key) && !/^[،,»”"]$/.test(words[at - 1]!.form.key)) continue;
    if (words[at]!.form.key === 'كما' && words[at + 1]?.form.reports.length === 0) continue;
    if (words[at]!.form.key === 'كما' || /^[،,»”"]$/.test(words[at - 1]!.form.key)) {
      if (words[at]!.form.key === 'كما') continue;
      end = at;
      break;
    }
  }
  // … أنها لم تكن تنوي ذلك: "كنت …": the words themselves follow the report of them.
  for (let at = cue.target + 3; at < end; at++)
    if (quoted[at]! < 0 && words[at]!.form.key === ':' && quotationAt(passage, at + 1))
      end = meanwhile(passage, cue.target + 3, at);
  for (let at = cue.target + 3; at < end; at++)
    if (quoted[at]! < 0 && /^[،,]$/.test(words[at - 1]!.form.key) && adds(passage, cue, at)) {
      end = at;
      break;
    }
  return trimmed(passage, cue.target, end);
}

/** إنه زرع الأرض، ثم يهز رأسه: «…»: where what somebody does before he speaks again begins, else `colon`. */
function meanwhile({ words }: Passage, from: number, colon: number): number {
  for (let at = colon - 1; at > from && at > colon - 8; at--)
    if (/^[،,]$/.test(words[at - 1]!.form.key))
      return /^(?:ثم|قبل)$/.test(words[at]!.form.key) ? at - 1 : colon;
  return colon;
}

/** Verbs of who says no more: لكنه فضل عدم التعليق. */
const withholding =
  /^(?:(?:فضل|رفض|امتنع|تحفظ|اكتفي|اكتف|تجنب|احجم|اعتذر)(?:ت|وا)?|[يت](?:فضل|رفض|متنع|تحفظ|كتفي|تجنب|حجم|عتذر)(?:ون)?)$/;

/** Participles of deeds done with words, in the accusative of circumstance. */
const demanding =
  /^(?:محمل|مطالب|داعي|مناشد|منتقد|متهم|مهدد|متعهد|موجه|مشدد|محذر|مجدد|معرب|مثمن|مشيد|مندد|معبر|مستنكر|مستغرب|متسائل|متمني|معتذر|رافض|شاكر|مستشهد|متوعد|متجاهل)(?:ا|ة|ين|ات)$/;

/** Verbs of deeds done with words. */
const deeds = /^(?:دعا|ناشد|طالب|حث|اتهم|هاجم|انتقد|أدان|هنأ|شكر|حمل|أمر|وعد|تعهد|هدد|نصح)$/;

/** على الرغم من أن فلانا قال إن كذا، فإنه أفرط: the main clause behind a concession is the writer's. */
function concluded(passage: Passage, cue: Cue, end: number): number {
  const { words, sentence, quoted } = passage;
  const first = sentence[cue.at]!;
  const opener = words.slice(first, first + 2).map(({ form }) => form.key);
  if (!opener.some((key) => /^و?(?:الرغم|رغم|برغم|بالرغم)$/.test(key))) return end;
  for (let at = cue.target + 3; at < end; at++)
    if (quoted[at]! < 0 && /^(?:فان(?:ه|ها|هم)?|الا)$/.test(words[at]!.form.key)) return at;
  return end;
}

/** Whether the writer goes on behind a comma: «، علمًا أن»، «، كما تردد»، «، ونفيه أن»، «، على حد قوله». */
function adds(passage: Passage, cue: Cue, at: number): boolean {
  const { words } = passage;
  const key = words[at]!.form.key;
  const next = words[at + 1]?.form;
  if (key === 'علما') return true;
  // لكنهم شددوا على: the next report. في ما وصفوه بأنه: the writer's.
  const after = words[at + 2]?.form;
  if (/^و?لكن(?:ه|ها|هم)$/.test(key))
    return (
      withholding.test(next?.key ?? '') ||
      (/^عاد(?:ت|وا)?$/.test(next?.key ?? '') && (after?.reports.length ?? 0) > 0) ||
      next?.reports.some(
        ({ form }) =>
          !form.pronoun &&
          ((form.shape === 'past' && (form.verb.says || form.verb.denies)) ||
            (form.shape === 'present' && form.verb.denies)),
      ) === true
    );
  // غير أنه رفض, إلا أنها أكدت: the same with two words.
  if (/^و?(?:غير|الا|بيد)$/.test(key) && /^(?:انه|انها|انهم)$/.test(next?.key ?? ''))
    return (
      withholding.test(after?.key ?? '') ||
      after?.reports.some(({ form }) => form.shape === 'past' && (form.verb.says || form.verb.denies)) ===
        true
    );
  // دون أن يقدم رزنامة: what the speaker left unsaid.
  if (/^(?:دون|بدون)$/.test(key) || (key === 'من' && /^(?:دون|غير)$/.test(next?.key ?? ''))) {
    const verb = words[at + (key === 'من' ? 3 : 2)]?.form;
    return verb !== undefined && (verb.reports.length > 0 || withheld.test(verb.key));
  }
  if (
    (key === 'في' && next?.key === 'ما' && after?.reports.length) ||
    (key === 'فيما' && /^وصف/.test(next?.key ?? ''))
  )
    return true;
  if (key === 'علي' && /^(?:حد|ما)$/.test(next?.key ?? '')) return true;
  if (key === 'كما')
    return (
      next !== undefined && (next.reports.length > 0 || /^(?:تردد|يبدو|ورد|هو|جاء|اوضح)$/.test(next.key))
    );
  // «، ودعت الأطراف إلى»، «، وأمرت بحبسهم»: what the speaker did next. «، وتنفي روسيا»: another's denial.
  const { gender } = cue.report.form;
  const joined = words[at]!.form.reports.filter(({ form, prefix }) => prefix === 'و' && form.person === 3);
  if (
    joined.some(
      ({ form }) =>
        (form.shape === 'present' && form.verb.denies && !form.pronoun) ||
        (form.shape === 'past' && deeds.test(form.verb.lemma) && agree(form.gender, gender)),
    )
  )
    return true;
  return words[at]!.form.reports.some(
    ({ form, prefix }) => form.shape === 'masdar' && form.pronoun && form.verb.denies && prefix === 'و',
  );
}

const withheld =
  /^[يت](?:قدم|عط|عطي|خوض|دخل|فصل|سم|سمي|فصح|ستبعد|حدد|كشف|وضح|ذكر|تطرق|شر|شير|دل|دلي)(?:و|وا|ا|ي)?$/;

/** Whether a new voice begins: نقل with و, or a verb of speech right behind فيما or بينما. */
function turns(passage: Passage, at: number): boolean {
  const finite = (index: number) =>
    passage.words[index]?.form.reports.filter(
      ({ form }) => form.person === 3 && (form.shape === 'past' || form.shape === 'present'),
    ) ?? [];
  if (finite(at).some((one) => one.prefix === 'و' && one.form.verb.lemma === 'نقل')) return true;
  return /^(?:فيما|بينما)$/.test(passage.words[at]!.form.key) && finite(at + 1).length > 0;
}

/** Whether behind a comma في حين, في المقابل, وعندما or وعن leads to a verb that reports words, or ف to a deed before one (، فضحك وقال). */
function goesElsewhere({ words }: Passage, at: number, end: number): boolean {
  const { key } = words[at]!.form;
  const next = words[at + 1]?.form;
  const led =
    (/^و?في$/.test(key) && /^(?:حين|المقابل)$/.test(next?.key ?? '')) ||
    /^و(?:عندما|حين|حينما|لما|عن|بشان|بخصوص|حول|حيال)$/.test(key);
  const deed =
    /^ف.../.test(key) &&
    next?.reports.some((one) => one.prefix === 'و' && one.form.shape === 'past' && one.form.verb.says);
  if (!led) return deed === true;
  for (let to = at + 1; to < Math.min(end, at + 12); to++) {
    const { form } = words[to]!;
    if (form.particle >= 0 || /^(?:الذي|التي|ما)$/.test(form.key)) return false;
    const told = form.reports.some(
      ({ form: verb, prefix, cut }) =>
        cut === 0 && prefix === '' && verb.shape === 'past' && verb.person === 3 && verb.verb.takesClause,
    );
    if (told && words.slice(to + 1, to + 14).some((word) => word.form.particle >= 0)) return true;
  }
  return false;
}

/** Whether behind لكن somebody's verb of speech follows within a few words. */
function reacts(passage: Passage, at: number, end: number): boolean {
  const { words } = passage;
  for (let next = at + 2; next < Math.min(end, at + 8); next++) {
    const { form } = words[next]!;
    if (form.particle >= 0 || words[next]!.kind !== 'word') return false;
    if (
      !form.definite &&
      form.reports.some(
        (one) =>
          one.prefix === '' &&
          one.form.shape === 'past' &&
          (one.form.verb.says || one.form.verb.denies || one.form.verb.lemma === 'شكك'),
      )
    )
      return true;
  }
  return false;
}

/** Where the next cue ends this clause, or undefined where it belongs to it. */
function boundary(passage: Passage, cue: Cue, next: Cue): number | undefined {
  const { words } = passage;
  const { form, prefix } = next.report;
  const word = words[next.at]!;
  const before = words[next.at - 1]!.form.key;
  // قبل أن يستدرك, بعد أن قال: the next report begins with its preposition.
  if (words[next.at - 1]!.form.particle >= 0 && /^(?:قبل|بعد|دون)$/.test(words[next.at - 2]?.form.key ?? ''))
    return next.at - 2;
  if (form.pronoun && form.shape !== 'masdar') return undefined;
  if (form.shape === 'participle') return next.at;
  if (form.shape === 'masdar') {
    if (!/^[وف]?[بل]$/.test(prefix) || !(form.pronoun || next.report.definite)) return undefined;
    // واكتفى بالقول إن: with the verb that it belongs to.
    return /^و../.test(before) && words[next.at - 1]!.form.common && !words[next.at - 1]!.form.definite
      ? next.at - 1
      : next.at;
  }
  if (/^[وف]$/.test(prefix)) {
    // وقال, وأضاف: a new report; a verb of belief or a thing's verb may go on telling.
    return form.verb.says || form.verb.continues || /^[،,]$/.test(before) || form.verb.takesQuote
      ? next.at
      : undefined;
  }
  if (/^[،,]$/.test(before)) return form.verb.says ? next.at - 1 : undefined;
  if (/^(?:الذي|التي|الذين|ما|من|مما)$/.test(before)) return undefined;
  if (lead.test(before)) return next.at - 1;
  if (/^(?:وهو|وهي|وهم)$/.test(before) && form.verb.says) return next.at;
  // A subject before its verb: back to لكن, فيما, while nothing but its words stand between.
  for (let at = next.at - 1; at > Math.max(cue.target, next.at - 12); at--) {
    const key = words[at]!.form.key;
    // إلا أن الأهالي يقولون إن: أن belongs to what parts the clauses.
    if (words[at]!.form.particle >= 0)
      return /^و?(?:الا|غير|بيد)$/.test(words[at - 1]!.form.key) &&
        at - 1 > cue.target &&
        (form.verb.says || form.verb.believes)
        ? at - 1
        : undefined;
    if (/^(?:الذي|التي)$/.test(key)) return undefined;
    if (lead.test(key)) return at;
  }
  // بينما ذكرت تقارير أن كذا أبلغ فلان أن: the clause that بينما opened is followed by the main verb.
  const first = words[passage.sentence[cue.at]!]!.form.key;
  const beside = words[cue.at - 1]?.form.key ?? '';
  const opener = /^و?(?:بينما|فيما)$/.test(beside) ? beside : first;
  if (
    /^و?(?:بينما|فيما|عندما|بعدما|حين|اذا|لما)$/.test(opener) &&
    form.verb.says &&
    word.form.key === words[next.at]!.form.key
  )
    return next.at;
  return undefined;
}

/** Commas, joints and openers of the next clause are no part of this one. */
function trimmed(passage: Passage, from: number, to: number): number {
  const { words, quoted } = passage;
  let end = to;
  while (end > from + 1) {
    const word = words[end - 1]!;
    if (quoted[end - 1]! >= 0) break;
    if (/^[،,؛:\-–—.]$/.test(word.form.key)) end--;
    else if (
      // ثم عاد وعلق: the verb that only leads to the next report.
      end < passage.ends[from]! &&
      /^(?:عاد|عادت|عادوا)$/.test(word.form.key) &&
      /^(?:ثم|لكنه|لكنها|لكنهم)$/.test(words[end - 2]?.form.key ?? '')
    )
      end -= 2;
    else if (
      // وتضحك وهي تقول: what the next speaker does meanwhile.
      end < passage.ends[from]! &&
      /^(?:وهو|وهي|وهم)$/.test(word.form.key)
    ) {
      end--;
      for (let back = end - 1; back > Math.max(from + 1, end - 5); back--)
        if (/^[،,]$/.test(words[back]!.form.key)) {
          end = back;
          break;
        }
    } else if (
      end < passage.ends[from]! &&
      joints.test(word.form.key) &&
      !/^(?:من|ما|في|ان|انه|انها|قبل|حين)$/.test(word.form.key)
    )
      end--;
    else if (
      end < passage.ends[from]! &&
      /^(?:جهته|جهتها|جانبه|جانبها|حين)$/.test(word.form.key) &&
      /^(?:من|في|ومن|وفي)$/.test(words[end - 2]?.form.key ?? '')
    )
      end -= 2;
    else break;
  }
  // A closing mark that nothing opened inside (… غزة».) stays outside.
  while (end > from + 1 && /^[»”"]$/.test(words[end - 1]!.form.key) && quoted[end - 1]! < 0) end--;
  return end;
}

/** The span of a clause; where a quotation runs to its end, its closing mark is inside. */
export function clauseSpan(passage: Passage, cue: Cue, end: number): Span {
  const word = passage.words[cue.target]!;
  const cut = Math.max(0, word.form.particle);
  return { start: word.start + (cue.kind === 'clause' ? cut : 0), end: passage.words[end - 1]!.end };
}

/** The words that open a quotation inside a clause, by index of their opening mark. */
export function quotationsInside(passage: Passage, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (quotationAt(passage, at)) found.push(at);
  return found;
}
