import type { Span } from '../../../text/span.ts';
import type { Quote, Role, SpeakerReason } from '../../analysis.ts';
import type { Quotation } from '../../common/marks.ts';
import { isCircumstance } from '../words/name-words.ts';
import { type Attribution, Attributor, reportLike } from './attribution.ts';
import { clauseEnd, clauseSpan, quotationsInside } from './clauses.ts';
import { type Cue, cuesOf } from './cues.ts';
import { Interview } from './interview.ts';
import { nounPhrase, strong } from './noun-phrase.ts';
import type { NamedAt } from './sentence.ts';
import { afterQuotation, type Passage, quotationAt, wordsInside } from './sentence.ts';
import { sourcesOf } from './sources.ts';
import type { Speaker } from './speakers.ts';
import { sentenceSubject } from './subjects.ts';
import { isTitle } from './titles.ts';

const closes = /^[.،,؛]$/;

/** The quotes of an article, passage by passage, the last speaker carried from one to the next. */
export class QuoteReader extends Attributor {
  private readonly quotes: Quote[] = [];
  private readonly interview = new Interview();

  learn(passage: Passage, named: NamedAt): void {
    this.speakers.learn(passage, named);
    this.interview.learn(passage, named);
  }

  /** Reads one passage; call in the order of the text. `continued` holds a quotation the block before left open. */
  read(passage: Passage, named: NamedAt, isHeading: boolean): void {
    const label = this.label(passage, named, isHeading);
    const sources = sourcesOf(passage, named);
    this.voice = this.interview.voiceIn(passage.block);
    const cues = cuesOf(passage, this.voice ? 'all' : label ? 'marks' : 'none').filter(
      (cue) => !sources.some(({ at, target }) => cue.at >= at && cue.at < target),
    );
    for (const { at, target, pronoun } of sources) {
      const form = { ...reportLike, gender: pronoun };
      cues.push({ at, target, kind: 'clause', report: { form, cut: 0, prefix: '' } });
    }
    if (sources.length > 0) cues.sort((a, b) => a.at - b.at);
    const used = new Set<Quotation>();
    let until = -1;
    // Words of a sentence before its first cue may name the subject of a participle (وشكك المعهد … قائلا إن).
    cues.forEach((cue, index) => {
      if (cue.at < until) return;
      const source = sources.find(({ at }) => at === cue.at);
      const attribution = source
        ? this.attributeSource(passage, named, source, cue)
        : this.attribute(passage, named, cue, cues[index - 1]);
      if (cue.kind === 'quotation') {
        this.direct(passage, cue, attribution, used, cues[index + 1]);
        until = -1;
      } else {
        until = this.indirect(passage, cue, attribution, cues.slice(index + 1, index + 40), used);
      }
    });
    this.afterwards(passage, named, used);
    this.unclaimed(passage, named, used, isHeading);
    if (isHeading) this.headline(passage, named, used);
  }

