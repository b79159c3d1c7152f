// Names in English: runs of capitals, told apart by the words they hold and by what stands beside them.
import { type Grammar, sorts } from '../../general/grammar.ts';
import type { Phrases } from '../../general/lexicon.ts';
import { announced, type Office, officesIn } from '../../general/offices.ts';
import { coverOf, type Named, type Passage } from '../../general/passage.ts';
import type { Token } from '../../general/tokens.ts';

/** Words inside a name that have no capital. */
const inside = /^(?:de|van|von|der|den|bin|ibn|al|el|la|le|du|da|dos|of|the|and|for|on|at)$/u;
const particle = /^(?:de|van|von|der|den|bin|ibn|al|el|la|le|du|da|dos)$/u;
const acronym = /^\p{Lu}{2,}$|^(?:\p{Lu}\.){2,}$/u;

/** Letters that name no body. */
const things =
  /^(?:DNA|RNA|HIV|AIDS|CEO|CFO|COO|GDP|TV|MP|MPs|USB|VAT|COVID|PCR|MRI|ID|PR|IT|AI|EV|HR|GPS|ICU|CCTV|SUV|PM|AM|DJ|UFO|ER|MBA|GCSE|LGBT|PTSD|ADHD|OK)$/u;

/** How sure a person has to be. */
const enough = 3;

/** A run of words with capitals, as indexes of tokens. */
interface Run {
  from: number;
  to: number;
}

