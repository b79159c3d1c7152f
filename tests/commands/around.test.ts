import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/names.ts';
import { defaultBindings as bindings } from '../../src/reader/keys/table.ts';
import { english } from '../../src/reader/words/english.ts';
import { program } from '../e2e/terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'maqal-around-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function maqal(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, LANG: 'C', XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

const story = 'الخبر\n\nقالت الوزيرة ليلى شاهين، "الطريق ""الجديد"" مفتوح" في بغداد يوم 5 مايو 2024.\n';
writeFileSync(path.join(folder, 'a.txt'), story);
writeFileSync(path.join(folder, 'b.txt'), story.replace('ليلى', 'سامي'));

/** The fields of CSV, read by the rules of RFC 4180. */
function fields(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test('an article is exported in four forms that say the same', () => {
  const csv = fields(maqal(['export', 'a.txt', '--format', 'csv']).stdout);
  const [head, ...rows] = csv;
  const asObjects = rows.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] || null])));
  const lines = maqal(['export', 'a.txt', '--format', 'jsonl']).stdout.trim().split('\n');
  const objects = lines.map((line) => JSON.parse(line));
  expect(JSON.parse(maqal(['export', 'a.txt', '--format', 'json']).stdout)).toEqual(objects);
  expect(asObjects).toEqual(
    objects.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [name, value === null ? null : String(value)]),
      ),
    ),
  );
  for (const { start, end, text } of objects)
    expect(story.slice(start, end).replace(/\s+/g, ' ').trim()).toBe(text);
  expect(objects.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['person', 'place', 'date', 'timeline']),
  );
  expect(maqal(['export', 'a.txt']).stdout).toContain('ليلى شاهين');
  expect(maqal(['export', 'nowhere.txt', '--format', 'csv'])).toMatchObject({ status: 2 });
});

test('many articles are analyzed an object a line, in the shape of one', () => {
  const one = (name: string) => JSON.parse(maqal(['analyze', '--json', name]).stdout);
  const many = (words: string[], input?: string) =>
    maqal(['analyze', ...words], input)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .sort((x, y) => (x.article.source < y.article.source ? -1 : 1));
  const both = [one('a.txt'), one('b.txt')];
  expect(many(['--jsonl', 'a.txt', 'b.txt'])).toEqual(both);
  expect(many(['--jsonl', 'a.txt'])).toEqual([both[0]]);
  expect(many(['--files-from', '-'], 'a.txt\nb.txt\n')).toEqual(both);
  expect(many(['--jsonl', '-'], story)[0].entities).toEqual(both[0].entities);
  const { status, stderr } = maqal(['analyze', '--files-from', '-'], 'a.txt\nnowhere.txt\n');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^maqal: nowhere\.txt: no such file[^\n]*\n$/);
  const list = maqal(['analyze', '--files-from', 'nolist', 'a.txt']);
  expect(list.status).toBe(2);
  expect(list.stderr).toMatch(/^maqal: nolist: no such file[^\n]*\n$/);
  expect(JSON.parse(list.stdout)).toEqual(both[0]);
  expect(maqal(['analyze'])).toMatchObject({ status: 2, stdout: '' });
  // A list without an end of a line is no reason to read for ever.
  expect(maqal(['analyze', '--files-from', '-'], 'x'.repeat(200_000)).stderr).toMatch(
    /name that is too long/,
  );
});

test('the settings in force are told with where they come from', () => {
  mkdirSync(path.join(folder, 'maqal'), { recursive: true });
  const file = path.join(folder, 'maqal', 'config.json');
  writeFileSync(file, '{"theme": "dark", "remember": false}');
  const told = JSON.parse(maqal(['config', '--json', '--width', '50', '--ui', 'en']).stdout);
  expect(told.file).toBe(file);
  const by = Object.fromEntries(told.settings.map((one: { name: string }) => [one.name, one]));
  expect(by.theme).toEqual({ name: 'theme', value: 'dark', origin: 'file' });
  expect(by.remember).toEqual({ name: 'remember', value: false, origin: 'file' });
  expect(by.ui).toEqual({ name: 'ui', value: 'en', origin: 'command line' });
  expect(by.mouse).toEqual({ name: 'mouse', value: true, origin: 'default' });
  expect(maqal(['config']).stdout).toMatch(/^theme +dark +file$/m);
  const schema = JSON.parse(maqal(['config', '--schema']).stdout);
  expect(schema.properties.theme.enum).toContain('dark');
  rmSync(file);
});

