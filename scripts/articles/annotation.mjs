import { occurrences, passage } from './occurrence.mjs';

const entityTypes = { person: 'PER', organization: 'ORG', place: 'LOC', date: 'DATE' };
const quoteKinds = ['direct', 'indirect', 'scare'];
const quoteFields = [...quoteKinds, 'by', 'at', 'cue', 'or', 'optional'];
const entityFields = [...Object.keys(entityTypes), 'forms', 'iso', 'optional'];

/**
 * The annotation of `text` that a source describes, every span with its words. Throws where the source names
 * words that the text does not have, in the place where they are looked for.
 */
export function annotate(text, source) {
  return {
    id: source.id,
    lang: source.language,
    textLength: text.length,
    quotes: locateQuotes(text, source.quotes ?? []),
    entities: locateEntities(text, source.entities ?? []),
  };
}

/** An unquoted comma in the source would silently cut words short and make a field of the rest. */
function requireFields(entry, fields) {
  const unknown = Object.keys(entry).filter((name) => !fields.includes(name));
  if (unknown.length > 0) throw new Error(`not a field: ${unknown} in ${JSON.stringify(entry)}`);
}

/** Quotes are listed in the order of the text, an enclosing one before what it holds. */
function locateQuotes(text, quotes) {
  let from = 0;
  let before;
  const located = quotes.map((quote) => {
    requireFields(quote, quoteFields);
    const kind = quoteKinds.find((name) => name in quote);
    if (!kind) throw new Error(`a quote is one of ${quoteKinds}: ${JSON.stringify(quote)}`);
    const found = passage(text, String(quote[kind]), kind === before ? from + 1 : from);
    const span = kind === 'indirect' ? closed(text, found) : found;
    from = span.start;
    before = kind;
    const mention = quote.at === '=' ? quote.by : quote.at;
    return {
      ...span,
      kind,
      ...(quote.optional && { optional: true }),
      speaker: quote.by ?? null,
      speakerMention: beside(text, span, mention),
      cue: beside(text, span, quote.cue),
      ...(quote.or && { speakerAlt: [quote.or].flat() }),
      text: text.slice(span.start, span.end),
    };
  });
  return located.sort((left, right) => left.start - right.start || right.end - left.end);
}

/** A clause that ends in a quotation holds the mark that closes it, not a mark that it never opened. */
function closed(text, { start, end }) {
  const words = text.slice(start, end);
  const count = (mark) => words.split(mark).length - 1;
  const open =
    (text[end] === '"' && count('"') % 2 === 1) ||
    (text[end] === '»' && count('«') > count('»')) ||
    (text[end] === '”' && count('“') > count('”'));
  return { start, end: open ? end + 1 : end };
}

/** The nearest place of some words before a quote; after it where they are written with a final `>`. */
function beside(text, quote, words) {
  if (!words) return null;
  const after = words.endsWith('>');
  const form = after ? words.slice(0, -1) : words;
  const all = occurrences(text, form);
  const span = after
    ? all.find(({ start }) => start >= quote.end)
    : all.findLast(({ end }) => end <= quote.start);
  if (!span) throw new Error(`not ${after ? 'after' : 'before'} offset ${quote.start}: ${form}`);
  return { ...span, text: form.startsWith('ال') ? text.slice(span.start, span.end) : form };
}

/**
 * Every form of every entity is looked for everywhere; where two overlap, the longer one wins. A form may be
 * narrowed to some of its places: `form @ 1 3` takes the first and third, `form ! 2` all but the second. What
 * follows ` = ` in a form is another span as good as the form's own.
 */
function locateEntities(text, entities) {
  const candidates = [];
  entities.forEach((entity, index) => {
    requireFields(entity, entityFields);
    for (const written of entity.forms) {
      const { form, others, accepts } = parseForm(String(written));
      const all = occurrences(text, form).filter((_, nth) => accepts(nth + 1));
      if (all.length === 0) throw new Error(`an entity is not in the article: ${written}`);
      for (const span of all) candidates.push({ ...span, index, others });
    }
  });
  candidates.sort(
    (left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start,
  );
  const taken = [];
  for (const candidate of candidates) {
    const clash = taken.find(({ start, end }) => candidate.start < end && start < candidate.end);
    if (!clash) taken.push(candidate);
    else if (
      clash.start === candidate.start &&
      clash.end === candidate.end &&
      clash.index !== candidate.index
    ) {
      throw new Error(`two entities claim ${text.slice(clash.start, clash.end)} at ${clash.start}`);
    }
  }
  taken.sort((left, right) => left.start - right.start);
  return entities.map((entity, index) =>
    describe(
      text,
      entity,
      taken.filter((mention) => mention.index === index),
    ),
  );
}

function parseForm(written) {
  const [wholeForm, ...others] = written.split(' = ');
  const match = /^(.*?) ([@!])((?: \d+)+)$/u.exec(wholeForm);
  if (!match) return { form: wholeForm, others, accepts: () => true };
  const listed = match[3].trim().split(' ').map(Number);
  return { form: match[1], others, accepts: (nth) => listed.includes(nth) === (match[2] === '@') };
}

function describe(text, entity, mentions) {
  const type = Object.keys(entityTypes).find((name) => name in entity);
  if (!type) throw new Error(`an entity is one of ${Object.keys(entityTypes)}: ${JSON.stringify(entity)}`);
  if (mentions.length === 0) throw new Error(`every mention lies inside a longer one: ${entity[type]}`);
  const spans = mentions.map(({ start, end }) => [start, end]);
  const alts = mentions
    .filter(({ others }) => others.length > 0)
    .map(({ start, end, others }) => {
      const spans = others.map((other) => passage(text, other, Math.max(0, start - other.length)));
      return { mention: [start, end], alt: spans.map((span) => [span.start, span.end]) };
    });
  return {
    type: entityTypes[type],
    canonical: entity[type],
    mentions: spans,
    ...(entity.optional && { optional: true }),
    ...(entity.iso && { iso: String(entity.iso) }),
    surface: spans.map(([start, end]) => text.slice(start, end)),
    ...(alts.length > 0 && { alts }),
  };
}
