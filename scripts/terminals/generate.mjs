// Makes docs/terminals.md from the table the program itself uses (src/terminal/identity/terminals.ts) and the figures that were
// measured (figures.json beside this file). With --stdout it only prints; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

const bundle = await build({
  entryPoints: [path.join(root, 'src/terminal/identity/terminals.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
const { terminals, unknownTerminal } = await import(`data:text/javascript;base64,${source}`);
const remarks = JSON.parse(readFileSync(path.join(import.meta.dirname, 'remarks.json'), 'utf8'));
const figures = JSON.parse(readFileSync(path.join(import.meta.dirname, 'figures.json'), 'utf8'));

const models = {
  visual: 'the row as it stands, letters in their joined forms: for terminals that neither reorder nor join',
  'explicit-visual': 'the same, each row told by `CSI 8 l` that it is not to be reordered',
  'mlterm-off': 'the same, mlterm’s own reordering switched off while the page stands',
  'visual-lrm':
    'the same with U+200E behind every right-to-left letter and Arabic number: nothing is left for a terminal to reorder, and where it does not, the mark takes no room',
  inverse:
    'the row in such an order that the terminal’s own UAX #9 makes the right one of it, its base by the first strong letter, without marks; each row is checked before it goes out, and a blank may be written as U+2800, which is a letter to UAX #9',
  'inverse-ltr': 'the same for a terminal that takes every row for left-to-right',
  'inverse-paragraph':
    'the same for one that gives all rows up to an empty one the direction of the first: each row begins with a U+2800',
  'inverse-lrm':
    'right-to-left runs in logical order between marks, the rest as it stands, brackets outside the runs',
  'word-runs':
    'words in their visual place, their letters in logical order, colors where they stand; what touches a word goes out in the other weight, and a letter keeps one mark',
  'style-split':
    'neighbors in colors that differ by one step of blue, since each stretch of one style is reordered by itself; the page brings its own background',
  logical: 'the article’s own characters in logical order: for pipes and screen readers',
};

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function signs({ answers = {}, environment = {} }) {
  const list = [];
  if (answers.bidirectional) list.push('DECRQM 8 answered 1 to 4');
  if (answers.version) list.push(`XTVERSION \`${answers.version.source}\``);
  if (answers.terminfo) list.push(`XTGETTCAP TN \`${answers.terminfo.source}\``);
  if (answers.secondary) list.push(`DA2 \`${answers.secondary.source}\``);
  if (environment.term) list.push(`TERM \`${environment.term.source}\``);
  if (environment.program) list.push(`TERM_PROGRAM=${environment.program}`);
  list.push(...Object.keys(environment.variables ?? {}));
  return list.join('; ');
}

function row(cells) {
  return `| ${cells.map((text) => cell(text)).join(' | ')} |`;
}

function table(head, rows) {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** What the choice of the model rests on. */
function sureness({ measured, evidence, ask }) {
  if (measured) return `photographed: ${measured}`;
  if (evidence === 'source') return 'its source';
  if (ask) return `${evidence === 'reports' ? 'what users report; ' : ''}asked at the first start`;
  return evidence === 'reports' ? 'what users report' : 'nobody knows';
}

const known = table(
  ['terminal', 'model', 'in a multiplexer', 'marks (tashkeel)', 'how sure', 'recognized by'],
  [...terminals, unknownTerminal].map((terminal) => [
    remarks[terminal.name] ? `${terminal.name} (${remarks[terminal.name]})` : terminal.name,
    `\`${terminal.model}\``,
    `\`${terminal.insideMultiplexer ?? terminal.model}\``,
    terminal.tashkeel === 'keep' ? 'shown' : 'hidden',
    sureness(terminal),
    terminal === unknownTerminal ? 'nothing of the above' : signs(terminal),
  ]),
);

/** A share of wrong characters and one of words found, or a dash. */
const figure = (value) => (value ? value.map((part) => part.toFixed(3)).join(', ') : '–');

const columns = figures.screens.map(({ name }) => name);
const measured = table(
  ['set-up', ...columns],
  Object.entries(figures.setups).map(([name, values]) => [
    name,
    ...columns.map((column) => figure(values[column])),
  ]),
);

const switchable = terminals.filter((terminal) => terminal.switchable).map(({ name }) => name);
const moving = terminals.filter(({ movesRows }) => movesRows).map(({ name }) => name);

const firstPages = table(
  ['set-up', 'without the sidebar', 'with it'],
  Object.entries(figures.firstPages).map(([name, values]) => [
    name,
    figure(values.without),
    figure(values.with),
  ]),
);

const document = `# Terminals

<!-- Made by scripts/terminals/generate.mjs from src/terminal/identity/terminals.ts; a test holds it fresh. -->

Terminals disagree about right-to-left text: some leave a row as it is, some reorder it, some join letters, some only
turn words. So a finished row goes out in one of eleven *output models*, and the program finds out which.

\`maqal doctor\` tells what your terminal is taken for, and why, with a test card. If a page does not read right,
\`maqal doctor --calibrate\` shows one line in every model and keeps your choice for that terminal. \`--terminal MODEL\`
and the variable \`MAQAL_TERMINAL\` say it for one run.

## Output models

${table(
  ['model', 'what is written'],
  Object.entries(models).map(([name, text]) => [`\`${name}\``, text]),
)}

## Which terminal gets which

What the user chose comes first. Inside tmux, tmux is asked for the terminal it is in; in GNU screen, zellij and mosh, which is
recognized by its answers, variables of the terminal that come through are hints. Otherwise the terminal is asked, with one write, and waited for
300 ms at most; an answer always beats the environment, which leaks from one terminal into another started in it, and the variables of an inner
program (Vim, Neovim, Emacs, an IDE) beat those of the terminal around it. Where the environment is enough, the first page does not wait, and is painted
anew if the answer says otherwise.

In the same write the terminal is asked how wide U+200E and a mark over a letter are: one that nobody has measured, and that gives them a
cell, gets no marks (\`visual\`), and hides tashkeel. If nothing tells what a terminal is, the status line says how to choose.

In a terminal of the model \`visual\` only the cells that changed are written. In ${moving.join(', ')}, and in tmux, GNU screen and mosh,
rows that only moved are moved by the terminal itself (DECSTBM, IL, DL): there pictures of moved rows and of the same rows written anew were equal,
pixel by pixel. Everywhere else they are written anew.

A terminal that calls itself \`dumb\` gets what a pipe gets, and is not asked. Answers that come late, without their escape or in eight bits are answers
all the same: no letter of them is a key.

In Neovim's and Vim's terminal neither marks nor modes get through: the model is \`visual\`, or what the terminal around needs then, \`inverse-ltr\` in VTE,
Konsole and iTerm2, \`word-runs\` in kitty, \`style-split\` in QTerminal, \`inverse\` in mlterm.

Where nobody can know (Terminal.app, Zed, JetBrains' new terminal), the first start shows one line in the models that are likely there, and keeps the answer
for that terminal, under \`calibrated\` in the settings; \`maqal doctor --calibrate\` asks again. No answer tells whether the reordering of
${switchable.join(', ')} is switched off in their settings: there the very first start names \`--calibrate\` on the status line. In Konsole with it switched off
the page was photographed backwards, and right in \`visual\`. VTE, mintty, WezTerm and mlterm need no such word: their models are right either way (mlterm photographed).

${known}

## What a reader sees

${figures.about}

${measured}

The first page of the same news article in those and in other terminals and programs that are terminals themselves, at 100 by 30, without and with
the sidebar; no figure is above 0.016, none of words below 0.95. The line that tells how long the reading takes counts as part of the page. In ghostty-web, and in GNU
screen and mosh over xterm, nothing tells what the terminal is: there the status line says so. The pictures were looked at as well. The rule is straight in all;
in xterm.js's DOM renderer some of its rows stand one pixel aside. zutty cuts what stands out of a cell, as the end of a last س. ghostty-web 0.4 draws plain text gray on any ground, ours and
that of any program.

${firstPages}

## Copying

\`y\` copies by OSC 52, through tmux (\`set-clipboard on\` or \`allow-passthrough on\`) and GNU screen, and over ssh;
the terminal must allow it (xterm: \`allowWindowOps\`). Texts of up to 74,994 bytes reach every terminal known to take
OSC 52. Beside it the machine's own program is run if there is one: \`tmux load-buffer -w\`, \`pbcopy\`, \`wl-copy\`,
\`xclip\`, \`xsel\`, \`termux-clipboard-set\`.

## Limits

- kitty: brackets, commas and numbers that touch a word are of the other weight, and so are letters inside a word that
  many fonts lack (Urdu's ے and ہ), for kitty draws each font's letters by themselves. A letter keeps one mark, and the
  hamza over a last heh is left out. A font lent for Urdu may round its first ہ like ھ: Amiri does. The tail of a last س ش ص ض that
  reaches out of its cell is cut (DejaVu Sans Mono, seen at 9 to 14 points).
- mlterm inside tmux: a row that is full wraps.
- xterm.js's DOM renderer lets a row flow as a line of prose: letters that its font lacks and another lends (Urdu's ے, ہ and ڈ
  in DejaVu Sans Mono) move what follows in the row, the rule included. Its WebGL renderer keeps every cell.
- mlterm and urxvt draw boxes for letters that their fonts lack, where others look for another font. FreeMono has all of
  Urdu's, but none in its bold: urxvt thickens the others, mlterm draws boxes for those.
- mlterm's rows are lower than the letters' tails, which are cut, or stay where a page gives way to another;
  \`mlterm --lsp=6\`, or \`line_space = 6\` in \`~/.mlterm/main\`, makes room for nearly all of them. In QTerminal the top of a
  hamza may stay so, in urxvt what stands out of a cell at the end of a line, as a speck.
- VTE cuts a mark over a tall letter (أُ) at the upper edge of its row.
- tmux 3.3a does not tell the background: colors are then such as stand out from light and dark.
- QTerminal does not tell its colors, so the page is light on dark there whatever the scheme is.
- In GNU screen, zellij and mosh the terminal behind cannot be asked. Over ssh its variables do not come through, except iTerm2's. GNU screen gets 256 colors at
  most, since it takes 24-bit ones for numbers of their own.
- \`inverse\` and its kin: a terminal that reorders always shows a number on the left of a right-to-left letter that it touches and follows. If the row needs it on the
  other side (هـ1445 at the right edge), a blank from the margin goes between. A blank that has to count as a letter is U+2800, which a font may lack. Of 23,760
  rows of the articles here none needs that where the first strong letter counts, and 6 do where rows are left-to-right; of 8,666 rows of random text, two in a
  thousand and one in a hundred. Two of those could not be put right.
- PuTTY and Emacs reorder a whole row of the screen: beside another program in a split of tmux, rows come out as that program's text decides.
- PuTTY in tmux cannot be asked; set TERM to \`putty-256color\`, or choose once with \`--calibrate\`.
- Emacs gives all lines up to an empty one one direction, so none is left empty; it does not hide the cursor. A mark takes a cell there, so marks are hidden.
- Neovim 0.7 shows � where a read of what a program writes ends inside a character, so the reader gives an editor's terminal 1,000 bytes at a time. What
  \`maqal print\` writes is not paced.
`;

if (process.argv.includes('--stdout')) process.stdout.write(document);
else writeFileSync(path.join(root, 'docs/terminals.md'), document);
