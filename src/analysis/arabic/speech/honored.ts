import type { NamedAt, Passage } from './sentence.ts';

/** Titles of address that a pronoun turns into a name for their holder: معالي الوزير فلان, later معاليه. Folded. */
const titles = 'معالي سعادة سمو جلالة فخامة فضيلة سماحة سيادة غبطة نيافة قداسة عطوفة';

const pronouns = new Map(
  titles.split(' ').flatMap((title) => {
    const stem = title.endsWith('ة') ? `${title.slice(0, -1)}ت` : title;
    return ['ه', 'ها', 'هم', 'هما'].map((pronoun) => [stem + pronoun, title] as const);
  }),
);

const written = new Map(
  titles.split(' ').flatMap((title) => ['', 'ال', 'ل', 'ب', 'و', 'ول'].map((lead) => [lead + title, title])),
);

/** The title inside سموه, معاليه, سعادتها; undefined for any other word. Takes a folded key. */
export function honoredTitle(key: string): string | undefined {
  return pronouns.get(key);
}

/** Whether a folded word is such a title before what it honors: سمو السفير, معالي وزير النقل. */
export function isTitleOfAddress(key: string): boolean {
  return written.has(key);
}

/** Words between a title of address and the name that it honors: معالي وزير النقل والخدمات اللوجستية المهندس. */
const longestTitle = 16;

/** Every person of a passage whom a title of address leads to: the title, the name, the index of its first word. */
export function honoredPeople(passage: Passage, named: NamedAt): [string, string, number][] {
  const { words, sentence } = passage;
  const found: [string, string, number][] = [];
  for (const name of named.values()) {
    if (name.entity.type !== 'person') continue;
    for (
      let at = name.from - 1;
      at >= Math.max(sentence[name.from]!, name.from - longestTitle) &&
      named.get(at)?.entity.type !== 'person';
      at--
    ) {
      const title = written.get(words[at]!.form.key);
      if (!title) continue;
      found.push([title, name.entity.name, name.from]);
      break;
    }
  }
  return found;
}
