import path from 'node:path';

/** Schemes of addresses that hold or run something rather than lead to it. */
const inert = /^(?:javascript|vbscript|data|blob|about):$/;
/** Control characters, and those that would turn an address round where it is shown. */
const controls = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/**
 * Where a link that is written so leads, from `base`, the address or the path of what it stands in: an absolute
 * address; `#` and a name in the same document; or, where `base` is no address, a path relative to the document.
 * Undefined for what is no place to go.
 */
export function hrefOf(written: string, base?: string): string | undefined {
  const href = written.replace(controls, '').trim();
  if (href === '' || href === '#') return undefined;
  if (href.startsWith('#')) return href;
  const address = addressOf(href) ?? (base === undefined ? undefined : addressOf(href, base));
  if (address) return inert.test(address.protocol) ? undefined : address.href;
  if (href.startsWith('//')) return addressOf(`https:${href}`)?.href;
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return undefined;
  const folder = base === undefined || addressOf(base) ? '' : folderOf(base);
  return href.startsWith('/') || folder === '' ? href : path.posix.join(folder, href);
}

/** An address of any scheme; undefined for what is none. */
export function addressOf(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** All of a relative path but the name of the file, with the slash. */
function folderOf(written: string): string {
  const [named = ''] = written.split(/[?#]/, 1);
  return named.slice(0, named.lastIndexOf('/') + 1);
}

/** The name of a place, as links have it: without what `hrefOf` takes out. */
export function placeName(name: string): string {
  return name.replace(controls, '').trim();
}

/** Undoes the percent signs of a part of an address; what is not written so stays as it is. */
export function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
