// What sort of text a text is, told by its content; its name and its media type help where content cannot tell.

/** How much of a text is looked at, in code units. */
const sampled = 1 << 16;

const marks: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\((?:https?:|mailto:|[./#])[^)\n]*\)/,
  /^(?:```|~~~)/m,
  /(?:^|\s)(?:\*\*|__)[^\s*_][^\n]*?(?:\*\*|__)/,
  /^> \S/m,
  /^\|(?:[^|\n]+\|)+\n\|(?:\s*:?-+:?\s*\|)+/m,
  /^\[\^?[^\]\n]+\]: \S/m,
  /^(?:[-*+] \S.*\n){2}/m,
];

/** A document that opens with YAML between two fences, and the YAML. */
const fenced = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Fields that writers put before their documents; one of them must be there, or what stands between two lines is text. */
const field = new RegExp(
  `^["']?(?:${[
    'title|subtitle|author|authors|byline|date|published|publishdate|pubdate|updated|lastmod|modified|created|time',
    'lang|language|locale|dir|direction|site|publisher|source|url|link|permalink|slug|aliases|alias|id|uid|uuid',
    'layout|template|type|kind|tags|tag|categories|category|keywords|topics|description|summary|excerpt|abstract',
    'draft|status|weight|order|image|cover|thumbnail|toc|sidebar|nav_order|parent|series|license|copyright|version',
    'output|format|documentclass|bibliography|cssclass|cssclasses|head|hide_title|sidebar_position|comments',
  ].join('|')})["']?[ \\t]*:(?=\\s|$)`,
  'im',
);

/** The front matter that a document opens with: its YAML, and where the body starts; undefined where it has none. */
export function frontMatterIn(text: string): { readonly yaml: string; readonly body: number } | undefined {
  const match = fenced.exec(text.slice(0, sampled));
  return match && field.test(match[1]!) ? { yaml: match[1]!, body: match[0].length } : undefined;
}

/** Whether a text is Markdown: it opens with front matter, its name says so, or it has marks of two kinds. */
export function isMarkdown(text: string, name: string): boolean {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return true;
  if (/\.(?:txt|text)$/i.test(name)) return false;
  return frontMatterIn(text) !== undefined || hasMarks(text);
}

function hasMarks(text: string): boolean {
  // Of a line its start will do; some marks take quadratic time to be looked for.
  const lines = text.slice(0, sampled).replace(/[^\n]{1000}[^\n]+/g, (line) => line.slice(0, 1000));
  return marks.filter((mark) => mark.test(lines)).length >= 2;
}

/** What may stand before the root of a document: declarations, comments, byte order marks. */
const prolog = /^\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>[]*(?:\[.*?\]\s*)?>)\s*)*/is;
/** Whether a text is a book in FictionBook 2. */
export function isFictionBook(text: string): boolean {
  const head = text.slice(0, sampled);
  return /^<(?:\w+:)?FictionBook[\s>]/i.test(head.slice(prolog.exec(head)?.[0].length ?? 0));
}

/** A root element of a feed, whatever its prefix. */
const feedRoot = /<(?:[\w.-]+:)?(rss|rdf|feed)(?=[\s>])([^>]*)>/i;
/** How much may stand before a feed: the warnings that a program prints. */
const longestJunk = 2000;

/** Whether a text is RSS 0.90 to 2.0, Atom or JSON Feed. */
export function isFeed(text: string): boolean {
  if (/^\s*\{/.test(text.slice(0, 1000)))
    return (
      text.includes('jsonfeed.org') &&
      /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(text.replaceAll('\\/', '/'))
    );
  const head = text.slice(0, sampled);
  const start = prolog.exec(head)?.[0].length ?? 0;
  const root = feedRoot.exec(head.slice(start, start + longestJunk));
  if (!root) return false;
  const [tag, name, attributes] = root as unknown as [string, string, string];
  const isFeedRoot =
    name.toLowerCase() === 'rss' ||
    (name.toLowerCase() === 'feed'
      ? /2005\/Atom|purl\.org\/atom/.test(attributes) ||
        (/\sxmlns|\sversion/.test(attributes) && /<(?:\w+:)?(?:entry|title)[\s>]/.test(head))
      : /purl\.org\/(?:rss|net\/rss)|netscape\.com\/(?:rdf|publish)/.test(attributes));
  if (!isFeedRoot || root.index === 0) return isFeedRoot;
  // A page or a text may speak of feeds; one that has junk before it is a feed to its end.
  const end = tag.slice(1).split(/[\s>]/)[0]!;
  return (
    !/<(?:!doctype|html|body|head|article|div|p)[\s>]/i.test(head.slice(start, start + root.index)) &&
    text.trimEnd().endsWith(`</${end}>`)
  );
}

/** Elements that only a page begins with, and those that a Markdown document may begin with, too. */
const pageElements = /^<(?:html|head|body|title|meta|link|base|script|style|frameset)(?=[\s/>])/i;
const anyElement =
  /^<(a|abbr|address|article|aside|b|blockquote|br|center|details|dl|div|em|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|main|nav|noscript|ol|p|picture|pre|section|small|span|strong|svg|table|tbody|tr|td|u|ul)(?=[\s/>])/i;
/** What PHP prints before a page when something is wrong with its program. */
const warning =
  /^\s*(?:<br\s*\/?>\s*)?(?:<b>)?\s*(?:PHP\s+)?(?:notice|warning|deprecated|(?:fatal|parse) error|strict standards)\b/i;

/** Whether a text is HTML: its media type says so, or it begins with an element, after what may stand before that. */
export function isHtml(text: string, name: string, type = ''): boolean {
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return true;
  const head = text.slice(0, sampled);
  const start = prolog.exec(head)?.[0].length ?? 0;
  const opening = head.slice(start, start + longestJunk);
  if (/<!doctype\s+html/i.test(head.slice(0, start)) || pageElements.test(opening)) return true;
  const element = anyElement.exec(opening)?.[1];
  if (element !== undefined) {
    if (/\.x?html?$/i.test(name)) return true;
    if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return false;
    // Read-me files begin with a centered picture and go on in Markdown; and something must end, too.
    return (
      /<\/[a-z][a-z\d]*\s*>/i.test(head) &&
      !(type.startsWith('text/') && type !== 'text/html') &&
      !hasMarks(text)
    );
  }
  if (/\.x?html?$/i.test(name) && /<[a-z!/]/i.test(opening)) return true;
  const page = opening.search(/<(?:!doctype\s+html|html)[\s>]/i);
  // A text may speak of pages; one that has junk before it is a page to its end.
  return page >= 0 && (warning.test(opening) || /<\/html>\s*$/i.test(text.slice(-200)));
}
