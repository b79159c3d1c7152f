// Makes docs/keys.md from the key table the program itself uses (src/reader/keys/table.ts). With --stdout it only prints; a
// test compares.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = await build({
  stdin: {
    contents:
      "export { defaultBindings as bindings, groups } from './src/reader/keys/table.ts'; export { words } from './src/reader/words/words.ts';",
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { bindings, groups, words } = await import(`data:text/javascript;base64,${source}`);

const say = words({ interface: 'en', tashkeel: 'keep' });
const names = { onward: '← (→ in a left-to-right article)', backward: '→ (← in a left-to-right article)' };
const name = (key) => {
  const shown = names[key] ?? say.keyNames[key] ?? key;
  return key.length === 1 ? `\`${key}\`` : shown;
};
const modes = {
  list: ' (in the list)',
  library: ' (in the library)',
  selection: ' (while selecting)',
  everywhere: '',
  reading: '',
};

const lines = [
  '# Keys',
  '',
  'Made from the table in `src/reader/keys/table.ts` by `node scripts/keys/generate.mjs`; help and footer are made from it too.',
  'With an Arabic, Persian or Hebrew keyboard layout on, the key that carries the letter works as well.',
];
for (const group of groups) {
  lines.push('', `## ${say.groups[group]}`, '', '| key | does |', '| --- | --- |');
  for (const { name: line, keys, group: of, mode } of bindings) {
    if (of === group) lines.push(`| ${keys.map(name).join(', ')} | ${say.keys[line]}${modes[mode]} |`);
  }
}
lines.push(
  '',
  '## In the search prompt',
  '',
  'Enter goes to the first hit from where you were; Esc puts everything back. ↑ and ↓ bring back older queries. Arrows, Home,',
  'End, Ctrl-A, E, F, B move; Alt-B, Alt-F or Ctrl with an arrow move by words. Delete and Ctrl-D erase the letter ahead, Ctrl-W',
  'and Alt-Backspace the word before, Alt-D the word ahead, Ctrl-U all before the caret, Ctrl-K all behind it. An empty query',
  'repeats the last one. What was looked for comes back in later runs.',
  '',
  'Alt-C tells capitals apart, Alt-W finds whole words only (of Arabic also behind و, ف, ب, ك, ل and ال, which are written with them:',
  'وإيران has the word إيران; not before so short a word that they are mostly its own letters: ورد has no رد), Alt-R takes the query for',
  'a regular expression (of JavaScript, for the text as it stands), Alt-E wants the very letters and marks. They stand in the prompt, where a click does the same, and hold until they are turned',
  'off; the footer names those that are on, and they come back with the query. Where nothing is found the nearest words are named, and Tab takes the first.',
  '',
  '## Your own keys',
  '',
  '`maqal keys --write` writes a file `keys` beside the settings (`maqal config` says where) with all of the above as comments. A line is a name and its',
  'keys: `nextParagraph j down`, `none` leaves it without. A key of several strokes has commas between them: `start g,g`. What one line takes',
  'another loses. A line that cannot be used is told by its number and left out; `maqal keys` prints the table in force.',
  '',
  '## In help',
  '',
  '`/` looks for a key by what it is called or does; Esc leaves that, then help. The keys of moving scroll, any other leaves.',
  '',
  '## Numbers',
  '',
  'A number before a key of movement repeats it: `5j` goes five paragraphs on, `9G` to the ninth. It begins with a figure from 5 on,',
  'or with Alt and any figure, since the others open the lists.',
  '',
  '## Links',
  '',
  '`o`, or Enter, follows the link of the current paragraph. Where it has several, or none, the list of links opens: its figures',
  'follow a link by its number, Enter the chosen one, Tab goes back to the article.',
  '',
  '## In a feed',
  '',
  'A dot in the margin stands beside each entry that has not been read; it is read once you have left it, turned a page over it, or opened it. `n` and `N` go to the',
  'next unread one and the one before, unless a search is on; `A` has read them all. Enter in an entry, unless its paragraph has links, opens it: as the feed has it,',
  'where that is its whole text (three paragraphs or more, none cut), and nothing is fetched until `R`; else from its site, and if that cannot be',
  'had, as the feed has it with a word why. Enter above the entries goes to the first unread one.',
  '',
  'In an entry that was opened `n` and `N` open the next unread one and the one before, unless a search is on, and Esc, or `H`, goes back to the feed.',
  '',
  '## In the library',
  '',
  'The keys of lists move; Enter opens, `/` searches as you type, Esc closes the search, then the library. `R` fetches',
  'the chosen article anew, and in the list of feeds all of them. `f` shows only what is from the same site as the chosen entry, then only what was',
  'opened (or kept) on its day, what is not read to its end (of feeds: what has unread entries), what is kept, and all again; `F` sorts by day of',
  'publication, by site, by time again. Esc ends both.',
  '',
  '## Mouse',
  '',
  'The wheel scrolls, a click chooses a paragraph, a name or an entry of a list, follows a link, opens a list by its name, or does what a hint of',
  'the footer says. Dragging selects the text between, in its own order in either direction, and scrolls beyond the page; a double click',
  'selects a word, a third one the paragraph. `y` copies it, `Y` with its source. `--no-mouse` leaves the mouse to the terminal; without it',
  'most terminals select text with Shift held.',
  '',
  '## What a task takes',
  '',
  'Tried in the bundled article and in small files (2026-11-28), by somebody who had read the README only:',
  '',
  '| task | keys | strokes |',
  '| --- | --- | --- |',
  '| what the Iraqi foreign minister said, copied with its source | `2` `j` `j` `e` `j` `Y` | 6 |',
  '| every mention of a country, one after the other | `2`, `j` to its name, `}` … | 1 and as many as there are |',
  '| all that one man said, from a quote of his | `f` | 1 |',
  '| a phrase with a typo | `/`, the phrase, Tab, Enter | 3 and the phrase |',
  '| two articles in turn | `L`, `H` | 2 |',
  '| what was read yesterday | `l`, `j` to it, Enter | 2 and as many as lie before it |',
  '| a feed of five to its end | `n` five times | 5 |',
  '| the same with each entry opened | `n`, Enter, then `n` four times | 6 |',
  '| a note | `c`, the note, Enter | 2 and the note |',
  '',
);
if (process.argv.includes('--stdout')) process.stdout.write(lines.join('\n'));
else writeFileSync(path.join(root, 'docs/keys.md'), lines.join('\n'));
