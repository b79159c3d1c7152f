import type { Attributes } from '../markup/markup.ts';
import type { Piece } from './assembly.ts';

/** What a note ends with where it leads back to the text. */
export const wayBack = '↩';

/** Whether an element refers to a note, by EPUB's vocabulary or the roles of DPUB-ARIA. */
export function isReference({ 'epub:type': type = '', role = '' }: Attributes): boolean {
  return /(?:^|\s)noteref(?:\s|$)/.test(type) || /(?:^|\s)doc-noteref(?:\s|$)/.test(role);
}

/** Whether an element is a note. Books hide them, since their readers show them in a window. */
export function isNote({ 'epub:type': type = '', role = '' }: Attributes): boolean {
  return (
    /(?:^|\s)(?:footnote|endnote|rearnote)(?:\s|$)/.test(type) ||
    /(?:^|\s)doc-(?:footnote|endnote)(?:\s|$)/.test(role)
  );
}

const reference = 'reference to ';

/** The name of the place that refers to a note, by the link to the note. */
export function referenceName(href: string): string {
  return reference + href;
}

/** How many pieces of a note are looked at for a way back. */
const longestNote = 8;

/** The pieces, with a way back behind each note that has none of its own. */
export function withWaysBack(pieces: readonly Piece[]): Piece[] {
  const references = new Map<string, number>();
  for (const [index, { anchors = [] }] of pieces.entries())
    for (const { name } of anchors)
      if (name.startsWith(reference) && !references.has(name)) references.set(name, index);
  if (references.size === 0) return [...pieces];
  const places = new Map<string, number>();
  for (const [index, { anchors = [] }] of pieces.entries())
    for (const { name } of anchors) if (!places.has(name)) places.set(name, index);
  /** The places that refer to the note which begins with a piece. */
  const notes = new Map<number, string[]>();
  for (const [name, from] of references) {
    const note = places.get(name.slice(reference.length + 1));
    if (note === undefined || note === from) continue;
    const names = notes.get(note);
    if (names) names.push(name);
    else notes.set(note, [name]);
  }
  const used = new Set<string>();
  const found = [...pieces];
  for (const [note, names] of notes) {
    const leads = new Set<number | undefined>();
    for (let index = note; index < note + longestNote && (index === note || !notes.has(index)); index++)
      for (const { href } of pieces[index]?.links ?? []) leads.add(places.get(href.slice(1)));
    const { text, links = [], ...piece } = pieces[note]!;
    const ways = names.filter((name) => !leads.has(references.get(name)));
    found[note] = {
      ...piece,
      text: text + ` ${wayBack}`.repeat(ways.length),
      links: [
        ...links,
        ...ways.map((name, index) => {
          const start = text.length + index * (wayBack.length + 1) + 1;
          return { span: { start, end: start + wayBack.length }, href: `#${name}` };
        }),
      ],
    };
    for (const name of ways) used.add(name);
  }
  return found.map((piece) => {
    const { anchors = [] } = piece;
    if (!anchors.some(({ name }) => name.startsWith(reference))) return piece;
    return { ...piece, anchors: anchors.filter(({ name }) => !name.startsWith(reference) || used.has(name)) };
  });
}
