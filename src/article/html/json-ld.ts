// Descriptions of schema.org in JSON-LD, as the web writes them: 13 of 815 on the pages that we looked at are no JSON.

/** What is said of an article, by the names of schema.org. */
export type Description = Readonly<Record<string, unknown>>;

/** Nodes of descriptions that are looked at; lists of related articles can be long. */
const mostNodes = 2000;

/**
 * The description of the page's article in all that the page describes: of several articles the one whose headline is
 * among `headlines`, else the first. What it names by `@id` is put in its place. An empty one where there is none.
 */
export function describedArticle(scripts: readonly string[], headlines: readonly string[]): Description {
  const named = new Map<string, Description>();
  const articles: Description[] = [];
  const waiting: unknown[] = scripts.map(looseJson);
  for (let looked = 0; looked < mostNodes && waiting.length > 0; looked++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, mostNodes));
    else if (isDescription(next)) {
      if (typeof next['@id'] === 'string' && Object.keys(next).length > 1 && !named.has(next['@id']))
        named.set(next['@id'], next);
      if (isArticle(next)) articles.push(next);
      waiting.push(next['@graph'], next.mainEntity, next.mainEntityOfPage, next.hasPart);
      for (const key of ['author', 'publisher', 'creator']) waiting.push(next[key]);
    }
  }
  const found = articles.find(({ headline }) => headlines.includes(String(headline))) ?? articles[0] ?? {};
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, resolved(value, named)]));
}

function isDescription(value: unknown): value is Description {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether something is described that has a text: NewsArticle, BlogPosting, Report, … */
export function isArticle(description: Description): boolean {
  return /Article|Posting|Report(?:age)?|Review\b/.test(String(description['@type']));
}

function resolved(value: unknown, named: ReadonlyMap<string, Description>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, named));
  if (!isDescription(value) || typeof value['@id'] !== 'string') return value;
  return { ...named.get(value['@id']), ...value };
}

/**
 * JSON as browsers' and servers' templates leave it: inside CDATA or a comment, with comments, raw line ends in strings, commas
 * behind the last value. Undefined for what is none even so.
 */
export function looseJson(written: string): unknown {
  const json = written
    .replace(/^[\s;]*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?[\s;]*$/g, '')
    .replace(/^\s*<!--|(?:\/\/)?\s*-->\s*$/g, '')
    .replace(/[\s;]+$/, '');
  return parsed(json) ?? parsed(repaired(json));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A string, a comment, a comma before the end, or control characters. */
const token = /"(?:[^"\\]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=\s*[}\]])/g;

function repaired(json: string): string {
  return json.replace(token, (found) => {
    if (!found.startsWith('"')) return '';
    return found
      .replace(/[\0-\x1f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replace(/\\(?!["\\/bfnrtu])/g, '\\\\');
  });
}
