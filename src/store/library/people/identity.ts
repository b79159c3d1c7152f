// Which names of a library are one person. Precision before recall: two people made one is worse than one in two, so
// a doubtful name stays by itself, and what the user has said goes before any rule here.
import { looseKey, type NamePart, nameKey, partsOf, skeleton, withoutArticle } from './name-key.ts';

/** A name as the library knows it, and what tells who bears it. */
export interface NamedPerson {
  readonly id: number;
  readonly name: string;
  /** How many articles name it. */
  readonly articles: number;
  /** Folded offices it is given with: «وزير الخارجية العراقي». */
  readonly offices: ReadonlySet<string>;
}

/** What the user has said of two names, by their keys. */
export interface Decision {
  readonly one: string;
  readonly other: string;
  /** Whether they are the same person. */
  readonly same: boolean;
}

/** The key by which a decision names a name. */
export function decisionKey(name: string): string {
  return nameKey(partsOf(name));
}

/** Names up to which the identities are worked out whenever somebody asks for people: a tenth of a second. */
export const fewNames = 20_000;

/** Names that are one person; `leader` is the name by which the library calls it. */
interface Cluster {
  leader: Member;
  readonly members: Member[];
}

interface Member extends NamedPerson {
  readonly parts: readonly NamePart[];
  readonly key: string;
}

/** A name met this often is not in doubt; a longer one met once may be this name and a word. */
const often = 5;

/**
 * Gives for every name the `id` of the one that leads it; a name alone leads itself. Linear in the names but for those
 * that share a first or a last part, which are compared with one another.
 */
export function identities(
  people: readonly NamedPerson[],
  decisions: readonly Decision[],
): Map<number, number> {
  const clusters = new Clusters(decisions);
  const members = people
    .map((person) => {
      const parts = partsOf(person.name);
      return { ...person, parts, key: nameKey(parts) };
    })
    // The fullest first, so that a shorter one finds all that it may belong to; Latin letters, which write less of a name, last.
    .sort(
      (a, b) =>
        Number(isLatin(a)) - Number(isLatin(b)) ||
        b.parts.length - a.parts.length ||
        b.articles - a.articles ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id),
    );
  for (const member of members) if (member.parts.length > 0) clusters.place(member);
  clusters.obey();
  const leaders = new Map<number, number>(people.map(({ id }) => [id, id]));
  for (const { leader, members: all } of clusters.all()) for (const { id } of all) leaders.set(id, leader.id);
  return leaders;
}

class Clusters {
  private readonly byKey = new Map<string, Cluster>();
  private readonly byFirst = new Map<string, Cluster[]>();
  private readonly byLast = new Map<string, Cluster[]>();
  private readonly byLooseKey = new Map<string, Cluster[]>();
  /** By the skeletons of all names of two and more parts in other than Latin letters: names of two scripts meet here. */
  private readonly bySkeleton = new Map<string, Cluster[]>();
  /** Parts that stand first in some longer name: given names. */
  private readonly firsts = new Set<string>();
  private readonly apart = new Set<string>();
  private readonly united: readonly Decision[];

  constructor(decisions: readonly Decision[]) {
    for (const { one, other, same } of decisions)
      if (!same) for (const pair of [`${one}\n${other}`, `${other}\n${one}`]) this.apart.add(pair);
    this.united = decisions.filter(({ same }) => same);
  }

  all(): Set<Cluster> {
    return new Set(this.byKey.values());
  }

  /** Puts a name to the person it is, or begins a new one. */
  place(member: Member): void {
    const { parts, key } = member;
    const home = this.byKey.get(key) ?? this.homeOf(member);
    if (parts.length > 1) this.firsts.add(parts[0]!.text);
    if (home) {
      home.members.push(member);
      this.byKey.set(key, home);
      this.addBones(member, home);
      // The longest name may be one word too long: «أوباما فقال».
      if (isBeginningAndWord(home.leader, member)) home.leader = member;
      return;
    }
    const cluster: Cluster = { leader: member, members: [member] };
    this.byKey.set(key, cluster);
    if (parts.length > 1) {
      add(this.byFirst, parts[0]!.text, cluster);
      add(this.byLast, parts.at(-1)!.text, cluster);
      add(this.byLooseKey, looseKey(parts), cluster);
      this.addBones(member, cluster);
    }
  }

  private addBones(member: Member, cluster: Cluster): void {
    const bones = isLatin(member) ? undefined : bonesOf(member.parts);
    if (bones !== undefined) add(this.bySkeleton, bones, cluster);
  }