test('settings that are no JSON are told by line and column, those of another version in one line; reading goes on', () => {
  const file = path.join(folder, 'other.json');
  writeFileSync(file, '{\n  "theme": "dark",\n  "width": 6O\n}\n');
  const broken = maqal(['print', '--config', file, 'a.txt']);
  expect(broken).toMatchObject({ status: 0 });
  expect(broken.stderr).toBe(`maqal: ${file}: is not valid JSON (line 3, column 12); going on without it\n`);
  const newer = '{"version": 9, "theme": "sepia", "voice": {"rate": 2}, "tashkeel": "hide"}';
  writeFileSync(file, newer);
  const told = maqal(['print', '--config', file, 'a.txt']);
  expect(told.status).toBe(0);
  expect(told.stderr).toMatch(/^maqal: [^\n]*“version”[^\n]*“theme”[^\n]*“voice”[^\n]*\n$/);
  // What is known of it holds, and nothing is taken out of it.
  expect(JSON.parse(maqal(['config', '--json', '--config', file]).stdout).settings).toContainEqual({
    name: 'tashkeel',
    value: 'hide',
    origin: 'file',
  });
  expect(readFileSync(file, 'utf8')).toBe(newer);
});

test('the table of keys is printed, whole', () => {
  const told = JSON.parse(maqal(['keys', '--json']).stdout);
  expect(told.map(({ name }: { name: string }) => name)).toEqual(bindings.map(({ name }) => name));
  expect(maqal(['keys']).stdout).toMatch(/^ {2}j ↓ +next paragraph$/m);
  expect(maqal(['keys', '--ui', 'ar']).stdout).toMatch(/الفقرة التالية/);
});

const hasBash = spawnSync('bash', ['--version']).status === 0;

test.skipIf(!hasBash)('bash completes commands, options and the values of options', () => {
  writeFileSync(path.join(folder, 'completion.bash'), maqal(['completion', 'bash']).stdout);
  const completed = (...words: string[]) => {
    const list = words.map((word) => `'${word}'`).join(' ');
    const script = `source completion.bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _maqal; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: folder }).stdout.trim().split('\n');
  };
  expect(completed('maqal', 'an')).toEqual(['analyze']);
  expect(completed('maqal', 'library', 'qu')).toEqual(['quotes']);
  expect(completed('maqal', '--theme', 'li')).toEqual(['light']);
  expect(completed('maqal', 'print', 'a.')).toEqual(['a.txt']);
  expect(completed('maqal', 'export', 'a.txt', '--for')).toEqual(['--format']);
});

test('completion for bash, zsh and fish knows each command, and its options as help has them', () => {
  const help = maqal(['search', '--help']).stdout;
  const flags = (help.match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gmu) ?? []).filter((flag) => flag !== '--help');
  expect(flags).toContain('--files-with-matches');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const script = maqal(['completion', shell]).stdout;
    for (const command of commands) expect(script, command).toMatch(new RegExp(`\\b${command}\\b`));
    for (const flag of flags)
      expect(script, `${shell} ${flag}`).toContain(shell === 'fish' ? `-l ${flag.slice(2)} ` : `${flag} `);
    if (spawnSync(shell, ['--version']).status !== 0) continue;
    writeFileSync(path.join(folder, `checked.${shell}`), script);
    expect(spawnSync(shell, ['-n', `checked.${shell}`], { cwd: folder, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  }
});

test('a shell that is not known is told in one line', () => {
  expect(maqal(['completion', 'tcsh'])).toMatchObject({
    status: 2,
    stderr: 'maqal: tcsh is not a value for shell; it must be: bash, zsh, fish; maqal --help tells more\n',
  });
});

test('help tells a command’s own options first, and nothing of the reader', () => {
  const { stdout } = maqal(['search', '--help']);
  expect(stdout.indexOf('--json')).toBeLessThan(stdout.indexOf('--terminal'));
  expect(stdout).not.toMatch(/--(?:sidebar|theme|no-mouse)/);
  // They are taken nevertheless, so that one alias can hold them.
  expect(maqal(['search', 'ليلى', 'a.txt', '--theme', 'dark', '--no-mouse'])).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('the manual page names every command and every key, and formats without a warning', () => {
  const file = path.join(path.dirname(program), 'maqal.1');
  const page = readFileSync(file, 'utf8').replaceAll('\\-', '-');
  for (const command of commands) expect(page).toMatch(new RegExp(`^\\.B ${command}\\b`, 'm'));
  for (const { name } of bindings) expect(page).toContain(english.keys[name].replaceAll('’', '\\[u2019]'));
  const formatted = spawnSync('groff', ['-ww', '-man', '-Tutf8', file], { encoding: 'utf8' });
  if (formatted.error === undefined) expect(formatted).toMatchObject({ status: 0, stderr: '' });
});
