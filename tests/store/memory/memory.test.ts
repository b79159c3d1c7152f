import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Article } from '../../../src/article/model/article.ts';
import { plainArticle } from '../../../src/article/plain/plain.ts';
import { openMemory } from '../../../src/store/memory/memory.ts';
import { parseRemembered, type Remembered } from '../../../src/store/memory/remembered.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'maqal-memory-')), 'places');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const article = (text: string, source: string): Article => plainArticle(text, { source, notices: [] });
const at = (offset: number, marks: Remembered['marks'] = {}): Remembered => ({
  place: { offset, words: '' },
  top: { offset, words: '' },
  marks,
  notes: {},
  query: 'العراق',
  sidebar: { open: true, tab: 'quotes', cursor: { quotes: 2 }, speaker: null },
});
const text = 'عنوان\n\nفقرة أولى من الكلام.\n\nفقرة ثانية.\n';

test('what was saved is recalled, and nobody else may read it', async () => {
  const memory = openMemory(folder);
  const read = article(text, 'a.txt');
  expect(memory.recall(read)).toEqual({ remembered: null, broken: null });
  await memory.save(read, at(7));
  expect(openMemory(folder).recall(article(text, 'a.txt')).remembered).toEqual(at(7));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a file that was moved is known by what it says, one that was edited by where it is', async () => {
  const memory = openMemory(folder);
  memory.saveNow(article(text, '/home/here.txt'), at(7));
  expect(memory.recall(article(text, '/home/there.txt')).remembered).toEqual(at(7));
  expect(memory.recall(article(`${text}مزيد.\n`, '/home/here.txt')).remembered).toEqual(at(7));
  expect(memory.recall(article(`${text}مزيد.\n`, '/home/there.txt')).remembered).toBeNull();
  // Standard input has no place where it could be found again.
  memory.saveNow(article('نص آخر', '-'), at(1));
  expect(memory.recall(article('نص ثالث', '-')).remembered).toBeNull();
  expect(memory.recall(article('نص آخر', '-')).remembered).toEqual(at(1));
});

test('long texts that differ only in their length or ends are two', async () => {
  const memory = openMemory(folder);
  const long = 'كلمة '.repeat(100_000);
  memory.saveNow(article(long, 'a'), at(3));
  expect(memory.recall(article(`${long} `, 'b')).remembered).toBeNull();
  expect(memory.recall(article(`س${long.slice(1)}`, 'c')).remembered).toBeNull();
});

test('marks that another program has set stay', async () => {
  const read = article(text, 'a.txt');
  const mark = (offset: number) => ({ offset, words: '' });
  await openMemory(folder).save(read, at(1, { a: mark(1), b: mark(2) }));
  await openMemory(folder).save(read, at(5, { b: mark(9), c: mark(3) }));
  expect(openMemory(folder).recall(read).remembered).toEqual(at(5, { a: mark(1), b: mark(9), c: mark(3) }));
});

test('a broken file is set aside, and the next reading is remembered again', async () => {
  const memory = openMemory(folder);
  const read = article(text, 'a.txt');
  memory.saveNow(read, at(7));
  const [name] = readdirSync(folder).filter((one) =>
    readFileSync(path.join(folder, one), 'utf8').startsWith('{'),
  );
  const file = path.join(folder, name!);
  const whole = readFileSync(file);
  fc.assert(
    fc.property(fc.nat(whole.length - 3), fc.uint8Array({ maxLength: 20 }), (cut, garbage) => {
      rmSync(`${file}.broken`, { force: true });
      writeFileSync(file, Buffer.concat([whole.subarray(0, cut), garbage]));
      const { remembered, broken } = openMemory(folder).recall(read);
      // Garbage may happen to mend it; else it is out of the way, with what it held.
      if (remembered === null) {
        expect(broken).toBe(`${file}.broken`);
        expect(existsSync(file)).toBe(false);
        expect(existsSync(`${file}.broken`)).toBe(true);
      }
      openMemory(folder).saveNow(read, at(9));
      expect(openMemory(folder).recall(read).remembered).toEqual(at(9));
    }),
    { numRuns: 100 },
  );
});

test('no text makes it throw, and what it takes it writes the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (given) => {
      const parsed = parseRemembered(given);
      if (parsed) expect(parseRemembered(JSON.stringify(parsed))).toEqual(parsed);
    }),
  );
});

test('the source that was read last is known in full; standard input is not', async () => {
  const memory = openMemory(folder);
  expect(memory.lastSource()).toBeNull();
  await memory.noteSource('a.txt');
  expect(memory.lastSource()).toBe(path.resolve('a.txt'));
  await memory.noteSource('-');
  expect(memory.lastSource()).toBe(path.resolve('a.txt'));
  await memory.noteSource('https://example.org/مقال');
  expect(memory.lastSource()).toBe('https://example.org/مقال');
  writeFileSync(path.join(folder, 'last.json'), '{"sour');
  expect(memory.lastSource()).toBeNull();
});

test('where nothing may be written it says so, and what is there stays', async () => {
  const memory = openMemory(folder);
  const read = article(text, 'a.txt');
  memory.saveNow(read, at(7));
  if (process.getuid?.() === 0) {
    // Root may write everywhere: a file in the folder's place refuses as well.
    const other = path.join(path.dirname(folder), 'file');
    writeFileSync(other, '');
    await expect(openMemory(other).save(read, at(8))).rejects.toThrow(/EEXIST|ENOTDIR/u);
    expect(() => openMemory(other).saveNow(read, at(8))).toThrow(/EEXIST|ENOTDIR/u);
    return;
  }
  chmodSync(folder, 0o500);
  await expect(memory.save(read, at(8))).rejects.toThrow(/EACCES/u);
  chmodSync(folder, 0o700);
  expect(memory.recall(read).remembered).toEqual(at(7));
});

test('a full disk loses nothing that was there', async () => {
  const memory = openMemory(folder);
  const read = article(text, 'a.txt');
  memory.saveNow(read, at(7));
  // A limit on the size of files is what a full disk is to whoever writes: the write fails half way.
  const program = path.join(path.dirname(folder), 'writer.mjs');
  writeFileSync(
    program,
    `import { writeFileSync, renameSync, rmSync } from 'node:fs';
     import { writeWholeNow } from ${JSON.stringify(path.resolve('src/store/files/whole-file.ts'))};
     process.on('SIGXFSZ', () => {});
     try { writeWholeNow(process.argv[2], 'x'.repeat(1_000_000)); console.log('written'); }
     catch (error) { console.log(error.code); }`,
  );
  const bundle = path.join(path.dirname(folder), 'writer.bundle.mjs');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [program],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const [name] = readdirSync(folder).filter((one) =>
    readFileSync(path.join(folder, one), 'utf8').startsWith('{'),
  );
  const child = spawn('bash', [
    '-c',
    `ulimit -f 16; trap '' XFSZ; exec "$0" "$1" "$2"`,
    process.execPath,
    bundle,
    path.join(folder, name!),
  ]);
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(said.trim()).toBe('EFBIG');
  expect(memory.recall(read).remembered).toEqual(at(7));
  expect(readdirSync(folder).filter((one) => one.endsWith('.new'))).toEqual([]);
});
