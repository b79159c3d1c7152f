import { verbForms } from './made/verbs.ts';
import type { Verb, VerbForm } from './verb.ts';

export type { Gender, GrammaticalNumber, Verb, VerbForm } from './verb.ts';

const objectPronouns = ['ه', 'ها', 'هم', 'هما', 'نا', 'ني', 'هن', 'ك', 'كم'];

/** The table, forms made of it as they are asked for: an article uses a hundredth. */
class VerbTable {
  private readonly verbs: readonly Verb[];
  private readonly likes: readonly Omit<VerbForm, 'verb'>[];
  private readonly readings = new Map<string, string>();
  private readonly forms = new Map<string, readonly VerbForm[]>();

  constructor(table: string) {
    const [lists, spellings, readings] = table.split('\n') as [string, string, string];
    ({ verbs: this.verbs, likes: this.likes } = JSON.parse(lists));
    const each = readings.split(' ');
    const all = spellings.split(' ');
    for (let at = 0; at < all.length; at++) this.readings.set(all[at]!, each[at]!);
  }

  get(spelling: string): readonly VerbForm[] | undefined {
    const readings = this.readings.get(spelling);
    if (readings === undefined) return undefined;
    let forms = this.forms.get(spelling);
    if (forms === undefined) {
      forms = readings.split(',').map((reading) => {
        const [verb, like] = reading.split('.').map(Number) as [number, number];
        const { shape, person, gender, number, pronoun } = this.likes[like]!;
        // All of one shape, spelled out, not spread: V8 reads that at once.
        return { verb: this.verbs[verb]!, shape, person, gender, number, pronoun };
      });
      this.forms.set(spelling, forms);
    }
    return forms;
  }
}

let table: VerbTable | undefined;

/** أبلغته, أخبروها: a verb that takes a hearer, with his pronoun. Taken apart here, since all of them would be many. */
function withHearer(spelling: string, table: VerbTable): VerbForm[] {
  const found: VerbForm[] = [];
  for (const pronoun of objectPronouns) {
    if (!spelling.endsWith(pronoun) || spelling.length < pronoun.length + 2) continue;
    const base = spelling.slice(0, -pronoun.length);
    if (base.endsWith('وا')) continue;
    for (const verb of [base, `${base}ا`]) {
      if (verb !== base && !base.endsWith('و')) continue;
      for (const form of table.get(verb) ?? [])
        if (form.verb.takesHearer && !form.pronoun && (form.shape === 'past' || form.shape === 'present'))
          found.push({ ...form, pronoun: true });
    }
  }
  return found;
}

/** Every reading of a folded word as a form of a reporting verb, its prefixes already off. */
export function reportingForms(spelling: string): readonly VerbForm[] {
  table ??= new VerbTable(verbForms());
  const plain = told(spelling, table);
  if (!/^س[يتنا]/.test(spelling)) return plain;
  // سيقول: the future is the present behind س.
  return [...plain, ...told(spelling.slice(1), table).filter((form) => form.shape === 'present')];
}

function told(spelling: string, table: VerbTable): readonly VerbForm[] {
  const plain = table.get(spelling) ?? [];
  const heard = withHearer(spelling, table);
  return heard.length === 0 ? plain : [...plain, ...heard];
}
