import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HtmlBlocks } from '../../../src/article/html/blocks.ts';
import { htmlPieces } from '../../../src/article/html/pieces.ts';
import { hrefOf } from '../../../src/article/links/href.ts';
import { readMarkup } from '../../../src/article/markup/markup.ts';

/** What is read, as one line. */
function told(markup: string, syntax: 'html' | 'xml' = 'html'): string {
  const parts: string[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') parts.push(JSON.stringify(words));
    words = '';
  };
  readMarkup(markup, syntax, {
    open(name, attributes) {
      flush();
      parts.push(
        `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}>`,
      );
    },
    text(part) {
      words += part;
    },
    close(name) {
      flush();
      parts.push(`</${name}>`);
    },
  });
  flush();
  return parts.join(' ');
}

describe('markup is read', () => {
  test.each<[string, string, 'html' | 'xml', string]>([
    ['HTML', '<P Class=a>x<BR>y</P>', 'html', '<p class=a> "x" <br> </br> "y" </p>'],
    [
      'XHTML',
      '<p a="&lt;1&amp;"/><title/><script/>x<br/>',
      'html',
      '<p a=<1&> </p> <title> </title> <script> </script> "x" <br> </br>',
    ],
    [
      'XML',
      '<dc:Title xml:Lang="ar">&nbsp;&amp;&#x627;<![CDATA[<b>]]></dc:Title>',
      'xml',
      '<dc:title xml:Lang=ar> "&nbsp;&ا<b>" </dc:title>',
    ],
    ['entities of HTML', '&nbsp;&laquo;&amp', 'html', '"\u00a0«&"'],
    ['attributes twice', '<a b=1 b=2 c>', 'html', '<a b=1 c=> </a>'],
    ['what closes nothing', '</x><a></y>z</a></a>', 'html', '<a> "z" </a>'],
    ['what is not closed', '<a><b>x</a>y<c>', 'html', '<a> <b> "x" </b> </a> "y" <c> </c>'],
    ['comments and instructions', '<?xml version="1.0"?><!-- <a> -->x<!doctype html>', 'html', '"x"'],
    [
      'a document that defines entities',
      '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "/etc/passwd">]><a>&b;&d;</a>',
      'xml',
      '<a> "&b;&d;" </a>',
    ],
    ['scripts', '<script>"<a>"</script>', 'html', '<script> "\\"<a>\\"" </script>'],
    ['names of objects', '<a constructor=1 __proto__=2 hidden>', 'html', '<a hidden=> </a>'],
  ])('%s', (_, markup, syntax, expected) => expect(told(markup, syntax)).toBe(expected));
});

test('whatever is written: elements close as they opened', () => {
  const part = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b c=d>',
      '</b>',
      '<br>',
      '<',
      '>',
      '/',
      '</',
      '<!',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      ';',
    ],
    ...[
      '"',
      "'",
      '=',
      ' ',
      'x',
      '<?',
      '<!DOCTYPE x [',
      ']>',
      '<script>',
      '</script>',
      '<title',
      '\0',
      '\ud800',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 20 }),
      fc.constantFrom<'html' | 'xml'>('html', 'xml'),
      (parts, syntax) => {
        const open: string[] = [];
        readMarkup(parts.join(''), syntax, {
          open: (name) => open.push(name),
          text: (words) => expect(words).not.toBe(''),
          close: (name) => expect(open.pop()).toBe(name),
        });
        expect(open).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
});

test('well-formed XHTML is what browsers make of it', () => {
  const words = fc.constantFrom('نص ', ' x', 'a  b', '\n', '1', '&amp;', '«');
  const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      words,
      fc
        .tuple(
          fc.constantFrom('b', 'i id="n"', 'span', 'sup', 'a href="x"', 'em class="c"', 'q', 'code'),
          fc.array(tie('inline'), { maxLength: 3 }),
        )
        // No link inside a link: browsers end the first.
        .map(
          ([tag, inside]) =>
            `<${tag}>${inside.join('').replace(/<\/?a\b[^>]*>/g, '')}</${tag.split(' ')[0]}>`,
        ),
      fc.constantFrom('<br/>', '<img src="x"/>', '<a id="m"></a>'),
    ),
    block: fc.oneof(
      { maxDepth: 3 },
      fc
        .tuple(
          fc.constantFrom('p', 'h2', 'p dir="rtl"', 'div id="d"', 'pre', 'figcaption'),
          fc.array(tie('inline'), { maxLength: 4 }),
        )
        .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
      fc
        .tuple(
          fc.constantFrom('div', 'section', 'blockquote', 'aside hidden=""', 'article'),
          fc.array(tie('block'), { maxLength: 3 }),
        )
        .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
      fc
        .tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.oneof(tie('block'), tie('inline')), { maxLength: 3 }))
        .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
      fc
        .array(fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), { maxLength: 3 })
        .map(
          (rows) =>
            `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
        ),
      fc.constant('<hr/>'),
    ),
  }));
  let compared = 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (parts) => {
      const xhtml = parts.join('');
      const blocks = new HtmlBlocks({ name: (identifier) => identifier, href: (written) => hrefOf(written) });
      readMarkup(xhtml, 'html', blocks);
      const read = blocks.finish();
      const built = htmlPieces(xhtml.replace(/<(?!(?:br|img|hr)\b)(\w+)([^<>]*)\/>/g, '<$1$2></$1>'));
      compared += built.length;
      expect(read).toEqual(built);
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(1500);
});
