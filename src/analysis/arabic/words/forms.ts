import type { WordKind } from '../../common/words.ts';
import { fold, unitsOfLetters } from './fold.ts';
import { isCommon, isCommonNoun, Sort, sortsOf } from './lexicon.ts';
import { reportingForms, type VerbForm } from './verbs.ts';

/**
 * One way to take a word apart: what is left when prefixes come off. What the rest can be is looked up when it is first
 * asked and then known: the rules ask it of every word in a dozen places.
 */
export class Reading {
  /** The prefixed particles, e.g. `و`, `ول`. */
  readonly prefix: string;
  /** Code units of the spelling before the rest. */
  readonly cut: number;
  /** The rest, folded, with its article. */
  readonly stem: string;
  /** The rest without the article. */
  readonly bare: string;
  readonly definite: boolean;
  private stemSorts = -1;
  private nounSorts = -1;

  constructor(prefix: string, cut: number, stem: string, bare: string, definite: boolean) {
    this.prefix = prefix;
    this.cut = cut;
    this.stem = stem;
    this.bare = bare;
    this.definite = definite;
  }

  /** All that the stem can be, one bit each: see `Sort`. */
  get sorts(): number {
    if (this.stemSorts < 0) this.stemSorts = sortsOf(this.stem);
    return this.stemSorts;
  }

  /** All that the rest without the article can be. */
  get bareSorts(): number {
    if (this.nounSorts < 0) this.nounSorts = sortsOf(this.bare);
    return this.nounSorts;
  }
}

/** All that is known of one spelling. */
export interface Form {
  readonly spelling: string;
  /** Folded. */
  readonly key: string;
  readonly kind: WordKind;
  /** The whole word first, then with more and more prefixes off. */
  readonly readings: readonly Reading[];
  /** What the word can be, with and without its article, no prefix off. */
  readonly sorts: number;
  /** The same with a conjunction (و, ف) off; equal to `sorts` where there is none. */
  readonly linkedSorts: number;
  readonly definite: boolean;
  /** An ordinary word in one of its readings. */
  readonly common: boolean;
  /** Readings as a reporting verb, a conjunction or ب off. */
  readonly reports: readonly Report[];
  /** Number of code units before the particle أن/إن where the word is one (with or without ب ف و), else -1. */
  readonly particle: number;
  /** Bits of `ofSpelling`: the questions that were asked, and which of them were answered with yes. */
  asked: number;
  answers: number;
}

/** A reporting verb inside a word. */
export interface Report {
  readonly form: VerbForm;
  readonly cut: number;
  readonly prefix: string;
  /** القول with its article: بالقول إن, في القول إن. */
  readonly definite?: boolean;
}

const prefixes = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'أو', 'س', 'وس', 'فس'];
const particle = /^(و|ف)?(ب)?(ان|اني|انني|انا|اننا|انك|انكم|انه|انها|انهما|انهم|انهن|الا)$/;

function readingsOf(spelling: string, key: string): Reading[] {
  const readings: Reading[] = [reading(spelling, '', 0, key)];
  for (const prefix of prefixes) {
    if (!key.startsWith(prefix) || key.length < prefix.length + 2) continue;
    const rest = key.slice(prefix.length);
    // س stands before a verb of the present alone: سالازار begins with no prefix.
    if (prefix.endsWith('س') && (!/^[يتنا]../.test(rest) || rest.startsWith('ال'))) continue;
    const cut = unitsOfLetters(spelling, prefix.length);
    // لل hides the alef of the article: للعراق is ل and العراق; the mention begins at the second lam.
    if (prefix.endsWith('ل') && rest.startsWith('ل') && rest.length > 2)
      readings.push(new Reading(prefix, cut, `ا${rest}`, rest.slice(1), true));
    // لليمن is ل, ال and يمن written with two lams of the article's own word.
    readings.push(reading(spelling, prefix, cut, rest));
  }
  return readings;
}

/** إلكترونية and ألمح begin with a hamza: no article. */
function reading(spelling: string, prefix: string, cut: number, stem: string): Reading {
  const definite = stem.startsWith('ال') && stem.length > 3 && !/[أإآ]/.test(spelling[cut]!);
  return new Reading(prefix, cut, stem, definite ? stem.slice(2) : stem, definite);
}

