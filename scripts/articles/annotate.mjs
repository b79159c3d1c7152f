#!/usr/bin/env node
// Writes the annotations beside the articles from the sources that list their quotes and entities in words.
//   node scripts/articles/annotate.mjs [--check | --read] [SOURCE.yaml …]     default: every source of the project
// --check writes nothing and fails where an annotation is stale; --read prints the articles with their marks.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { annotate } from './annotation.mjs';
import { reading } from './reading.mjs';
import { logicalText } from './text.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = path.join(root, 'scripts/articles/sources');
const args = process.argv.slice(2);
const check = args.includes('--check');
const read = args.includes('--read');
const named = args.filter((arg) => !arg.startsWith('--')).map((name) => path.resolve(name));
const sources = named.length > 0 ? named : readdirSync(own).map((name) => path.join(own, name));

for (const file of sources) {
  try {
    const source = parse(readFileSync(file, 'utf8'));
    const article = path.resolve(root, source.article);
    const text = await logicalText(article);
    const annotation = annotate(text, source);
    const target = source.annotation
      ? path.resolve(root, source.annotation)
      : article.replace(/\.\w+$/u, '.json');
    const written = `${JSON.stringify(annotation, null, 1)}\n`;
    if (read) process.stdout.write(reading(text, annotation));
    else if (!check) writeFileSync(target, written);
    else if (readFileSync(target, 'utf8') !== written)
      throw new Error(`stale: ${path.relative(root, target)}`);
  } catch (error) {
    process.stderr.write(`${path.relative(root, file)}: ${error.message}\n`);
    process.exitCode = 1;
  }
}
