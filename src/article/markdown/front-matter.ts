import { frontMatterIn } from '../bytes/text-kind.ts';

/** A document parted from the YAML that it opens with. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Offset of the body, in code units. */
  readonly body: number;
  /** Why the fields could not be read, where they could not. */
  readonly problem?: string | undefined;
}

/** Reads the front matter of a document; no fields and body 0 where it has none, or has it damaged. */
export async function frontMatterOf(text: string): Promise<FrontMatter> {
  const found = frontMatterIn(text);
  if (!found) return { fields: {}, body: 0 };
  const { yaml: matter, body } = found;
  const simple = simpleFields(matter);
  if (simple) return { fields: simple, body };
  // Seven milliseconds of start-up, so only for YAML that needs it.
  const yaml = await import('yaml');
  const parse = yaml.parse ?? (yaml as unknown as { default: typeof yaml }).default.parse;
  try {
    // Without merge keys and with few aliases, so that a bomb of references stays small.
    const fields: unknown = parse(matter, { maxAliasCount: 20, schema: 'core', logLevel: 'error' });
    const isMapping = typeof fields === 'object' && fields !== null && !Array.isArray(fields);
    return isMapping ? { fields: fields as Record<string, unknown>, body } : { fields: {}, body: 0 };
  } catch (error) {
    return { fields: {}, body: 0, problem: (error as Error).message.split('\n')[0]! };
  }
}

/**
 * A value that YAML reads as the very characters written: a plain scalar that starts with a letter of ASCII or
 * anything beyond it, and has no indicator inside; a date; or quotes without escapes. No classes of Unicode: they
 * would cost more time at the start than all the rest of the reading.
 */
const simpleLine =
  /^([A-Za-z][\w-]*):[ \t]+(?:'([^'\r\n]*)'|"([^"\\\r\n]*)"|(\d{4}-\d\d-\d\d|(?:[A-Za-z]|[^\0-\x9f\u2028\u2029\ufeff])(?:[^\0-\x1f:#\x7f-\x9f\u2028\u2029\ufeff]|:(?=[^\s])|(?<=\S)#)*))[ \t]*\r?$/;
const word = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** The fields of front matter whose every line is simple; undefined where YAML has to be asked. */
export function simpleFields(matter: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const line of matter.split('\n')) {
    if (/^\s*$/.test(line)) continue;
    const match = simpleLine.exec(line);
    if (!match) return undefined;
    const value = match[2] ?? match[3] ?? match[4]!.trimEnd();
    if ((match[4] !== undefined && word.test(value)) || Object.hasOwn(fields, match[1]!)) return undefined;
    fields[match[1]!] = value;
  }
  return fields;
}
