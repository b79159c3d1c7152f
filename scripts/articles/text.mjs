import { readFileSync } from 'node:fs';

/** The logical text of an article: what every offset of an annotation counts in. */
export function logicalText(file) {
  const source = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  return file.endsWith('.md') ? fromMarkdown(source) : source;
}

function fromMarkdown(source) {
  const [, matter, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(source);
  const title = /^title: (.*)$/mu.exec(matter)[1].replace(/^'(.*)'$/u, '$1');
  const blocks = body.trim().split(/\n\n+|\n(?=- )/u);
  return [title, ...blocks.map((block) => block.replace(/^(?:#+|-|>) /gmu, '').replaceAll('\n', ' '))].join(
    '\n\n',
  );
}
