import { parseBuffer } from 'bplist-parser';
import { elementsNamed, parseXml } from '../markup/xml.ts';
import type { Article } from '../model/article.ts';
import { SourceError } from '../model/problem.ts';
import type { Declared } from '../plain/plain.ts';
import { savedArticle } from './page.ts';

/** A web archive of Safari, in either form of Apple's property lists. Throws SourceError for a damaged one. */
export function webArchiveArticle(bytes: Uint8Array, declared: Declared): Article {
  const page = bytes[0] === 0x62 ? binaryPage(bytes, declared) : xmlPage(bytes);
  const { WebResourceData: data, WebResourceURL: address, WebResourceTextEncodingName: encoding } = page;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return savedArticle(
    data instanceof Uint8Array
      ? { bytes: data, address: text(address), encoding: text(encoding) }
      : undefined,
    declared,
  );
}

type Resource = Readonly<Record<string, unknown>>;

function binaryPage(bytes: Uint8Array, { source }: Declared): Resource {
  try {
    const [archive] = parseBuffer<{ WebMainResource?: Resource } | undefined>(Buffer.from(bytes));
    return archive?.WebMainResource ?? {};
  } catch (error) {
    throw new SourceError(source, { key: 'savedDamaged' }, error);
  }
}

/** The entries of the main resource: the first dictionary behind its key. */
function xmlPage(bytes: Uint8Array): Resource {
  const [archive] = elementsNamed(parseXml(Buffer.from(bytes).toString('utf8')), 'dict');
  const at = archive?.children.findIndex(
    ({ name, text }) => name === 'key' && text.trim() === 'WebMainResource',
  );
  const entries = at === undefined ? [] : (archive!.children[at + 1]?.children ?? []);
  const page: Record<string, unknown> = {};
  for (const [index, { name, text }] of entries.entries()) {
    const value = entries[index + 1];
    if (name === 'key' && value)
      page[text.trim()] = value.name === 'data' ? Buffer.from(value.text, 'base64') : value.text.trim();
  }
  return page;
}
