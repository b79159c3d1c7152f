/**
 * Who a noun phrase is, as a list of rules: the first that knows somebody is right. Each rule carries examples, which
 * run as tests: a text, and the speaker of its last quote. Rather nobody than the wrong one: an office, a relative
 * or a plural that the article ties to no person speaks for itself.
 */
import type { Entity, SpeakerReason } from '../../analysis.ts';
import type { Word } from '../../common/words.ts';
import { isOffice } from '../names/people.ts';
import type { Form } from '../words/forms.ts';
import { Sort, sortsOf } from '../words/lexicon.ts';
import type { VerbForm } from '../words/verbs.ts';
import { type Agreement, agree, agreementOf, bareNoun } from './agreement.ts';
import { honoredTitle, isTitleOfAddress } from './honored.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isOwner, officeBehind } from './office-phrase.ts';
import { headOf } from './offices.ts';
import { apposed, behindRelative, behindRole } from './roles.ts';
import type { NamedAt, Passage } from './sentence.ts';
import { roleOf, written } from './shown-phrase.ts';
import type { Speaker, Speakers } from './speakers.ts';
import { epithets, isBehindName, isOfficeApposed, isSame } from './subject-checks.ts';

/** The subject of a cue, with what is known where it stands. */
interface Subject {
  readonly passage: Passage;
  readonly named: NamedAt;
  readonly phrase: NounPhrase;
  readonly form: VerbForm;
  /** The first word of the phrase, and its gender and number. */
  readonly head: Word<Form>;
  readonly agreement: Agreement;
  readonly speakers: Speakers;
}

/** Whom a rule found. */
interface Told {
  readonly name: string;
  readonly reason: SpeakerReason;
  readonly body?: boolean;
  readonly role?: string;
}

/** One way in which a noun phrase names a speaker. */
interface SpeakerRule {
  readonly says: string;
  /** A text, and the speaker of its last quote. */
  readonly examples: readonly (readonly [string, string])[];
  readonly find: (subject: Subject) => Told | undefined;
}

const person = (entity: Entity | undefined) => entity?.type === 'person';

