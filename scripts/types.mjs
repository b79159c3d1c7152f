// Writes the declarations of the package into dist/types/: those that its doors lead to, and no other.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'dist/types');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');

rmSync(folder, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.package.json')], {
  // Standard output is that of `npm pack`, whose last line is the name of the file.
  stdio: ['ignore', 2, 2],
});
if (status !== 0) process.exit(1);

const { exports: doors, peerDependencies: peers } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);

/** Declarations that are reached so far. */
const wanted = new Set();

/** Follows a declaration to those it names, and names them as Node finds them: `.js`. */
function keep(file) {
  if (wanted.has(file)) return;
  wanted.add(file);
  const text = readFileSync(file, 'utf8').replace(
    /(from '|import\(["'])(\.[^'"]+)\.tsx?(["'])/g,
    (...match) => {
      const [, before, name, after] = match;
      keep(path.resolve(path.dirname(file), `${name}.d.ts`));
      return `${before}${name}.js${after}`;
    },
  );
  const strangers = [...text.matchAll(/from '(?!\.|node:)([^']+)'/g)].map((match) => match[1]);
  const stranger = strangers.find((name) => !(name in peers));
  if (stranger)
    throw new Error(`${file} names a type of ${stranger}, which is not installed with the package`);
  writeFileSync(file, text);
}

for (const { types } of Object.values(doors)) if (types) keep(path.join(root, types));

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && !wanted.has(file)) rmSync(file);
}
// Folders that nothing is left in.
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).reverse()) {
  const place = path.join(entry.parentPath, entry.name);
  if (entry.isDirectory() && readdirSync(place).length === 0) rmSync(place, { recursive: true });
}
