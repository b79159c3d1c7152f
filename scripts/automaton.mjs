// Makes of a regular expression that is only tested a table that `accepts` (src/analysis/common/accepts.ts) goes through. V8
// compiles every expression twice when it is used, which is a third of the first analysis in a process; a table needs nothing.

const last = 0xffff;

/** Thrown inside: the expression has something that a table cannot say. */
class Beyond extends Error {}

/** Ranges of code units in order, without overlaps. */
function ordered(ranges) {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const joined = [];
  for (const [from, to] of sorted) {
    const before = joined.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function others(ranges) {
  const found = [];
  let next = 0;
  for (const [from, to] of ordered(ranges)) {
    if (from > next) found.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last) found.push([next, last]);
  return found;
}

const digits = [[0x30, 0x39]];
const lineEnds = [0x0a, 0x0d, 0x2028, 0x2029].map((unit) => [unit, unit]);

/** Parses an expression into nested lists: ['set', ranges], ['all', …], ['any', …], ['times', part, least, most], ['start'], ['end']. */
function parse(source) {
  let at = 0;
  const escaped = () => {
    const sign = source[at++];
    if (sign === 'u') {
      const digits = /^[0-9a-f]{4}/i.exec(source.slice(at));
      if (!digits) throw new Beyond();
      at += 4;
      return [[Number.parseInt(digits[0], 16), Number.parseInt(digits[0], 16)]];
    }
    if (sign === 'd') return digits;
    if (/[a-z0-9]/i.test(sign)) throw new Beyond();
    return [[sign.charCodeAt(0), sign.charCodeAt(0)]];
  };
  const single = () => {
    const sign = source[at++];
    return sign === '\\' ? escaped() : [[sign.charCodeAt(0), sign.charCodeAt(0)]];
  };
  const ofBrackets = () => {
    const isOther = source[at] === '^';
    if (isOther) at++;
    const ranges = [];
    while (source[at] !== ']') {
      const from = single();
      if (source[at] === '-' && source[at + 1] !== ']') {
        at++;
        ranges.push([from[0][0], single()[0][1]]);
      } else ranges.push(...from);
    }
    at++;
    return isOther ? others(ranges) : ordered(ranges);
  };
  const atom = () => {
    const sign = source[at++];
    if (sign === '^') return ['start'];
    if (sign === '$') return ['end'];
    if (sign === '.') return ['set', others(lineEnds)];
    if (sign === '[') return ['set', ofBrackets()];
    if (sign === '\\') return ['set', escaped()];
    if (sign !== '(') return ['set', [[sign.charCodeAt(0), sign.charCodeAt(0)]]];
    if (source[at] === '?') {
      if (source[at + 1] !== ':') throw new Beyond();
      at += 2;
    }
    const inner = choice();
    at++;
    return inner;
  };
  const repeated = (part) => {
    const counted = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
    if (!counted) return part;
    at += counted[0].length;
    const [, sign, from, comma, to] = counted;
    if (sign) return ['times', part, sign === '+' ? 1 : 0, sign === '?' ? 1 : undefined];
    return ['times', part, Number(from), comma ? (to ? Number(to) : undefined) : Number(from)];
  };
  const sequence = () => {
    const parts = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return ['all', ...parts];
  };
  const choice = () => {
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return ['any', ...parts];
  };
  return choice();
}

/** A machine of many ways: for each state its steps, [ranges, next], and what costs no letter, [condition, next]. */
function waysOf(tree) {
  const steps = [];
  const free = [];
  const state = () => {
    steps.push([]);
    free.push([]);
    return steps.length - 1;
  };
  /** Lays out a part from a state; gives the state behind it. */
  const lay = (part, from) => {
    const [kind, ...rest] = part;
    const to = state();
    if (kind === 'set') steps[from].push([rest[0], to]);
    else if (kind === 'start' || kind === 'end') free[from].push([kind, to]);
    else if (kind === 'any') for (const one of rest) free[lay(one, from)].push(['', to]);
    else if (kind === 'all') free[rest.reduce((at, one) => lay(one, at), from)].push(['', to]);
    else {
      const [one, least, most] = rest;
      let at = from;
      for (let count = 0; count < least; count++) at = lay(one, at);
      free[at].push(['', to]);
      if (most === undefined) {
        const again = state();
        free[at].push(['', again]);
        const behind = lay(one, again);
        free[behind].push(['', again], ['', to]);
      } else
        for (let count = least; count < most; count++) {
          at = lay(one, at);
          free[at].push(['', to]);
        }
    }
    return to;
  };
  const start = state();
  return { steps, free, start, final: lay(tree, start) };
}

/** More states than this are no list of words: the expression stays. */
const most = 600;

/** The machine with one way: states as { always, atEnd, bounds, targets }, the first one is where it begins. */
function oneWay(source) {
  const { steps, free, start, final } = waysOf(parse(source));
  const reach = (from, conditions) => {
    const seen = new Set(from);
    for (const at of seen)
      for (const [condition, to] of free[at])
        if (condition === '' || conditions.includes(condition)) seen.add(to);
    return seen;
  };
  // An expression may begin anywhere.
  const anywhere = reach([start], []);
  const states = [];
  const known = new Map();
  const numberOf = (set) => {
    const key = [...set].sort((a, b) => a - b).join(' ');
    if (known.has(key)) return known.get(key);
    if (states.length === most) throw new Beyond();
    known.set(key, states.length);
    states.push({ set });
    return states.length - 1;
  };
  const first = reach([start], ['start']);
  const empty = reach([start], ['start', 'end']).has(final);
  // Alone of all it stands at the start of the text: it is no other state, though it may have the same ways.
  states.push({ set: first });
  for (let number = 0; number < states.length; number++) {
    const state = states[number];
    state.always = state.set.has(final);
    state.atEnd = state.always || (number === 0 ? empty : reach(state.set, ['end']).has(final));
    state.bounds = [];
    state.targets = [];
    if (state.always) {
      state.targets.push(number);
      continue;
    }
    const out = [...state.set].flatMap((at) => steps[at]);
    const cuts = new Set([0]);
    for (const [ranges] of out)
      for (const [from, to] of ranges) {
        cuts.add(from);
        if (to < last) cuts.add(to + 1);
      }
    for (const from of [...cuts].sort((a, b) => a - b)) {
      const next = out.filter(([ranges]) => ranges.some((one) => one[0] <= from && from <= one[1]));
      const target = numberOf(
        new Set([
          ...reach(
            next.map(([, to]) => to),
            [],
          ),
          ...anywhere,
        ]),
      );
      if (target === state.targets.at(-1)) continue;
      if (state.targets.length > 0) state.bounds.push(from);
      state.targets.push(target);
    }
  }
  return states;
}

/** Joins states that cannot be told apart. Gives for each the number of its class. */
function classesOf(states) {
  let classes = states.map(({ always, atEnd }) => (always ? 2 : atEnd ? 1 : 0));
  let count = new Set(classes).size;
  for (;;) {
    const keys = states.map(({ bounds, targets }, number) => {
      const told = [classes[number]];
      let before = -1;
      targets.forEach((target, index) => {
        if (classes[target] === before) return;
        before = classes[target];
        told.push(index === 0 ? 0 : bounds[index - 1], before);
      });
      return told.join(' ');
    });
    const numbers = new Map([...new Set(keys)].map((key, index) => [key, index]));
    classes = keys.map((key) => numbers.get(key));
    if (numbers.size === count) return classes;
    count = numbers.size;
  }
}

/**
 * The table of an expression without flags, or undefined where it has something that a table cannot say (what stands around,
 * what was found before, classes of Unicode). For each state: 1 where the text may end, the number of bounds, the bounds, and
 * where each part between them leads: the index of a state, 1 for "never", 2 for "whatever follows".
 */
export function tableOf(source) {
  try {
    const states = oneWay(source);
    const classes = classesOf(states);
    if (states[0].always) return undefined;
    // States from which nothing leads to an end.
    const alive = new Set(states.flatMap(({ atEnd }, number) => (atEnd ? [classes[number]] : [])));
    for (let grown = -1; grown !== alive.size; ) {
      grown = alive.size;
      states.forEach(({ targets }, number) => {
        if (targets.some((target) => alive.has(classes[target]))) alive.add(classes[number]);
      });
    }
    const always = new Set(states.flatMap(({ always }, number) => (always ? [classes[number]] : [])));
    const kept = [];
    states.forEach((state, number) => {
      const own = classes[number];
      if (kept.some(({ own: other }) => other === own) || always.has(own) || !alive.has(own)) return;
      const bounds = [];
      const targets = [];
      state.targets.forEach((target, index) => {
        if (classes[target] === targets.at(-1)) return;
        if (index > 0) bounds.push(state.bounds[index - 1]);
        targets.push(classes[target]);
      });
      kept.push({ own, atEnd: state.atEnd, bounds, targets });
    });
    const places = new Map();
    let place = 0;
    for (const { own, bounds } of kept) {
      places.set(own, place);
      place += 3 + 2 * bounds.length;
    }
    const units = kept.flatMap(({ atEnd, bounds, targets }) => [
      atEnd ? 1 : 0,
      bounds.length,
      ...bounds,
      ...targets.map((target) => (always.has(target) ? 2 : (places.get(target) ?? 1))),
    ]);
    if (units.length === 0 || place > 0xffff) return undefined;
    return String.fromCharCode(...units);
  } catch (error) {
    if (error instanceof Beyond) return undefined;
    throw error;
  }
}

/** How a regular expression without flags is written in a source. */
export const expression = String.raw`\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/`;

const made = new Map();

/**
 * The source of a module whose expressions are tables, all in one string: those that are tested where they stand, and those of a
 * constant that is only tested. What has flags, or is used in another way, stays as it is. Undefined where nothing changes.
 */
export function withTables(code) {
  let tables = '';
  const places = new Map();
  /** Writes a test by table, or what stood there. */
  const written = (source, otherwise, write) => {
    if (!made.has(source)) made.set(source, tableOf(source));
    const table = made.get(source);
    if (table === undefined) return otherwise;
    if (!places.has(source)) {
      places.set(source, tables.length);
      tables += table;
    }
    return write(`accepts(tables, ${places.get(source)}, `);
  };
  const named = code.replace(
    new RegExp(String.raw`^const (\w+) =\s+${expression};$`, 'gm'),
    (whole, name, source) => {
      const uses = code.match(new RegExp(String.raw`\b${name}\b`, 'g')).length - 1;
      const tests = code.match(new RegExp(String.raw`\b${name}\.test\(`, 'g'))?.length ?? 0;
      if (uses !== tests) return whole;
      return written(source, whole, (call) => `const ${name} = { test: (text) => ${call}text) };`);
    },
  );
  const whole = named.replace(
    new RegExp(String.raw`(?<=[\s(!,=?:&|>])${expression}\.test\(`, 'g'),
    (test, source) => written(source, test, (call) => call),
  );
  if (tables === '') return undefined;
  return `import { accepts, tablesOf } from 'tables of expressions';\nconst tables = tablesOf(${JSON.stringify(tables)});\n${whole}`;
}