  private homeOf(member: Member): Cluster | undefined {
    const { parts } = member;
    const candidates = (clusters: readonly Cluster[], test: (leader: Member) => boolean) =>
      clusters.filter((cluster) => test(cluster.leader) && !this.mustPart(cluster, member));
    if (parts.length === 1) {
      const [part] = parts;
      // A name that is given to others, سلمان, محمد, tells nobody.
      if (part!.text.length < 3 || this.firsts.has(part!.text)) return undefined;
      const family = withoutArticle(part!.text);
      if (this.firsts.has(family)) return undefined;
      return only(candidates(this.byLast.get(family) ?? [], () => true));
    }
    const loose = candidates(this.byLooseKey.get(looseKey(parts)) ?? [], () => true);
    if (loose.length > 0) return only(loose);
    const near = this.byFirst.get(parts[0]!.text) ?? [];
    const beginning = candidates(near, (leader) => isBeginningAndWord(leader, member));
    if (beginning.length > 0) return only(beginning);
    const alike = candidates(near, (leader) => isSameWithoutParents(parts, leader.parts));
    if (alike.length > 0) return only(alike);
    const longer = candidates(near, (leader) => fits(parts, leader.parts));
    const sure = longer.filter(({ leader }) => isWhole(parts, leader.parts));
    if (longer.length === 1 && sure.length === 1) return sure[0];
    if (longer.length > 0) return only(longer.filter(({ leader }) => shareOffice(leader, member)));
    const spelled = candidates(
      near,
      (leader) => isNearly(parts, leader.parts) && shareOffice(leader, member),
    );
    if (spelled.length > 0) return only(spelled);
    const bones = isLatin(member) ? bonesOf(parts) : undefined;
    return bones === undefined ? undefined : only(candidates(this.bySkeleton.get(bones) ?? [], () => true));
  }

  private mustPart(cluster: Cluster, member: Member): boolean {
    return this.apart.size > 0 && cluster.members.some(({ key }) => this.apart.has(`${key}\n${member.key}`));
  }

  /** Makes one what the user has said is one. */
  obey(): void {
    for (const { one, other } of this.united) {
      const [first, second] = [this.byKey.get(one), this.byKey.get(other)];
      if (!first || !second || first === second) continue;
      const [kept, taken] =
        first.leader.articles >= second.leader.articles ? [first, second] : [second, first];
      kept.members.push(...taken.members);
      for (const { key } of taken.members) this.byKey.set(key, kept);
    }
  }
}

function isLatin({ key }: Member): boolean {
  return /[a-z]/u.test(key);
}

function add(map: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const list = map.get(key);
  if (list) list.push(cluster);
  else map.set(key, [cluster]);
}

/** The only one of a list; a doubtful name belongs to nobody. */
function only(clusters: readonly Cluster[]): Cluster | undefined {
  const distinct = new Set(clusters);
  return distinct.size === 1 ? clusters[0] : undefined;
}

/**
 * Whether a shorter name may be a longer one: it begins with the same part, and its others stand in the longer one in
 * their order, parents as parents.
 */
function fits(short: readonly NamePart[], long: readonly NamePart[]): boolean {
  if (short.length >= long.length || short[0]!.text !== long[0]!.text) return false;
  let at = 1;
  for (const { text, parent } of short.slice(1)) {
    while (at < long.length && !(long[at]!.text === text && long[at]!.parent === parent)) at++;
    if (at++ >= long.length) return false;
  }
  return true;
}

/**
 * Whether a name that fits a longer one leaves no doubt: both end with the same family name (باراك أوباما, باراك حسين
 * أوباما), or the shorter one with a parent (محمد بن سلمان, محمد بن سلمان آل سعود). محمد علي may be anybody's beginning.
 */
function isWhole(short: readonly NamePart[], long: readonly NamePart[]): boolean {
  return short.at(-1)!.parent || short.at(-1)!.text === long.at(-1)!.text;
}

/**
 * Whether the parts are the same and only a بن is left out, in a name with its family: سالم بن صبحي التكريتي. Of two parts, محمد بن سلمان
 * is not محمد سلمان.
 */
function isSameWithoutParents(one: readonly NamePart[], other: readonly NamePart[]): boolean {
  return (
    one.length > 2 &&
    one.length === other.length &&
    one.every(({ text }, index) => text === other[index]!.text)
  );
}

/** Whether the parts are the same but for the vowels of the last (ترامب, ترمب) or a بن left out; a hint only. */
function isNearly(one: readonly NamePart[], other: readonly NamePart[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ text }, index) =>
        text === other[index]!.text || (index > 0 && bare(text) === bare(other[index]!.text)),
    )
  );
}

/** A part without the long vowels inside it. */
function bare(text: string): string {
  return text.slice(0, 1) + text.slice(1).replace(/[اويء]/gu, '');
}

function shareOffice(one: NamedPerson, other: NamedPerson): boolean {
  for (const office of other.offices) if (one.offices.has(office)) return true;
  return false;
}

/** Words that follow a name and are no part of it: فقال, البالغ. */
const follower = /^(?:ف\p{L}{3,}|ال\p{L}{4,}|و\p{L}{3,})$/u;

/** Whether a name seen once is a name seen often and a word after it: «أوباما فقال». */
function isBeginningAndWord(long: Member, short: Member): boolean {
  if (long.articles !== 1 || short.articles < often || long.parts.length !== short.parts.length + 1)
    return false;
  const last = long.name.trim().split(/\s+/u).at(-1)!;
  return follower.test(last) && short.parts.every(({ text }, at) => text === long.parts[at]!.text);
}

/** Consonants that a name must have for two scripts to be compared by them. */
const enoughBones = 5;

/** The consonants of a name of two parts and more, or undefined if they are too few to tell anybody. */
function bonesOf(parts: readonly NamePart[]): string | undefined {
  if (parts.length < 2) return undefined;
  const bones = parts.map(({ text }) => skeleton(text));
  return bones.every((one) => one !== '') && bones.join('').length >= enoughBones
    ? bones.join(' ')
    : undefined;
}