/** Whether what is left is long enough to trust that the prefix is one: كيري is no ك and يري. */
function mayStand(one: Reading): boolean {
  if (one.prefix === '' || one.definite || one.sorts & Sort.grammar) return true;
  if (one.prefix.endsWith('س')) return /^[يتن].{2}/.test(one.stem);
  if (one.prefix === 'و' || one.prefix === 'ف') return one.stem.length > 2;
  if (one.prefix.endsWith('ك')) return (one.sorts & (Sort.common | Sort.office)) !== 0;
  return one.stem.length > 3 || (one.sorts & Sort.common) !== 0 || /^[^اويءئؤ]{3}$/.test(one.stem);
}

const both = (one: Reading) => one.sorts | (one.definite ? one.bareSorts : 0);

/** The word علي with its dots is the name or a slip for على; with alef maqsura it is never the name. */
const nameSpelling = /^(?:آ[ين]|منى|آبي|آلان)$/;
const neverNames = /ى\u0651?$/;

/** Makes the form of a spelling; call it through `remembered`. */
export function formOf(spelling: string, kind: WordKind): Form {
  if (kind !== 'word')
    return {
      spelling,
      key: spelling,
      kind,
      readings: [new Reading('', 0, spelling, spelling, false)],
      sorts: 0,
      linkedSorts: 0,
      definite: false,
      common: false,
      reports: [],
      particle: -1,
      asked: 0,
      answers: 0,
    };
  const key = fold(spelling);
  const readings = readingsOf(spelling, key);
  const whole = readings[0]!;
  let sorts = both(whole);
  const reports = reportsOf(spelling, readings);
  const finite = reports.some(({ cut, form }) => cut === 0 && form.shape === 'past');
  // على, روى: with alef maqsura no علي and no روي.
  // بوطاهر, بنسعيد: families of the Maghreb, by the father's name.
  if (/^ب[ون].{4}/.test(key) && sorts === 0 && sortsOf(key.slice(2)) & Sort.given) sorts = Sort.family;
  if (neverNames.test(spelling) && (sorts & Sort.grammar || finite)) sorts &= ~(Sort.given | Sort.family);
  // آي is no أي, منى no مني: the letters that folding joins tell the name.
  if (nameSpelling.test(spelling)) sorts = spelling === 'آبي' ? Sort.family : Sort.given;
  // بأية, لأي: a preposition in plain sight.
  if (/^[وف]?[بلك]أ/.test(spelling)) sorts &= ~(Sort.given | Sort.family);
  // حارس ليلي: an adjective; the name is ليلى.
  if (/^(?:ليلي|سلمي|بشري|ذكري)$/.test(spelling)) sorts &= ~(Sort.given | Sort.family);
  // أمام الجمهور, no إمام.
  if (/^[وف]?أمام$/.test(spelling)) sorts &= ~(Sort.office | Sort.given | Sort.honorific);
  const linked = readings.find((one) => one.prefix === 'و' || one.prefix === 'ف');
  const linkedSorts = linked ? sorts | both(linked) : sorts;
  const match = particle.exec(key);
  const opens = match && !/^(?:اني|انا|الا)$/.test(key) ? true : match !== null && /أ|إن/.test(spelling);
  return {
    spelling,
    key,
    kind,
    readings,
    sorts,
    linkedSorts,
    definite: whole.definite,
    common:
      !nameSpelling.test(spelling) &&
      readings.some(
        (one) => mayStand(one) && (isCommon(one.stem) || (one.definite && isCommonNoun(one.bare))),
      ),
    reports,
    particle: opens ? unitsOfLetters(spelling, (match![1]?.length ?? 0) + (match![2]?.length ?? 0)) : -1,
    asked: 0,
    answers: 0,
  };
}

/** A damma on the first letter of a past verb makes it passive (أُعلن); nobody speaks then. */
const passive = /^[وف]?[\u0621-\u063a\u0641-\u064a]\u064f/;

function reportsOf(spelling: string, readings: readonly Reading[]): Report[] {
  const found: Report[] = [];
  for (const one of readings) {
    if (one.prefix && !/^(?:[وف]?[بل]?|ك)$/.test(one.prefix)) continue;
    if (one.stem === 'القول')
      for (const form of reportingForms(one.bare))
        if (form.shape === 'masdar') found.push({ form, cut: one.cut, prefix: one.prefix, definite: true });
    for (const form of reportingForms(one.stem)) {
      const prepositional = /[بلك]$/.test(one.prefix);
      if (prepositional && form.shape !== 'masdar') continue;
      if (form.shape === 'past' && passive.test(spelling)) continue;
      found.push({ form, cut: one.cut, prefix: one.prefix });
    }
  }
  return found;
}
