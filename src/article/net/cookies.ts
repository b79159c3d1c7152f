/** Most cookies of one host, and the longest, in code units. */
const mostCookies = 50;
const longestCookie = 4096;

interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly isSecure: boolean;
}

/**
 * The cookies of one way through redirects (RFC 6265): they keep to the host that set them, to their path, and to https if they are
 * `Secure`. `Domain` is not followed, so that none goes to another host.
 */
export class Cookies {
  readonly #hosts = new Map<string, Map<string, Cookie>>();

  /** Takes a `Set-Cookie` header that came from an address. */
  keep(line: string, address: URL): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    if (equals < 1 || pair.length > longestCookie) return;
    const attribute = (name: string) =>
      attributes.find((one) => one.toLowerCase().split('=')[0]!.trim() === name);
    const isSecure = attribute('secure') !== undefined;
    if (isSecure && address.protocol !== 'https:') return;
    const written = attribute('path')?.replace(/^[^=]*=?\s*/, '') ?? '';
    const path = written.startsWith('/') ? written : folderOf(address.pathname);
    const own = this.#hosts.get(address.hostname) ?? new Map<string, Cookie>();
    this.#hosts.set(address.hostname, own);
    const name = pair.slice(0, equals).trim();
    const key = `${name};${path}`;
    const isOver = Number(attribute('max-age')?.split('=')[1] ?? 1) <= 0 || isPast(attribute('expires'));
    if (isOver) own.delete(key);
    else if (own.has(key) || own.size < mostCookies)
      own.set(key, { value: `${name}=${pair.slice(equals + 1).trim()}`, path, isSecure });
  }

  /** The `Cookie` header for an address; undefined for none. */
  header({ hostname, pathname, protocol }: URL): string | undefined {
    const own = [...(this.#hosts.get(hostname)?.values() ?? [])].filter(
      ({ path, isSecure }) =>
        (!isSecure || protocol === 'https:') &&
        (pathname === path ||
          (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'))),
    );
    // Longer paths come first (section 5.4).
    own.sort((one, other) => other.path.length - one.path.length);
    return own.map(({ value }) => value).join('; ') || undefined;
  }
}

/** The path of a cookie that names none (section 5.1.4). */
function folderOf(pathname: string): string {
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')));
}

function isPast(expires: string | undefined): boolean {
  return expires !== undefined && Date.parse(expires.replace(/^[^=]*=/, '')) < Date.now();
}
