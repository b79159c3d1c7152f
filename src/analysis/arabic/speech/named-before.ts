/** The person whose name stands before a verb or a relative clause, who acts there. */
import type { NounPhrase } from './noun-phrase.ts';
import type { NamedAt, Passage } from './sentence.ts';

/** The person whose name ends right before `at`. */
export function nameBefore(named: NamedAt, from: number, at: number): NounPhrase | undefined {
  for (let back = at - 1; back >= from; back--) {
    const name = named.get(back);
    if (name?.entity.type === 'person' && name.to === at) return { from: back, to: at, headEnd: at };
  }
  return undefined;
}

/**
 * تلقى القسم بلاغا من فلانة، أفادت فيه; بعد نشر فلانة مقطع فيديو، قالت فيه: the person before the comma, who speaks in what came
 * from him; with what he made between them, nobody else and no other verb of saying.
 */
export function author(passage: Passage, named: NamedAt, verb: number): NounPhrase | undefined {
  const { words, sentence } = passage;
  if (!/^(?:في|خلال)(?:ه|ها|هما)$/.test(words[verb + 1]?.form.key ?? '')) return undefined;
  for (let at = verb - 2; at >= Math.max(sentence[verb]!, verb - 10); at--) {
    const { form, kind } = words[at]!;
    const name = named.get(at);
    if (name?.entity.type === 'person')
      return name.mention.start === words[at]!.start
        ? { from: at, to: name.to, headEnd: name.to }
        : undefined;
    if (kind === 'punctuation' || form.particle >= 0) return undefined;
  }
  return undefined;
}