  /** «العنسي: الأقمار. صارت …»: in an interview the name before the colon speaks in the whole paragraph. */
  private label(passage: Passage, named: NamedAt, isHeading: boolean): Speaker | undefined {
    if (isHeading) return undefined;
    const { words } = passage;
    const first = named.get(0) ?? (words[0]?.kind === 'punctuation' ? named.get(1) : undefined);
    if (!first || first.entity.type === 'date' || first.entity.type === 'place') return undefined;
    let colon = first.to;
    if (/^[»”"]$/.test(words[colon]?.form.key ?? '')) colon++;
    if (words[colon]?.form.key !== ':' || quotationAt(passage, colon + 1)) return undefined;
    const speaker: Speaker = { name: first.entity.name, reason: 'colon', gender: 'any', plural: false };
    this.speakers.spoke(speaker, passage.block, 0);
    return speaker;
  }

  private push(kind: Quote['kind'], span: Span, who: Attribution): void {
    const reason: SpeakerReason = who.speaker?.reason ?? 'none';
    this.quotes.push({
      kind,
      span,
      speaker: who.speaker?.name ?? null,
      speakerMention: who.mention,
      cue: who.cue,
      reason,
      ...(who.speaker?.role ? { role: who.speaker.role } : {}),
      ...(who.denied ? { denied: true } : {}),
      ...(who.via ? { via: who.via } : {}),
    });
  }

  private direct(
    passage: Passage,
    cue: Cue,
    who: Attribution,
    used: Set<Quotation>,
    next: Cue | undefined,
  ): void {
    let at = cue.target;
    const limit = next?.at ?? passage.words.length;
    for (;;) {
      const quotation = quotationAt(passage, at);
      if (!quotation || used.has(quotation)) return;
      used.add(quotation);
      this.push('direct', quotation.inner, who);
      // «…» و«…» under one verb.
      let after = afterQuotation(passage, at);
      while (after < limit && /^(?:و|،|,|ثم|او)$/.test(passage.words[after]!.form.key)) after++;
      if (after >= limit || !quotationAt(passage, after) || wordsInside(passage, after) < 3) return;
      at = after;
    }
  }

  private indirect(
    passage: Passage,
    cue: Cue,
    who: Attribution,
    following: readonly Cue[],
    used: Set<Quotation>,
  ): number {
    const end = clauseEnd(passage, cue, following);
    const span = clauseSpan(passage, cue, end);
    const inside = quotationsInside(passage, cue.target, end);
    const only =
      inside.length === 1 && inside[0] === cue.target + 1 && afterQuotation(passage, inside[0]!) >= end;
    if (!only && span.end > span.start) this.push('indirect', span, who);
    // … أنه لم ينو ذلك: "كنت …": behind the colon the same voice goes on.
    const behind = passage.words[end]?.form.key === ':' && quotationAt(passage, end + 1) ? [end + 1] : [];
    for (const at of [...inside, ...behind]) {
      const quotation = quotationAt(passage, at)!;
      if (used.has(quotation)) continue;
      used.add(quotation);
      if (only ? isTitle(passage, at) : wordsInside(passage, at) < 4 || isTitle(passage, at)) continue;
      this.push('direct', quotation.inner, who);
    }
    return end;
  }

  /** «…»، قال فلان: the cue behind its words. */
  private afterwards(passage: Passage, named: NamedAt, used: Set<Quotation>): void {
    const { words } = passage;
    passage.quotations.forEach((quotation) => {
      if (quotation.depth > 0 || used.has(quotation)) return;
      const opening = passage.openings.get(quotation) ?? -1;
      if (opening < 0) return;
      let at = afterQuotation(passage, opening);
      while (at < words.length && /^[،,\-–—]$/.test(words[at]!.form.key)) at++;
      if (/^(?:كما|حسبما|هكذا|بهذه)$/.test(words[at]?.form.key ?? '')) at++;
      const word = words[at];
      if (!word) return;
      const report = word.form.reports.find(
        ({ form, prefix }) =>
          (form.shape === 'past' || form.shape === 'present') &&
          form.person === 3 &&
          (form.verb.says || form.verb.takesQuote) &&
          prefix === '',
      );
      const limit = passage.ends[at]!;
      if (report) {
        const begins = opening === passage.sentence[opening] || opening === 0;
        if (wordsInside(passage, opening) < (begins ? 2 : 4) || isTitle(passage, opening)) return;
        // «…»، تقول ضاحكة: how, not who.
        const phrase = isCircumstance(words[at + 1]) ? undefined : nounPhrase(passage, named, at + 1, limit);
        const speaker = phrase
          ? this.speakerOf(passage, named, phrase, report.form)
          : this.dropped(passage, named, opening, report.form);
        if (speaker) this.speakers.spoke(speaker, passage.block, at);
        used.add(quotation);
        this.push('direct', quotation.inner, {
          speaker,
          mention: phrase ? this.mentionSpan(passage, named, phrase) : null,
          cue: { start: word.start + report.cut, end: word.end },
          denied: false,
        });
        return;
      }
      // «…»، على حد قوله: the subject of the sentence, else the last speaker.
      const own =
        word.form.key === 'علي' && words[at + 1]?.form.key === 'حد'
          ? /^(?:قول|تعبير|وصف|زعم)(ه|ها|هم)$/.exec(words[at + 2]?.form.key ?? '')
          : null;
      if (own && wordsInside(passage, opening) > 3 && !isTitle(passage, opening)) {
        const form = {
          ...reportLike,
          gender: own[1] === 'ه' ? 'masculine' : own[1] === 'ها' ? 'feminine' : 'any',
        } as const;
        const phrase = sentenceSubject(passage, named, opening);
        const speaker = phrase ? this.speakerOf(passage, named, phrase, form) : this.speakers.carried(form);
        used.add(quotation);
        this.push('direct', quotation.inner, {
          speaker,
          mention: phrase ? this.mentionSpan(passage, named, phrase) : null,
          cue: { start: words[at + 2]!.start, end: words[at + 2]!.end },
          denied: false,
        });
        return;
      }
      if (
        !/^(?:حسب|بحسب|وفق|وفقا|طبقا)$/.test(word.form.key) ||
        wordsInside(passage, opening) < 4 ||
        isTitle(passage, opening)
      )
        return;
      let from = at + 1;
      while (/^(?:ل|لـ|ما|قول|تعبير|ـ)$/.test(words[from]?.form.key ?? '')) from++;
      const phrase = nounPhrase(passage, named, from, limit);
      if (!phrase) return;
      const form = reportLike;
      used.add(quotation);
      this.push('direct', quotation.inner, {
        speaker: this.speakerOf(passage, named, phrase, form),
        mention: this.mentionSpan(passage, named, phrase),
        cue: { start: word.start, end: word.end },
        denied: false,
      });
    });
  }

  /** A paragraph that is nothing but a quotation goes on with the last speaker; after a colon, a name speaks. */
  private unclaimed(passage: Passage, named: NamedAt, used: Set<Quotation>, isHeading: boolean): void {
    const { words } = passage;
    for (const quotation of passage.quotations) {
      if (quotation.depth > 0 || used.has(quotation)) continue;
      const opening = passage.openings.get(quotation) ?? -1;
      const before = words[opening - 1];
      const least = before?.form.key === ':' && this.goesOn(passage, opening) ? 2 : 4;
      if (opening < 0 || wordsInside(passage, opening) < least || isTitle(passage, opening)) continue;
      if (before?.form.key === ':') {
        const phrase = nounPhrase(passage, named, passage.sentence[opening]!, opening - 1);
        if (!phrase || !strong(passage, named, phrase)) {
          this.again(passage, quotation, opening, used);
          continue;
        }
        const speaker = { ...this.speakerOf(passage, named, phrase, reportLike), reason: 'colon' as const };
        used.add(quotation);
        this.push('direct', quotation.inner, {
          speaker,
          mention: this.mentionSpan(passage, named, phrase),
          cue: null,
          denied: false,
        });
        continue;
      }
      const alone =
        opening === 0 ||
        (before &&
          closes.test(before.form.key) &&
          afterQuotation(passage, opening) >= passage.ends[opening]!);
      if (!alone || isHeading || wordsInside(passage, opening) < 5 || !this.speakers.last) continue;
      const rest = afterQuotation(passage, opening);
      if (opening === 0 && rest < words.length && words[rest]!.kind === 'word') continue;
      used.add(quotation);
      this.push('direct', quotation.inner, {
        speaker: { ...this.speakers.last, reason: 'carried' },
        mention: null,
        cue: null,
        denied: false,
      });
    }
  }

  /** Whether somebody has spoken in the sentence of a word. */
  private goesOn(passage: Passage, at: number): boolean {
    const { block, at: last } = this.speakers.lastAt;
    return block === passage.block && passage.sentence[last] === passage.sentence[at];
  }

  /** ثم يهز رأسه: «…»: a colon behind no name goes on with whoever spoke in the same sentence. */
  private again(passage: Passage, quotation: Quotation, opening: number, used: Set<Quotation>): void {
    const { last } = this.speakers;
    if (!last || !this.goesOn(passage, opening)) return;
    used.add(quotation);
    const speaker = { ...last, reason: 'carried' as const };
    this.push('direct', quotation.inner, { speaker, mention: null, cue: null, denied: false });
  }

  /** مورينيو: تشيلسي سيواجه منافسة: a headline with a name before its colon. */
  private headline(passage: Passage, named: NamedAt, used: ReadonlySet<Quotation>): void {
    const { words } = passage;
    const colon = words.findIndex((word) => word.form.key === ':');
    if (colon < 1 || colon > 8 || colon + 2 >= words.length) return;
    if (passage.quotations.some((quotation) => used.has(quotation))) return;
    const phrase = nounPhrase(passage, named, 0, colon);
    if (!phrase || phrase.to < colon || !strong(passage, named, phrase)) return;
    // تشيلي: حرائق تلتهم المنازل: where it is, not who says it.
    if (named.get(phrase.from)?.entity.type === 'place') return;
    const speaker = { ...this.speakerOf(passage, named, phrase, reportLike), reason: 'colon' as const };
    let end = words.length;
    while (
      end > colon + 2 &&
      words[end - 1]!.kind === 'punctuation' &&
      !/[»”")]/.test(words[end - 1]!.form.key)
    )
      end--;
    this.push(
      'indirect',
      { start: words[colon + 1]!.start, end: words[end - 1]!.end },
      { speaker, mention: this.mentionSpan(passage, named, phrase), cue: null, denied: false },
    );
  }

  /** The offices of a person, as the article gives them. */
  rolesOf(person: string): readonly Role[] {
    return this.speakers.offices.rolesOf(person);
  }

  /** All quotes by start, an enclosing one before the one inside it. */
  finish(): Quote[] {
    return this.quotes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }
}
