import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The logical text of an article as the program opens it: what every offset of an annotation counts in. */
export async function logicalText(file) {
  const { openArticle } = await program();
  const { text } = await openArticle(file);
  return text;
}

let opened;

/** The program's own reader, bundled in memory since Node 20 runs no TypeScript. */
function program() {
  opened ??= build({
    entryPoints: [fileURLToPath(new URL('../../src/article/open.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    banner: {
      js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf(${root});`,
    },
    logLevel: 'error',
  }).then(({ outputFiles }) => {
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    return import(`data:text/javascript;base64,${code}`);
  });
  return opened;
}

const root = JSON.stringify(new URL('../../package.json', import.meta.url).href);
