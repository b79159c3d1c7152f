import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isAddress } from '../../article/links/address.ts';
import type { Article } from '../../article/model/article.ts';
import { clearLeftovers, removeUnfinished, writeWhole, writeWholeNow } from '../files/whole-file.ts';
import { parseRemembered, type Remembered } from './remembered.ts';

/** What is remembered of an article, and the name of a file that could not be read and was set aside. */
export interface Recalled {
  readonly remembered: Remembered | null;
  readonly broken: string | null;
}

/**
 * What is remembered of articles, each in a small file of its own in one folder: an article is known by what it says,
 * so a moved file is known too, and by where it came from, so an edited one is. Files are written whole and never half,
 * by any number of programs at once.
 */
export interface Memory {
  /** What is remembered of an article. A file that cannot be used is set aside, never lost and never in the way. */
  readonly recall: (article: Article) => Recalled;
  /** Keeps it. Marks and notes that another program has made meanwhile stay. Rejects with what the system says, or when called off. */
  readonly save: (article: Article, remembered: Remembered, signal?: AbortSignal) => Promise<void>;
  /** The same before it returns, for a program that is leaving. Throws what the system says. */
  readonly saveNow: (article: Article, remembered: Remembered) => void;
  /** The source that was opened last, where it can be opened again; null where there is none. */
  readonly lastSource: () => string | null;
  /** Writes it down, and clears away what programs that were killed have left half written. */
  readonly noteSource: (source: string) => Promise<void>;
  /** Removes what is half written, for a program that ends at once. */
  readonly abandon: () => void;
}

/** Code units at each end of a text by which, with its length, it is known. */
const knownBy = 1 << 16;

function keyOf(kind: 'text' | 'source', of: string): string {
  // Loaded when it is needed: an import would take two milliseconds of every first page.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(kind).update(of).digest('hex').slice(0, 32);
}

/** The name under which a lasting source is known. */
export function sourceKey(source: string): string {
  return keyOf('source', source);
}

const contentKeys = new WeakMap<Article, string>();

/** The name under which an article is known by what it says. */
export function contentKey(article: Article): string {
  const { text } = article;
  const known = contentKeys.get(article);
  if (known !== undefined) return known;
  const ends = text.length <= 2 * knownBy ? text : text.slice(0, knownBy) + text.slice(-knownBy);
  const key = keyOf('text', `${text.length} ${ends}`);
  contentKeys.set(article, key);
  return key;
}

/** A source as it can be opened from anywhere: an address as it is, a path in full; null for standard input. */
export function lastingSource(source: string): string | null {
  if (source === '-' || /^\/(?:dev|proc)\//u.test(source)) return null;
  return isAddress(source) ? source : path.resolve(source);
}

/** The memory in a folder. Nothing is read or made until it is used. */
export function openMemory(folder: string): Memory {
  const file = (key: string): string => path.join(folder, `${key}.json`);
  const lastFile = file('last');

  function read(name: string): string | null {
    try {
      return readFileSync(name, 'utf8');
    } catch {
      // None, or one that may not be read: nothing is remembered.
      return null;
    }
  }

  function setAside(name: string): string {
    const aside = `${name}.broken`;
    try {
      renameSync(name, aside);
    } catch {
      // Then it is in the way once more next time.
    }
    return aside;
  }

  /** The file of what an article says, else the one that its source was last known by. */
  function fileFor(article: Article): string {
    const own = file(contentKey(article));
    if (existsSync(own)) return own;
    const source = lastingSource(article.source);
    const former = source && read(file(sourceKey(source)));
    return former && /^[0-9a-f]{32}$/u.test(former) && existsSync(file(former)) ? file(former) : own;
  }

  /** What is to be written: ours, and the marks and notes of others. */
  function merged(name: string, remembered: Remembered): string {
    const others = parseRemembered(read(name) ?? '');
    const marks = { ...others?.marks, ...remembered.marks };
    const notes = { ...others?.notes, ...remembered.notes };
    return `${JSON.stringify({ ...remembered, marks, notes })}\n`;
  }

  function sourceFile(article: Article): string | null {
    const source = lastingSource(article.source);
    return source && file(sourceKey(source));
  }

  return {
    recall(article) {
      // The folder says for next to nothing that this is the first time.
      if (!existsSync(folder)) return { remembered: null, broken: null };
      const name = fileFor(article);
      const text = read(name);
      if (text === null) return { remembered: null, broken: null };
      const remembered = parseRemembered(text);
      return { remembered, broken: remembered ? null : setAside(name) };
    },
    async save(article, remembered, signal) {
      const key = contentKey(article);
      await writeWhole(file(key), merged(file(key), remembered), signal);
      const known = sourceFile(article);
      if (known && read(known) !== key) await writeWhole(known, key);
    },
    saveNow(article, remembered) {
      const key = contentKey(article);
      writeWholeNow(file(key), merged(file(key), remembered));
      const known = sourceFile(article);
      if (known && read(known) !== key) writeWholeNow(known, key);
    },
    lastSource() {
      const text = read(lastFile);
      if (text === null) return null;
      try {
        const { source } = JSON.parse(text) as { source?: unknown };
        return typeof source === 'string' ? source : null;
      } catch {
        setAside(lastFile);
        return null;
      }
    },
    async noteSource(source) {
      clearLeftovers(folder);
      const lasting = lastingSource(source);
      if (lasting) await writeWhole(lastFile, `${JSON.stringify({ source: lasting })}\n`);
    },
    abandon: removeUnfinished,
  };
}
