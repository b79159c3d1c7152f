// The encoding that a document declares in its own words, as a browser's parser sees it (WHATWG HTML, 13.2.3.2).

/** How much of a document is looked at, in bytes: the standard says 1,024; scripts often stand before the `<meta>`. */
const sampled = 1 << 15;

/** Elements whose content is no markup. */
const raw = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes)$/;

/** The encoding that a page or an XML document declares; undefined where it declares none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampled)).toString(
    'latin1',
  );
  const inXml = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const declared = inXml ?? charsetOfMeta(head);
  // What can be read as ASCII is no UTF-16, whatever it says.
  if (declared && /^utf-?16/i.test(declared)) return 'utf-8';
  return declared?.toLowerCase() === 'x-user-defined' ? 'windows-1252' : declared;
}

/** What the first `<meta>` that declares an encoding says. Comments, attributes and scripts do not count. */
function charsetOfMeta(head: string): string | undefined {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at + 2);
      if (end < 0) return undefined;
      at = end + 3;
      continue;
    }
    const name = /^<([a-z][^\s/>]*)/i.exec(head.slice(at, at + 40))?.[1]?.toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const { attributes, end } = attributesAt(head, at + 1 + name.length);
    at = end;
    if (name === 'meta') {
      const charset = attributes.get('charset') ?? charsetOfContent(attributes);
      if (charset) return charset.trim();
    } else if (raw.test(name)) {
      const close = head.slice(at).search(new RegExp(`</${name}[\\s/>]`, 'i'));
      if (close < 0) return undefined;
      at += close;
    }
  }
  return undefined;
}

function charsetOfContent(attributes: ReadonlyMap<string, string>): string | undefined {
  if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return undefined;
  return /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(attributes.get('content') ?? '')?.[1];
}

const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

/** The attributes of a tag, and where it ends. */
function attributesAt(head: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  attribute.lastIndex = from;
  let end = from;
  for (let match = attribute.exec(head); match; match = attribute.exec(head)) {
    end = attribute.lastIndex;
    const name = match[1]!.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return { attributes, end };
}