/** The rules, in the order in which they are asked. The last knows everybody. */
export const speakerRules: readonly SpeakerRule[] = [
  {
    says: 'a title with a pronoun is whom the title led to last',
    examples: [
      [
        'افتتح معالي وزير التعليم الدكتور سمير حداد المعرض.\nوقال معاليه: «سنعود إلى هنا كل عام بلا انقطاع».',
        'سمير حداد',
      ],
    ],
    find({ passage, phrase, head, speakers }) {
      const title = honoredTitle(head.form.key);
      const { last } = speakers;
      // Where it led to nobody, whoever spoke last bears it: أكد الوزير فلان … وقال معاليه.
      const bearer = title && last && !last.body && last.reason !== 'unnamed' ? last.name : undefined;
      const name = title && (speakers.offices.honored(title, passage.block, phrase.from) ?? bearer);
      return name ? { name, reason: 'office' } : undefined;
    },
  },
  {
    says: 'a form of address leads to the office behind it',
    examples: [
      ['استقبل السفير سمير حداد الوفد. وقال سعادة السفير إن اللقاء مثمر.', 'سمير حداد'],
      ['استقبل السفير سمير حداد الوفد. وقال معالي الوزير إن اللقاء مثمر.', 'معالي الوزير'],
    ],
    find(subject) {
      const { passage, phrase, head } = subject;
      const from = phrase.from + 1;
      const office = passage.words[from];
      if (from >= phrase.to || !office || !isTitleOfAddress(head.form.key) || !isOffice(office))
        return undefined;
      const behind = {
        ...subject,
        phrase: { ...phrase, from },
        head: office,
        agreement: agreementOf(office),
      };
      for (const { find } of speakerRules.slice(0, -1)) {
        const told = find(behind);
        if (told) return told;
      }
      return undefined;
    },
  },
  {
    says: 'a named person speaks, unless the noun before the name is the person’s own',
    examples: [
      ['وقال وزير الزراعة سمير حداد إن الموسم جيد.', 'سمير حداد'],
      ['وقالت زوجته ليلى منصور إن السفر طويل.', 'ليلى منصور'],
      ['وقالت زوجة سمير حداد إن السفر طويل.', 'زوجة سمير حداد'],
      ['وقال محامي المتهم سمير حداد إن الحكم قاس.', 'محامي المتهم سمير حداد'],
      ['وقال المدير العام لمؤسسة مياه بيروت سمير حداد إن الشبكة قديمة.', 'سمير حداد'],
    ],
    find({ passage, named, phrase, head, speakers }) {
      for (let at = phrase.from; at < phrase.headEnd; at++) {
        const name = named.get(at);
        if (!name || !person(name.entity)) continue;
        if (!isBehindName(named, phrase.from, at) && isOwner(passage.words, phrase.from, at)) continue;
        // قال فلان، رئيس اللجنة، إن …: his office may stand behind his name, too.
        const office = isOffice(head) ? { from: phrase.from, to: at } : officeBehind(passage, named, name);
        const role = office ? roleOf(passage, speakers, office.from, office.to) : {};
        return { name: name.entity.name, reason: 'subject', ...role };
      }
      return undefined;
    },
  },
  {
    says: 'a word that says what somebody is called gives the name',
    examples: [
      ['وقال شاهد يدعى سمير حداد إن الدخان كثيف.', 'سمير حداد'],
      ['أما الحارس، ويدعى سمير حداد، فأكد أنه كان نائما.', 'سمير حداد'],
    ],
    find({ passage, named, phrase, speakers }) {
      const { words } = passage;
      const at = /^[،,]$/.test(words[phrase.to]?.form.key ?? '') ? phrase.to + 1 : phrase.to;
      if (!/^و?(?:[يت]دعي|[يت]سمي|اسمها?)$/.test(words[at]?.form.key ?? '')) return undefined;
      const name = named.get(at + 1)?.entity;
      if (!name || !person(name)) return undefined;
      speakers.offices.add(passage, phrase, name.name);
      return { name: name.name, reason: 'subject', ...roleOf(passage, speakers, phrase.from, phrase.to) };
    },
  },
  {
    says: 'the name behind the place of an office has it, unless another’s title leads to the name',
    examples: [
      ['وقال مدير القسم في هيئة الآثار سمير حداد إن العمل طويل.', 'سمير حداد'],
      ['وقال متحدث باسم الرئيس سمير حداد إن الزيارة تأجلت.', 'متحدث باسم الرئيس سمير حداد'],
    ],
    find({ passage, named, phrase, head, speakers }) {
      const { words } = passage;
      if (!isOffice(head) && !(head.form.sorts & Sort.unnamed)) return undefined;
      for (let at = phrase.headEnd; at < phrase.to; at++) {
        const name = named.get(at);
        if (!name || !person(name.entity) || name.mention.start > words[at]!.start) continue;
        const before = words[at - 1]!;
        if (isOffice(before) || before.form.sorts & (Sort.grammar | Sort.honorific)) return undefined;
        return { name: name.entity.name, reason: 'subject', ...roleOf(passage, speakers, phrase.from, at) };
      }
      return undefined;
    },
  },
  {
    says: 'a name in apposition has the office',
    examples: [
      ['وقال رئيس الشركة، المهندس سمير حداد، إن المصنع سيعمل.', 'سمير حداد'],
      ['وأوضح دفاع المتهم، المحامي سمير حداد عن هيئة تطوان، أن موكله بريء.', 'سمير حداد'],
      ['وقال ابنه، الطبيب كمال درويش، إن الحال تحسنت.\nوأضاف الابن أن الخطر زال.', 'كمال درويش'],
    ],
    find({ passage, named, phrase, head, speakers }) {
      const closed = apposed(passage, named, phrase.to, true);
      const announces =
        isOffice(head) ||
        (head.form.sorts & (Sort.unnamed | Sort.honorific)) !== 0 ||
        isOfficeApposed(passage, phrase);
      const name =
        closed ??
        (announces ? apposed(passage, named, phrase.to) : undefined) ??
        (head.form.definite
          ? (behindRelative(passage, named, phrase.to) ?? behindRole(passage, named, phrase.to))
          : undefined);
      if (!name) return undefined;
      // The role is his from now on.
      speakers.offices.add(passage, phrase, name);
      return { name, reason: 'subject', ...roleOf(passage, speakers, phrase.from, phrase.to) };
    },
  },
  {
    says: 'a body or a place speaks, between marks too',
    examples: [
      ['أعلنت وزارة الصحة أن العيادة فتحت.', 'وزارة الصحة'],
      ['وقالت «رويترز» إن السوق هادئة.', 'رويترز'],
    ],
    find({ named, phrase, head }) {
      const first =
        named.get(phrase.from) ?? (head.kind === 'punctuation' ? named.get(phrase.from + 1) : undefined);
      if (!first || first.entity.type === 'date') return undefined;
      return { name: first.entity.name, reason: 'subject', body: !person(first.entity) };
    },
  },
  {
    says: 'an office is of the person whom the article gives it, in the same gender and number',
    examples: [
      ['قال وزير الزراعة سمير حداد إن الموسم جيد.\nوقال الوزير إن السعر عادل.', 'سمير حداد'],
      ['اعتقلت الشرطة المغني سمير حداد. وقال القاضي إن الحكم نهائي.', 'القاضي'],
      ['قال الوزير سمير حداد إن الموسم جيد. وقالت الوزيرة إن السعر عادل.', 'الوزيرة'],
      ['هاجم الوزير سمير حداد المسؤولين. وقال الوزراء إن النقد ظالم.', 'الوزراء'],
    ],
    find({ passage, phrase, head, speakers }) {
      if (!isOffice(head)) return undefined;
      const name =
        speakers.offices.holder(passage, phrase, (one) => speakers.genderOf(one)) ??
        speakers.offices.national(passage, phrase);
      return name
        ? { name, reason: 'office', ...roleOf(passage, speakers, phrase.from, phrase.to) }
        : undefined;
    },
  },
  {
    says: 'the deceased is the only one who has died',
    examples: [
      ['رحيل سمير حداد.\nكان الراحل يقول إن الأغنية لا تموت.', 'سمير حداد'],
      ['زار سمير حداد القبر. وكان الراحل يقول إن الأغنية لا تموت.', 'الراحل'],
    ],
    find({ head, speakers }) {
      const name = /^ال(?:راحلة?|فقيدة?|مرحومة?)$/.test(head.form.key)
        ? speakers.offices.deceased()
        : undefined;
      return name ? { name, reason: 'office' } : undefined;
    },
  },
  {
    says: 'a short definite phrase is the longer one that it shortens',
    examples: [
      ['قال مصدر أمني إن الطريق مفتوح.\nواعتقل سمير حداد. وقال المصدر إن البحث جار.', 'مصدر أمني'],
      ['قال مسؤولون أوروبيون إن الطريق مفتوح.\nوقال المسؤولون إن البحث جار.', 'مسؤولون أوروبيون'],
    ],
    find({ passage, phrase, head, speakers }) {
      const words = phrase.to - phrase.from;
      const same = isSame(passage.words[phrase.to - 1]!);
      // المعهد غير الربحي: a body with a word that tells nothing apart.
      const plain = passage.words[phrase.from + 1]?.form.key === 'غير' && words === 3 && !isOffice(head);
      if (!head.form.definite || !(words === 1 || plain || (same && words === 2))) return undefined;
      const longer = speakers.recalled(passage, phrase.from);
      if (longer && longer !== written(passage, phrase, speakers.text))
        return { name: longer, reason: 'office' };
      // المصدر نفسه: he who spoke last.
      return same && speakers.last ? { name: speakers.last.name, reason: 'office' } : undefined;
    },
  },
  {
    says: 'a broader word for an office is of the only person who has one of that kind',
    examples: [
      ['سجل المهاجم سمير حداد هدفا. وقال اللاعب إن الفوز مستحق.', 'سمير حداد'],
      [
        'قال مسؤول في البلدية إن الحريق انتهى. وزار الوزير سمير حداد الحي. وذكر المسؤول أن البحث جار.',
        'مسؤول في البلدية',
      ],
    ],
    find({ passage, phrase, head, speakers }) {
      if (!isOffice(head)) return undefined;
      const name = speakers.offices.ofKind(
        passage,
        phrase,
        (one) => speakers.genderOf(one),
        speakers.last?.name,
      );
      return name
        ? { name, reason: 'office', ...roleOf(passage, speakers, phrase.from, phrase.to) }
        : undefined;
    },
  },
  {
    says: 'an office whose verb goes on with a speech is of the last speaker, as المتحدث always is',
    examples: [
      ['قال النائب سمير حداد إن الموسم جيد.\nوتابع عضو لجنة الزراعة أن السعر عادل.', 'سمير حداد'],
      ['قال سمير حداد إنه خسر كل شيء. وأضاف المتقاعد وهو يبكي أن النار وصلت.', 'سمير حداد'],
      ['كشف سمير حداد أن الموسم جيد.\nوقال المتحدث إن السعر عادل.', 'سمير حداد'],
      ['كشف سمير حداد أن الموسم جيد.\nوأوضح المتحدث ذاته أن السعر عادل.', 'سمير حداد'],
      ['قالت النائبة ليلى منصور إن الموسم جيد.\nوتابع عضو لجنة الزراعة أن السعر عادل.', 'عضو لجنة الزراعة'],
    ],
    find({ passage, phrase, form, head, agreement, speakers }) {
      const { last, lastAt } = speakers;
      // اللاعب البالغ من العمر 34 عاما: a description of whoever is spoken of.
      const aged = /^البالغة?$/.test(passage.words[phrase.from + 1]?.form.key ?? '');
      const length = phrase.to - phrase.from;
      const again = length === 1 || (length === 2 && isSame(passage.words[phrase.to - 1]!));
      const speaker = (/^المتحدثة?$/.test(head.form.key) && again) || aged;
      if (!last || last.body || last.plural || last.reason === 'unnamed' || agreement.count !== 'one')
        return undefined;
      const named = isOffice(head) || (epithets.test(head.form.key) && length === 1);
      if (!named || !(form.verb.continues || speaker) || passage.block - lastAt.block > 1) return undefined;
      const name = (!speaker && speakers.offices.onlyHolder(headOf(head.form.key))) || last.name;
      if (!agree(agreement.gender, speakers.genderOf(name))) return undefined;
      return { name, reason: 'office', ...roleOf(passage, speakers, phrase.from, phrase.to) };
    },
  },
  {
    says: 'a man or a woman without a name is the last speaker of that gender',
    examples: [
      [
        'روت ليلى منصور أنها توقفت عن الشراء. «كنا نشم الرائحة قبل أن نفتح الكيس»، تقول المرأة.',
        'ليلى منصور',
      ],
      ['قال سمير حداد إن الباب مغلق. وقالت المرأة إن المفتاح معها.', 'المرأة'],
    ],
    find({ passage, phrase, head, agreement, speakers }) {
      const { last, lastAt } = speakers;
      if (!/^ال(?:رجل|مراة|امراة|سيدة?|شابة?|فتاة|فتي|عجوز|ام|اب)$/.test(head.form.key)) return undefined;
      if (phrase.to - phrase.from !== 1 || !last || last.body || lastAt.block !== passage.block)
        return undefined;
      return agreement.gender !== 'any' && speakers.genderOf(last.name) === agreement.gender
        ? { name: last.name, reason: 'office' }
        : undefined;
    },
  },
  {
    says: 'anybody else speaks as the text has it',
    examples: [
      ['وقال سكان القرية إن البئر جفت.', 'سكان القرية'],
      ['غادر الفريق الملعب. وقال القاضي إن الحكم نهائي.', 'القاضي'],
    ],
    find({ passage, phrase, head, speakers }) {
      const name = written(passage, phrase, speakers.text);
      if (name.includes(' ')) speakers.rememberSpoken(passage, phrase.from, name);
      const somebody = isOffice(head) || head.form.sorts & Sort.unnamed || !head.form.definite;
      return { name, reason: somebody ? 'unnamed' : 'subject', body: !somebody };
    },
  },
];

/** The speaker that a noun phrase names: by the first rule that knows one. The last knows everybody. */
export function speakerOf(
  speakers: Speakers,
  passage: Passage,
  named: NamedAt,
  phrase: NounPhrase,
  form: VerbForm,
): Speaker {
  const head = passage.words[phrase.from]!;
  const agreement: Agreement = person(named.get(phrase.from)?.entity)
    ? { gender: 'any', count: 'one' }
    : agreementOf(head);
  const subject: Subject = { passage, named, phrase, form, head, agreement, speakers };
  for (const { find } of speakerRules) {
    const told = find(subject);
    if (!told) continue;
    const own = told.reason === 'unnamed' ? agreement.gender : speakers.genderOf(told.name);
    const gender = form.gender === 'any' ? own : form.gender;
    speakers.noteGender(told.name, gender);
    // المصادر … وأضافت: many things are one woman to their verb.
    const many = agreement.count !== 'one' && !(sortsOf(bareNoun(head.form.key)) & Sort.thing);
    const plural = many || form.number === 'plural' || form.number === 'dual';
    return { gender, plural, ...told };
  }
  throw new Error('the last rule of speakers knows everybody');
}
