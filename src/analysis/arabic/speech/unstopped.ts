/**
 * Where sentences begin in a paragraph without full stops, as some papers write: behind a comma, where a new report, another voice or
 * a topic is opened. In a paragraph with full stops these are parts of one sentence.
 */
import type { Word } from '../../common/words.ts';
import type { Form } from '../words/forms.ts';

type Words = readonly Word<Form>[];

/** A shorter paragraph is one sentence, or a heading. */
const shortest = 12;

/** Whether a paragraph has no full stop outside its quotations, and is long enough to have several sentences. */
export function isUnstopped(words: Words, quoted: Int32Array, ends: RegExp): boolean {
  if (words.length < shortest) return false;
  for (let at = 0; at < words.length; at++)
    if (
      quoted[at]! < 0 &&
      words[at]!.kind === 'punctuation' &&
      ends.test(words[at]!.form.key) &&
      !isTitle(words[at - 1])
    )
      return false;
  return true;
}

/** د. فلان: a title cut to its letter. */
function isTitle(word: Word<Form> | undefined): boolean {
  return word?.kind === 'word' && word.form.key.length === 1;
}

/** Openers of two words, without a conjunction: من جهته, في المقابل, إلى ذلك. */
const pairs =
  /^(?:من (?:جهته|جهتها|جهتهم|جانبه|جانبها|جانبهم|ناحيته|ناحيتها|ناحية|جهة)|في (?:المقابل|السياق|سياق|غضون|الاثناء|موازاة|هذا|هذه)|الي ذلك|علي صعيد|يشار الي|يذكر ان|وعن (?:سؤال|مدي)|في معرض|ردا علي)$/;

/** Whether a sentence begins at a word behind a comma. `size` gives the words of a quotation that opens there, and what follows it. */
export function opensSentence(
  words: Words,
  at: number,
  size: { readonly count: number; readonly after: number } | undefined,
): boolean {
  const word = words[at];
  if (!word) return false;
  // «…»، تقول فلانة: the words of whoever speaks behind them.
  if (size)
    return (
      size.count > 2 && /^[،,]$/.test(words[size.after]?.form.key ?? '') && isSaid(words[size.after + 1], '')
    );
  if (word.kind !== 'word' || word.form.particle >= 0) return false;
  const { key } = word.form;
  if (/^و?(?:اما|هل)$/.test(key) || /^بدوره[ام]?$/.test(key)) return true;
  if (/^و(?:بحسب|حسب|وفقا?|طبقا|براي)$/.test(key) || isSaid(word, 'و')) return true;
  const next = words[at + 1];
  // ولم يرد المكتب على طلب للتعليق, ولما سألته: the writer goes on.
  if (key === 'ولم') return /^[يت](?:رد|علق|تسن|صدر|ستجب|شا|دل)/.test(next?.form.key ?? '');
  if (/^و(?:لما|حين|عندما)$/.test(key)) return /^(?:سئل|سال)(?:ت|نا)?(?:ه|ها)?$/.test(next?.form.key ?? '');
  if (/^و?(?:فيما|بينما|كما|لكن)$/.test(key)) return isSaid(next, '');
  return pairs.test(`${key.replace(/^و(?=من|في|الي|علي)/, '')} ${next?.form.key ?? ''}`);
}

/** A verb of speech, past or present, behind a prefix. */
function isSaid(word: Word<Form> | undefined, prefix: string): boolean {
  return (
    word?.form.reports.some(
      (one) =>
        one.prefix === prefix &&
        one.form.person === 3 &&
        (one.form.shape === 'past' || one.form.shape === 'present') &&
        (one.form.verb.says || one.form.verb.continues || one.form.verb.takesQuote),
    ) === true
  );
}
