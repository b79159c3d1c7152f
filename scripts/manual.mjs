// The manual page maqal(1), made at every build from the command line and the table of keys, so that it never says less
// or more than they do. Macros: man(7).
import path from 'node:path';
import { build } from 'esbuild';

/** What commands load when they run is not needed to tell of them. */
const withoutLater = {
  name: 'without what is loaded later',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ kind, path: file }) =>
      kind === 'dynamic-import' ? { path: file, external: true } : undefined,
    );
  },
};

async function load(root, version) {
  const { outputFiles } = await build({
    stdin: {
      contents: [
        "export { makeProgram } from './src/commands/arguments.ts';",
        "export { defaultBindings as bindings, groups } from './src/reader/keys/table.ts';",
        "export { words } from './src/reader/words/words.ts';",
      ].join('\n'),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { MAQAL_VERSION: JSON.stringify(version) },
    external: ['libsql'],
    // Commander is CommonJS and asks for Node's own modules by `require`.
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(process.execPath);",
    },
    plugins: [withoutLater],
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Text for roff: its escapes escaped, hyphens as they are typed, no request at the start of a line. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1')
    .replace(
      /[^\n -~]/gu,
      (letter) => `\\[u${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );

const item = (term, text) => ['.TP', `.B ${roff(term)}`, roff(text)];

function optionLines(options) {
  return options.flatMap(({ flags, description, argChoices }) =>
    item(flags, argChoices ? `${description}: ${argChoices.join(', ')}` : description),
  );
}

const argumentsOf = ({ registeredArguments }) =>
  registeredArguments
    .map((one) => {
      const name = one.variadic ? `${one.name()}...` : one.name();
      return one.required ? name : `[${name}]`;
    })
    .join(' ');

/** A command with those under it, each with its own options. */
function commandLines(command, before) {
  const name = [...before, command.name()];
  const own = command.options.filter(({ hidden, helpGroupHeading }) => !hidden && !helpGroupHeading);
  return [
    ...item([...name, argumentsOf(command)].filter(Boolean).join(' '), command.description()),
    ...(own.length > 0 ? ['.RS', ...optionLines(own), '.RE'] : []),
    ...command.commands.flatMap((one) => commandLines(one, name)),
  ];
}

/** The page as roff. */
export async function manual(root, version) {
  const { makeProgram, bindings, groups, words } = await load(path.resolve(root), version);
  const program = makeProgram(() => {});
  const say = words({ interface: 'en', tashkeel: 'keep' });
  const arrows = { onward: 'arrow onward', backward: 'arrow backward' };
  const keyName = (key) => arrows[key] ?? say.keyNames[key] ?? key;
  return [
    `.TH MAQAL 1 "" "maqal ${version}" "User Commands"`,
    '.SH NAME',
    'maqal \\- reads and explores articles in right\\-to\\-left and mixed\\-direction scripts',
    '.SH SYNOPSIS',
    '.B maqal',
    roff('[options] [source...]'),
    '.br',
    '.B maqal',
    roff('command [options] ...'),
    '.SH DESCRIPTION',
    roff(program.description()),
    roff(
      'A source is a file, an address, or - for standard input; without one the article read last is opened.',
    ),
    roff('If standard output is no terminal, the article is printed as text, in logical order.'),
    '.SH OPTIONS',
    ...optionLines(program.options),
    '.SH COMMANDS',
    ...program.commands.flatMap((one) => commandLines(one, [])),
    '.SH KEYS',
    ...groups.flatMap((group) => [
      `.SS ${roff(say.groups[group])}`,
      ...bindings
        .filter((one) => one.group === group)
        .flatMap(({ keys, name }) => item(keys.map(keyName).join('  '), say.keys[name])),
    ]),
    '.SH EXIT STATUS',
    ...item('0', 'Done; for search: found.'),
    ...item('1', 'Nothing was found.'),
    ...item(
      '2',
      'Something could not be read or understood; one line on standard error says what and what to do.',
    ),
    '.SH ENVIRONMENT',
    ...item('MAQAL_TERMINAL', 'As --terminal.'),
    ...item('MAQAL_LOG', 'A file for what goes wrong inside.'),
    ...item(
      'NO_COLOR, FORCE_COLOR',
      'No colors; colors whatever the terminal says (0 none, 1 16, 2 256, 3 24 bits).',
    ),
    ...item(
      'XDG_CONFIG_HOME, XDG_DATA_HOME',
      'Where settings, places and the library are kept; maqal config tells.',
    ),
    '',
  ].join('\n');
}
