// Opens the article that comes along, or what is named behind `npm start --`. What `maqal` alone opens, the article that
// was read last, is for those who have read one.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
if (process.argv.length === 2) process.argv.push(path.join(root, 'content/ar.md'));
await import('../dist/cli.cjs');
