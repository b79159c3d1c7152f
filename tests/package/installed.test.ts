// The package as people install it: packed, installed in an empty folder with a home of its own, run and imported there.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestTerminal } from '../e2e/terminal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'maqal-package-'));
const home = path.join(folder, 'home');
const command = path.join(folder, 'node_modules/.bin/maqal');
const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
const env = { ...process.env, HOME: home, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', npm_config_cache: cache };

const article = `تقرير عن الاجتماع

قال وزير المالية سامر الحداد، الاثنين، إن «الموازنة ستُقر قبل نهاية العام».

وأضاف الحداد أن الحكومة «لن ترفع الضرائب».
`;

/** Runs a program in the folder; what it printed. Fails with what it said. */
function run(program: string, args: readonly string[], input?: string): string {
  const done = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', input, timeout: 120_000 });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

beforeAll(() => {
  mkdirSync(home);
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
  writeFileSync(path.join(folder, 'note.txt'), article);
  const packed =
    process.env.MAQAL_TARBALL ??
    path.join(
      folder,
      execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })
        .trim()
        .split('\n')
        .at(-1)!,
    );
  run('npm', ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', packed]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it brings nothing but its store', () => {
  const { dependencies } = JSON.parse(
    readFileSync(path.join(folder, 'node_modules/maqal/package.json'), 'utf8'),
  );
  expect(dependencies ?? {}).toEqual({});
});

test('the command answers, by its name and through npx', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(run(command, ['--version']).trim()).toBe(version);
  expect(run('npx', ['maqal', '--help'])).toContain('Usage: maqal');
});

test('on a pipe it prints the article', () => {
  expect(run(command, ['note.txt'])).toContain('«الموازنة ستُقر قبل نهاية العام»');
});

test('in a terminal it opens the article from the right, its sidebar beside it', async () => {
  const terminal = new TestTerminal([path.join(folder, 'note.txt')], {
    command,
    env: { HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  try {
    await terminal.shows('تقرير عن الاجتماع');
    const title = terminal.lines().find((line) => line.includes('▐'))!;
    expect(title.trimEnd().length).toBeGreaterThan(95);
    expect(title).toMatch(/[\uFE70-\uFEFC]/u);
    await terminal.until((now) => now.lines().some((line) => line.includes('│')), 'the rule');
    await terminal.until(
      (now) => now.logical().some((line) => line.includes('اقتباسات')),
      'the list of quotes',
    );
    terminal.type('q');
    expect((await terminal.end()).exitCode).toBe(0);
  } finally {
    terminal.dispose();
  }
});

const { exports: doors } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, { types?: string } | string>;
};
const names = Object.keys(doors)
  // `maqal/ink` needs an app's Ink: tests/package/ink.test.ts.
  .filter((door) => !door.endsWith('.json') && door !== './ink')
  .map((door) => door.replace(/^\./, 'maqal'));

test.each(names)('%s can be imported', (name) => {
  const script = `import(${JSON.stringify(name)}).then((all) => console.log(Object.keys(all).length > 0))`;
  expect(run(process.execPath, ['-e', script]).trim()).toBe('true');
});

test('the examples compile as strictly as can be, and run', () => {
  cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
  const strict = {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023'],
      module: 'nodenext',
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      types: ['node'],
      typeRoots: [path.join(root, 'node_modules/@types')],
      rootDir: 'examples',
      outDir: 'out',
    },
    include: ['examples'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(strict));
  run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  const example = (name: string, ...args: string[]) => run(process.execPath, [`out/${name}.js`, ...args]);
  expect(example('line')).toContain('A third line');
  expect(example('paragraph')).toContain('the first letter is و');
  expect(example('quotes', 'note.txt')).toContain('سامر الحداد: ');
  expect(example('search', 'الموازنه', 'note.txt')).toContain('note.txt:');
});

/** Bytes of a program that imports so much, bundled and minified as an application would. */
async function bundled(source: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    // What is counted is what is there, not the escapes it might be written in.
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.contents.length;
}

test('whoever takes one function gets little more than that', async () => {
  expect(await bundled("export { fold } from 'maqal/text'")).toBeLessThanOrEqual(5_000);
  expect(await bundled("export { fold } from 'maqal'")).toBeLessThanOrEqual(5_000);
  expect(
    await bundled(
      "export { layoutLine, layoutParagraph } from 'maqal/text'; export { detect, encodeRow, outputModel } from 'maqal/terminal'",
    ),
  ).toBeLessThanOrEqual(90_000);
});
