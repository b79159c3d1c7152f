/**
 * Whose answers an interview gives. It is told by its questions: two paragraphs at least that begin with a dash or س and end
 * with a question mark, or that stand alone as questions with answers between them.
 */
import { announcing } from '../names/people.ts';
import type { NamedAt, Passage } from './sentence.ts';
import type { Speaker } from './speakers.ts';

/** Before the name of who asks: حاورها, أجرت الحوار. */
const asking = /^(?:حاوره|حاورها|حاورته|حاورتها|الحوار|الحديث|كتب|كتبت|مراسل|مراسلة)$/;

/** Learns an article passage by passage, then says who answers in which. */
export class Interview {
  private readonly questions: number[] = [];
  private readonly answers = new Set<number>();
  private guest: string | undefined;
  /** How often the article names the guest. */
  private named = 0;
  /** Whether the article is an interview, once all of it is learned. */
  private isOne: boolean | undefined;

  learn(passage: Passage, named: NamedAt): void {
    const { words, block } = passage;
    this.isOne = undefined;
    const first = words[0]?.form.key ?? '';
    const marked = /^(?:[-–—]|س|ج)$/.test(first) && words.length > 2;
    if (words.at(-1)?.form.key === '؟' || words.at(-2)?.form.key === '؟') {
      if (first !== 'ج') this.questions.push(block);
    } else if (this.questions.length > 0) this.answers.add(block);
    if (this.questions.length > 0 || marked) return;
    // The guest is named before the first question, and oftener than whoever signs the text.
    for (const [at, { entity }] of [...named].sort(([a], [b]) => a - b)) {
      const before = words[at - 1]?.form.key ?? '';
      const earlier = words[at - 2]?.form.key ?? '';
      const asks = asking.test(before) || (before === ':' && asking.test(earlier)) || announcing.test(before);
      if (entity.type === 'person' && !asks && entity.mentions.length > this.named) {
        this.guest = entity.name;
        this.named = entity.mentions.length;
      }
    }
  }

  /** Who says أنا in a block: the guest in an answer. Nobody where the article is no interview. */
  voiceIn(block: number): Speaker | undefined {
    const { guest, answers } = this;
    if (guest === undefined || !answers.has(block)) return undefined;
    this.isOne ??= this.isAnswered();
    if (!this.isOne) return undefined;
    return { name: guest, reason: 'pronoun', gender: 'any', plural: false };
  }

  /** Whether most questions are answered at once; a column that asks its readers is no interview. */
  private isAnswered(): boolean {
    const answered = this.questions.filter((question) => this.answers.has(question + 1)).length;
    return answered >= 2 && answered >= this.questions.length / 2;
  }
}