/** The names of a passage, in order. */
export function namesByCapitals(passage: Passage, text: string, grammar: Grammar, lexicon: Phrases): Named[] {
  const { tokens } = passage;
  const found: Named[] = [];
  const runs = runsIn(passage, lexicon);
  const bodiesOf = new Map(runs.map((run) => [run, bodiesIn(passage, run, text, lexicon)]));
  const offices = officesIn(passage, [...bodiesOf.values()].flat(), grammar);
  for (const run of runs) {
    const bodies = bodiesOf.get(run)!;
    found.push(...bodies);
    if (bodies.length === 0) {
      if (isFirm(tokens, run)) found.push(make(tokens, run.from, run.to, 'organization'));
      else if (!addPerson(passage, run, offices, grammar, found)) addPlace(tokens, run, found);
      continue;
    }
    // Reuters in “Beirut Reuters” aside, what is left of the run may be people.
    let { from } = run;
    for (const next of [...bodies, { from: run.to, to: run.to }]) {
      const rest = capitalsOf(tokens, { from, to: next.from });
      if (rest.to > rest.from) addPerson(passage, rest, offices, grammar, found);
      from = next.to;
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A run without the little words at its ends. */
function capitalsOf(tokens: readonly Token[], { from, to }: Run): Run {
  while (from < to && !tokens[from]!.capital) from++;
  while (to > from && !tokens[to - 1]!.capital) to--;
  return { from, to };
}

/** The organizations and places of a run, from its beginning: Crown Prosecution Service and NHS England are two. */
function bodiesIn(passage: Passage, run: Run, text: string, lexicon: Phrases): Named[] {
  const bodies: Named[] = [];
  for (let rest = run; rest.to > rest.from; ) {
    const body = bodyOf(passage, rest, text, lexicon);
    if (!body) break;
    bodies.push(body);
    rest = capitalsOf(passage.tokens, { from: body.to, to: run.to });
  }
  return bodies;
}

const firms =
  /^(?:firm|company|charity|union|bank|retailer|manufacturer|newspaper|carrier|airline|startup|start-up|nonprofit|maker|producer|operator|developer|supplier|broadcaster|brewer|insurer|consultancy|think-tank|publisher|magazine|website)$/u;

/** Irwin Mitchell, a law firm: what a name is, behind its comma. */
function isFirm(tokens: readonly Token[], run: Run): boolean {
  if (tokens[run.to]?.key !== ',' || !/^an?$/u.test(tokens[run.to + 1]?.key ?? '')) return false;
  for (let at = run.to + 2; at < run.to + 7; at++) {
    const key = tokens[at]?.key ?? ',';
    if (firms.test(key)) return true;
    if (/^(?:,|\.|who|of|for|at|in|and)$/u.test(key) || tokens[at]!.sorts & sorts.office) return false;
  }
  return false;
}

/** Runs of capitals that no sign and no border of a quotation parts. */
function runsIn(passage: Passage, lexicon: Phrases): Run[] {
  const { tokens, sentences } = passage;
  const cover = coverOf(passage);
  const starts = new Set(sentences.map(([from]) => from));
  const opens = (at: number) =>
    starts.has(at) ||
    tokens[at - 1]?.quote !== tokens[at]!.quote ||
    /^[:“—–-]$/u.test(tokens[at - 1]?.key ?? '');
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!token.capital || cover[at] || /^[’']s$/u.test(token.key)) continue;
    // The, But, In: a word that only opens its sentence.
    const little =
      (token.sorts & (sorts.stop | sorts.opener | sorts.pronoun | sorts.preposition)) > 0 ||
      /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|one|two|three|no|not|all|each|every|any|former|another|such)$/u.test(
        token.key,
      );
    if (little && !lexicon.at(tokens, at, sorts.organization | sorts.place)) continue;
    if (token.sorts & sorts.plural && opens(at) && !lexicon.at(tokens, at, sorts.organization)) continue;
    let to = at + 1;
    while (to < tokens.length && continues(tokens, at, to, cover)) to++;
    while (to > at + 1 && !tokens[to - 1]!.capital) to--;
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

function continues(tokens: readonly Token[], from: number, at: number, cover: Uint8Array): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  if (cover[at] || token.quote !== before.quote) return false;
  // J. Smith, St. Anne, Gen. Mahamat
  if (token.key === '.')
    return (
      before.end === token.start &&
      /^(?:\p{Lu}|st|dr|mr|mrs|ms|gen|lt|col|sen|rep|gov|prof|rev|capt|sgt|maj)$/iu.test(before.key) &&
      tokens[at + 1]?.capital === true
    );
  if (/^[’']s$/u.test(token.key))
    return tokens[at + 1]?.capital === true && (tokens[at + 1]!.sorts & (sorts.body | sorts.region)) > 0;
  // National Farmers' Federation
  if (/^[’']$/u.test(token.key))
    return (
      before.end === token.start &&
      before.key.endsWith('s') &&
      tokens[at + 1]?.capital === true &&
      (tokens[at + 1]!.sorts & sorts.body) > 0
    );
  if (token.key === '&') return tokens[at + 1]?.capital === true;
  if (token.kind !== 'word') return false;
  if (token.capital) return true;
  // Of Norway and Bangladesh the “and” parts two names; in a Department of Health and Safety it does not.
  const headed = tokens.slice(from, at).some((one) => one.sorts & (sorts.body | sorts.region));
  if (!headed && !particle.test(token.key) && token.key !== 'of') return false;
  return inside.test(token.key) && tokens.slice(at + 1, at + 3).some((one) => one.capital);
}

function make(tokens: readonly Token[], from: number, to: number, type: Named['type']): Named {
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word');
  const key = words.map((token) => token.key).join(' ');
  return { type, from, to, start: tokens[from]!.start, end: tokens[to - 1]!.end, key };
}

/** The organization or place that a run holds: known whole, or told by a word in it. */
function bodyOf({ tokens }: Passage, run: Run, text: string, lexicon: Phrases): Named | undefined {
  for (let at = run.from; at < run.to; at++) {
    const known = lexicon.at(tokens, at, sorts.organization | sorts.place);
    // BBC Radio 4: a number goes on behind its capitals.
    if (!known || (at + known.length > run.to && tokens[run.to]?.kind !== 'number')) continue;
    const place = !(known.sorts & sorts.organization);
    const headed = tokens.slice(run.from, run.to).some((token) => token.capital && token.sorts & sorts.body);
    if (place && at === run.from && at + known.length === run.to) return make(tokens, at, run.to, 'place');
    if (place && (headed || at + known.length < run.to || at > run.from)) {
      // Of a longer run a place is a part, unless a comma or nothing stands beside it.
      if (headed || tokens.slice(run.from, run.to).length > known.length) continue;
    }
    if (
      !place &&
      headed &&
      run.to - run.from > known.length &&
      !(at === run.from && isJoint(tokens[at + known.length]))
    )
      continue;
    return make(tokens, at, at + known.length, place ? 'place' : 'organization');
  }
  const own = headedRun(tokens, run);
  if (own) return own;
  const only = tokens[run.from]!;
  const letters = text.slice(only.start, only.end);
  if (run.to - run.from !== 1 || !acronym.test(letters) || things.test(letters)) return undefined;
  // BEIRUT (Reuters) — : letters that open a paragraph name where it was written.
  const next = tokens[run.to];
  const dateline = run.from === 0 && next !== undefined && /^[(—–,-]$/u.test(next.key);
  return make(tokens, run.from, run.to, dateline ? 'place' : 'organization');
}

/** “and” and the like between two names. */
function isJoint(token: Token | undefined): boolean {
  return token !== undefined && /^(?:and|at|on|for)$/u.test(token.key);
}

/** Heads of what a state has one of: the nation before them tells whose it is. */
const states =
  /^(?:ministry|army|navy|police|parliament|congress|government|embassy|senate|forces|force|guard|treasury|cabinet|department|court|assembly|office|house|command)$/u;

/** What stands between a nation and such a head: Israeli Foreign Ministry. */
const ministries =
  /^(?:foreign|supreme|interior|defen[cs]e|finance|health|justice|education|national|federal|high|constitutional|security|air|coast|border|energy|agriculture|oil|culture|trade|armed|special|central|military|prime|news)$/u;

/** Last words of companies, which elsewhere are ordinary: Harlow Steel, but Steel Secretary. */
const companyEnds =
  /^(?:energy|petroleum|oil|steel|telecom|electric|pharma|logistics|insurance|financial|capital|ventures|workers|steelworkers|manufacturers|retailers|charities|hospitals|rail|railways|shipping|shipbuilding|construction|brewery|co|llc|llp|plc|ag|gmbh|nv)$/u;

/** A run with the head of a body or of a place in it; “of” and “for” go on, “and” only inside. */
function headedRun(tokens: readonly Token[], run: Run): Named | undefined {
  const begin = run.from + ownerOf(tokens, run);
  const all = tokens.slice(begin, run.to);
  let head = all.findIndex((token) => token.capital && token.sorts & sorts.body);
  if (head < 0 && all.length > 1 && companyEnds.test(all.at(-1)!.key)) head = all.length - 1;
  const region = all.findLastIndex((token) => token.capital && token.sorts & sorts.region);
  if (head < 0 && (region < 0 || all.length < 2)) return undefined;
  if (head < 0 && region === all.length - 1) return make(tokens, begin, run.to, 'place');
  if (head < 0 || all.length < 2) return undefined;
  // Mayor of Lyon City Council and John Smith: at “and” a run without “of” ends.
  const joint = all.findIndex((token, index) => index > head && /^(?:and|at|on)$/u.test(token.key));
  const behind = all.slice(joint + 1);
  // Ministry of Transport and the Grain Commission: what has an article, a head or a title of its own is another.
  const another =
    behind[0]?.key === 'the' ||
    behind.some((token) => token.capital && token.sorts & (sorts.body | sorts.office | sorts.title));
  const within = !another && all.slice(0, joint).some((token) => /^(?:of|for)$/u.test(token.key));
  const to = joint > 0 && !within ? begin + joint : run.to;
  // Treasury Secretary Ann Reed: the head of an office.
  const holder = all
    .slice(head + 1, to - begin - 1)
    .some((token) => token.capital && token.sorts & sorts.office);
  if (holder && !all.slice(0, to - begin).some((token) => /^(?:of|for)$/u.test(token.key))) return undefined;
  const type = region >= 0 && region === to - begin - 1 && region > head ? 'place' : 'organization';
  let from = begin;
  const ofState =
    states.test(all[head]!.key) && all.slice(1, head).every((token) => ministries.test(token.key));
  while (
    from < begin + head &&
    to - from > 2 &&
    (tokens[from]!.sorts & sorts.title
      ? tokens[from + 1]!.capital
      : tokens[from]!.sorts & sorts.nation && ofState)
  )
    from++;
  return make(tokens, from, dotted(tokens, to), type);
}

/** Tokens at the beginning of a run that are somebody else: Jordan's Department, Susan Abe of Kyoto University. */
function ownerOf(tokens: readonly Token[], { from, to }: Run): number {
  if (/^[’']s$/u.test(tokens[from + 1]?.key ?? '') && tokens[from]!.sorts & sorts.place && to - from > 3)
    return 2;
  const all = tokens.slice(from, to);
  const of = all.findIndex(({ key }) => key === 'of');
  const person =
    of > 1 &&
    !all.slice(0, of).some(({ capital, sorts: own }) => !capital || own & (sorts.body | sorts.nation)) &&
    all.slice(of).some(({ capital, sorts: own }) => capital && own & sorts.body);
  return person ? of + 1 : 0;
}

/** The end of Harlow Steel Corp. with its full stop, where the sentence goes on. */
function dotted(tokens: readonly Token[], to: number): number {
  const next = tokens[to];
  const goesOn = tokens[to + 1] !== undefined && !tokens[to + 1]!.capital;
  const short = /^(?:corp|inc|ltd|co|bros)$/u.test(tokens[to - 1]!.key);
  return short && goesOn && next?.key === '.' && next.start === tokens[to - 1]!.end ? to + 1 : to;
}

/** Adds the person of a run, its titles off; false where it is none. */
function addPerson(
  passage: Passage,
  run: Run,
  offices: readonly Office[],
  grammar: Grammar,
  found: Named[],
): boolean {
  const { tokens } = passage;
  let { from } = run;
  let to = run.to;
  // “of”, “and” part two names: Amal of Basra.
  for (let at = from + 1; at < to; at++)
    if (!tokens[at]!.capital && !particle.test(tokens[at]!.key) && tokens[at]!.key !== '.') to = at;
  const whole = from;
  const strippable = sorts.title | sorts.office | sorts.nation;
  // U.S. President Donald Trump: a state before an office belongs to the office.
  const ofState = (at: number) => tokens[at]!.sorts & sorts.place && tokens[at + 1]!.sorts & strippable;
  while (
    from < to - 1 &&
    (tokens[from]!.sorts & strippable || ofState(from) || tokens[from]!.key === '.') &&
    !(tokens[from]!.sorts & sorts.given && from === whole && !(tokens[from]!.sorts & strippable))
  )
    from++;
  // Liberal MP Asha Menon, Treasury Secretary Ann Reed: of what party or body somebody is.
  const seat = tokens
    .slice(from, to - 1)
    .findLastIndex(
      (token, at) =>
        /^(?:mp|mep|msp)$/u.test(token.key) ||
        (token.sorts & sorts.office &&
          tokens.slice(from, from + at).some((one) => one.sorts & (sorts.body | sorts.organization))),
    );
  if (seat >= 0) from += seat + 1;
  const titled = from > whole;
  const length = tokens.slice(from, to).filter((token) => token.capital).length;
  if (length === 0 || length > 4) return false;
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  const beside = announced(passage, from, to, offices, new Set(), grammar);
  let score = beside.score + (titled && beside.score < 3 ? 3 : 0);
  if (first.sorts & sorts.given) score += 2;
  if (length > 1) score += 1;
  if (length > 1 && last.sorts & sorts.family) score += 1;
  if (first.sorts & sorts.place || last.sorts & (sorts.region | sorts.body)) score -= 2;
  if (/^(?:the|a|an)$/u.test(tokens[from - 1]?.key ?? '') && !titled) score -= 3;
  if (length === 1 && !titled) score -= 2;
  if (first.sorts & (sorts.plural | sorts.nation | sorts.common)) score -= 3;
  if (score < enough) return false;
  const person = make(tokens, from, to, 'person');
  const office = beside.office;
  if (office) person.office = { start: tokens[office.from]!.start, end: tokens[office.to - 1]!.end };
  else if (titled && tokens[whole]!.key.length > 3)
    person.office = { start: tokens[whole]!.start, end: tokens[from - 1]!.end };
  found.push(person);
  return true;
}

/** near Azraq, in Adre: a name of no list behind a preposition of place. */
function addPlace(tokens: readonly Token[], { from, to }: Run, found: Named[]): void {
  const before = tokens[from - 1];
  if (!before || to - from > 2 || before.quote !== tokens[from]!.quote) return;
  const comesFrom = before.key === 'from' && to - from === 1 && /^[.,]$/u.test(tokens[to]?.key ?? '');
  const ofTown =
    before.key === 'of' &&
    /^(?:port|city|town|village|island|province|region|district|county|suburb|hamlet)$/u.test(
      tokens[from - 2]?.key ?? '',
    );
  if (!comesFrom && !ofTown && !/^(?:in|near|outside|around|across)$/u.test(before.key)) return;
  if (tokens[from]!.sorts & (sorts.nation | sorts.given | sorts.plural | sorts.title) || tokens[to]?.capital)
    return;
  if (tokens.slice(from, to).some((token) => token.kind !== 'word' || !token.capital)) return;
  found.push(make(tokens, from, to, 'place'));
}
