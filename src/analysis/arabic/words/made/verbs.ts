import { reportingVerbs } from '../../data/verbs.ts';
import { fold } from '../fold.ts';
import type { Gender, GrammaticalNumber, Verb, VerbForm } from '../verb.ts';

type Add = (spelling: string, form: Omit<VerbForm, 'verb' | 'pronoun'>, pronoun?: boolean) => void;

const ownerPronouns = ['ه', 'ها', 'هم', 'هما', 'هن', 'نا', 'ي'];

/**
 * The past of a verb whose third person masculine is given, folded. Defective verbs lose their last letter
 * before ت and وا (نفي، نفت، نفوا), hollow ones their alef before a consonant (قال، قلت).
 */
function past(base: string, add: Add): void {
  const shape = 'past' as const;
  const defective = /[ايئ]$/.test(base) && base.length > 2 && !/[بدر]ا$/.test(base);
  const stem = defective ? base.slice(0, -1) : base;
  const dual = defective ? `${stem}${base.endsWith('ا') ? 'و' : 'ي'}` : base;
  const hollow = /^(.{1,3})ا([^اي])$/.exec(base);
  const short = hollow ? hollow[1]! + hollow[2]! : defective ? dual : base;
  add(base, { shape, person: 3, gender: 'masculine', number: 'singular' });
  add(`${stem}ت`, { shape, person: 3, gender: 'feminine', number: 'singular' });
  add(`${stem}وا`, { shape, person: 3, gender: 'masculine', number: 'plural' });
  add(`${dual}ا`, { shape, person: 3, gender: 'masculine', number: 'dual' });
  add(`${stem}تا`, { shape, person: 3, gender: 'feminine', number: 'dual' });
  add(`${short}ن`, { shape, person: 3, gender: 'feminine', number: 'plural' });
  add(`${short}نا`, { shape, person: 1, gender: 'any', number: 'plural' });
  if (hollow || defective) add(`${short}ت`, { shape, person: 1, gender: 'any', number: 'singular' });
}

/** The present of يفعل: prefixes and endings. */
function present(base: string, add: Add): void {
  const shape = 'present' as const;
  const rest = base.slice(1);
  const stem = /[ياو]$/.test(rest) && rest.length > 2 ? rest.slice(0, -1) : rest;
  const one = (spelling: string, gender: Gender, number: GrammaticalNumber, person: 1 | 3 = 3) =>
    add(spelling, { shape, person, gender, number });
  one(`ي${rest}`, 'masculine', 'singular');
  one(`ت${rest}`, 'feminine', 'singular');
  one(`ا${rest.replace(/^ؤ/, 'و')}`, 'any', 'singular', 1);
  one(`ن${rest}`, 'any', 'plural', 1);
  one(`ي${stem}ون`, 'masculine', 'plural');
  one(`ت${stem}ون`, 'masculine', 'plural');
  one(`ي${rest.endsWith('ي') ? rest : stem}ان`, 'masculine', 'dual');
  one(`ت${rest.endsWith('ي') ? rest : stem}ان`, 'feminine', 'dual');
  one(`ي${stem}ن`, 'feminine', 'plural');
}

/** The participle as the circumstance of another verb: قائلا، قائلة، قائلين، قائلتين. */
function participle(base: string, add: Add): void {
  const shape = 'participle' as const;
  const person = 3 as const;
  const stem = base;
  // موح، متمن: the ya returns before an ending.
  const full =
    /^(مبد|موح|متمن|مدع|موص|مناد|مدل|ناف|راو|داع|شاك|مسم|مشتك|مومئ|تال|عاز|قاض|ماض|خاش|منه|حاك)$/.test(base)
      ? base === 'مومئ'
        ? base
        : `${base}ي`
      : base;
  add(`${full}ا`, { shape, person, gender: 'masculine', number: 'singular' });
  add(`${full}ة`, { shape, person, gender: 'feminine', number: 'singular' });
  add(`${stem}ين`, { shape, person, gender: 'masculine', number: 'plural' });
  add(`${full}ين`, { shape, person, gender: 'masculine', number: 'dual' });
  add(`${full}تين`, { shape, person, gender: 'feminine', number: 'dual' });
  add(`${full}ات`, { shape, person, gender: 'feminine', number: 'plural' });
}

/** The masdar before its subject (تأكيد الوزير أن) or with a pronoun (قوله إن). */
function masdar(base: string, add: Add): void {
  const form = { shape: 'masdar', person: 3, gender: 'any', number: 'any' } as const;
  add(base, form);
  const linked = base.endsWith('ة') ? `${base.slice(0, -1)}ت` : base;
  for (const pronoun of ownerPronouns) {
    const gender = pronoun === 'ها' ? 'feminine' : pronoun === 'ه' ? 'masculine' : 'any';
    const number = pronoun === 'ه' || pronoun === 'ها' ? 'singular' : 'plural';
    const person = pronoun === 'نا' || pronoun === 'ي' ? 1 : 3;
    add(linked + pronoun, { ...form, gender, number, person }, true);
  }
}

/** A line of the list, and the same line folded. */
function parse(line: string, folded: string): { verb: Verb; words: string[] } {
  const [head, prepositions = ''] = line.split(':') as [string, string?];
  const words = head.split(' ');
  const letters = words.pop()!;
  const has = (letter: string) => letters.includes(letter);
  const verb: Verb = {
    lemma: words[0]!,
    says: has('s'),
    takesClause: has('c'),
    takesQuote: has('q'),
    continues: has('k'),
    denies: has('d'),
    believes: has('b'),
    takesHearer: has('o'),
    thingMaySpeak: has('e'),
    prepositions: prepositions.split(' ').filter(Boolean),
  };
  return { verb, words: folded.split(' ').slice(0, words.length) };
}

function build(): Map<string, VerbForm[]> {
  const table = new Map<string, VerbForm[]>();
  const lines = reportingVerbs.trim().split('\n');
  const folded = fold(lines.join(';')).split(';');
  for (const [index, line] of lines.entries()) {
    const { verb, words } = parse(line, folded[index]!);
    const add: Add = (spelling, form, pronoun = false) => {
      const known = table.get(spelling);
      const { shape, person, gender, number } = form;
      const entry = { verb, shape, person, gender, number, pronoun };
      if (known) known.push(entry);
      else table.set(spelling, [entry]);
    };
    past(words[0]!, add);
    // A dash stands for a form that prose has in another sense: مطلع, an adjective; يتم, what is done.
    if (words[1] !== '-') present(words[1]!, add);
    if (words[2] !== '-') participle(words[2]!, add);
    if (words[3] !== '-') masdar(words[3]!, add);
  }
  return table;
}

/**
 * All forms of the reporting verbs, three lines: the verbs, and what forms are like, in JSON; the spellings, folded; what each
 * spelling can be: the index of a verb, a dot, the index of what the form is like, several parted by commas.
 */
export function verbForms(): string {
  const table = build();
  const verbs = new Map<Verb, number>();
  const likes = new Map<string, number>();
  const indexOf = <Key>(map: Map<Key, number>, key: Key): number => {
    const known = map.get(key) ?? map.size;
    map.set(key, known);
    return known;
  };
  const readings = [...table.values()].map((forms) =>
    forms
      .map(({ verb, ...like }) => `${indexOf(verbs, verb)}.${indexOf(likes, JSON.stringify(like))}`)
      .join(','),
  );
  const lists = `{"verbs":${JSON.stringify([...verbs.keys()])},"likes":[${[...likes.keys()].join(',')}]}`;
  return [lists, [...table.keys()].join(' '), readings.join(' ')].join('\n');
}
