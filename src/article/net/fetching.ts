import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { PageVersion } from '../model/article.ts';
import { type Peer, SourceError, type SourceProblem } from '../model/problem.ts';
import { Cookies } from './cookies.ts';
import { isPrivateAddress, isPrivateHost } from './network-address.ts';
import { connectionProblem, statusProblem } from './network-failure.ts';
import type { Environment, Way, WayOptions } from './proxy.ts';
import { encodingsIn, mostEncodings, unpacked } from './unpacking.ts';

/** What was found at an address. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where the redirects ended. */
  readonly address: string;
  /** The media type, in lower case, without parameters; empty where none was sent. */
  readonly type: string;
  /** The encoding that the header declares. */
  readonly charset: string | undefined;
  /** Which version of the page it is. */
  readonly version: PageVersion;
  /** Whether it is still the version that was known: there are no bytes then. */
  readonly isUnchanged?: true;
  /** What the status says, of a page that is sent beside it (300, 500). */
  readonly problem?: SourceProblem;
  /** Whether an address on the public internet has answered. */
  readonly isPublic: boolean;
}

export interface FetchOptions {
  /** The version that is there already: if it is still the same, the server need not send it. */
  readonly known?: PageVersion | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes so far, unpacked, and how many there will be, where that is known. */
  readonly onProgress?: ((received: number, total: number | undefined) => void) | undefined;
  /** Largest body, in bytes as sent and as unpacked. */
  readonly limit?: number | undefined;
  /** Milliseconds without a byte, and in all, until it is given up. */
  readonly patience?: number | undefined;
  readonly deadline?: number | undefined;
  /** Whether a page of the public internet leads there: then nothing private is reached. */
  readonly fromOutside?: boolean | undefined;
  /** What counts as an address of a private network; `isPrivateAddress` unless told. */
  readonly isPrivate?: ((address: string) => boolean) | undefined;
  /** Certificates to trust instead of the platform's. */
  readonly authorities?: string | undefined;
  /** The variables that may name a proxy; those of the process unless told. */
  readonly environment?: Environment | undefined;
}

/** Largest page or feed that is taken from the network, in bytes. */
export const largestPage = 32 * 2 ** 20;
const usualPatience = 15_000;
const usualDeadline = 60_000;
const mostRedirects = 10;

/**
 * What is at an address, http or https. Follows redirects, but never from the public internet into this machine
 * or a private network, whatever names resolve to; runs nothing and loads nothing else. Cookies live as long as
 * the redirects. Throws SourceError.
 */
export async function fetchAddress(source: string, options: FetchOptions = {}): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.deadline ?? usualDeadline);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  let address = parsed(source, source);
  const trip: Trip = {
    source,
    options,
    signal,
    peer: { host: address.host },
    cookies: new Cookies(),
    cameFromOutside: options.fromOutside ?? false,
  };
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const answer = await request(address, trip);
      const next = redirection(answer, address, source);
      if (!next) return { ...(await body(answer, address, trip)), address: address.href };
      answer.destroy();
      address = next;
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (deadline.aborted)
      throw new SourceError(source, { key: 'tooSlow', peer: { host: address.host } }, error);
    if (options.signal?.aborted) throw new SourceError(source, { key: 'gaveUp' }, error);
    const { peer } = trip;
    const known = connectionProblem(error, peer);
    throw new SourceError(source, known ?? { key: 'peerFails', peer, code: (error as Error).message }, error);
  }
  throw new SourceError(source, { key: 'redirectsForever' });
}

/** One way through all redirects. */
interface Trip {
  readonly source: string;
  readonly options: FetchOptions;
  readonly signal: AbortSignal;
  readonly cookies: Cookies;
  /** Who is being talked to: the host of the address, or a proxy. */
  peer: Peer;
  /** Whether an address on the public internet has answered. */
  cameFromOutside: boolean;
}

function parsed(address: string, source: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new SourceError(source, { key: base ? 'redirectsNowhere' : 'invalidAddress' });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new SourceError(source, { key: 'notPage', scheme: url.protocol });
  return url;
}

async function request(address: URL, trip: Trip): Promise<http.IncomingMessage> {
  const { options, signal, source } = trip;
  const hostname = address.hostname.replace(/^\[|\]$/g, '');
  if (isIP(hostname)) admit(hostname, address, trip);
  const patience = options.patience ?? usualPatience;
  const trust = options.authorities === undefined ? {} : { ca: options.authorities };
  const way = await wayOf(address, trip, { source, signal, patience, ...trust });
  if (way && !isIP(hostname)) admitName(hostname, address, trip);
  trip.peer = way?.peer ?? { host: address.host };
  const open = way?.request ?? (address.protocol === 'https:' ? https : http).request;
  const cookie = trip.cookies.header(address);
  return new Promise((resolve, reject) => {
    const outgoing = open(address, {
      signal,
      agent: false,
      ...trust,
      ...(way?.options ?? { lookup: guarded(address, trip) }),
      headers: {
        'user-agent': 'maqal (article reader for the terminal)',
        accept:
          'text/html, application/xhtml+xml, application/epub+zip, application/rss+xml, application/atom+xml, application/feed+json, text/*;q=0.9, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...(cookie === undefined ? {} : { cookie }),
        ...conditions(options.known),
        ...way?.options.headers,
      },
    });
    let answered: http.IncomingMessage | undefined;
    outgoing.setTimeout(patience, () => {
      const key = answered ? 'stoppedSending' : 'noAnswer';
      const silence = new SourceError(source, { key, peer: trip.peer });
      (answered ?? outgoing).destroy(silence);
    });
    outgoing.on('error', reject);
    outgoing.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      reject(new SourceError(source, statusProblem(statusCode, address.host, undefined)!));
    });
    outgoing.on('response', (answer) => {
      answered = answer;
      for (const line of answer.headers['set-cookie'] ?? []) trip.cookies.keep(line, address);
      resolve(answer);
    });
    outgoing.end();
  });
}

/** The headers that ask for a page only if it is another version (RFC 9110, section 13.1). */
function conditions(known: PageVersion | undefined): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
}

/** The way through a proxy, where the environment names one. */
async function wayOf(address: URL, trip: Trip, options: WayOptions): Promise<Way | undefined> {
  const { environment = process.env } = trip.options;
  const isNamed = Object.keys(environment).some((name) => /^(?:https?|all)_proxy$/i.test(name));
  return isNamed ? (await import('./proxy.ts')).wayThrough(address, environment, options) : undefined;
}

/** Looks names up as usual, and looks at what they resolve to before anything is sent there. */
function guarded(address: URL, trip: Trip): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      try {
        for (const { address: ip } of found) admit(ip, address, trip);
      } catch (refusal) {
        return callback(refusal as Error, '', 0);
      }
      if (options.all) callback(null, found);
      else callback(null, found[0]!.address, found[0]!.family);
    });
  };
}

function admit(ip: string, address: URL, trip: Trip): void {
  if (!(trip.options.isPrivate ?? isPrivateAddress)(ip)) trip.cameFromOutside = true;
  else if (trip.cameFromOutside) refuse(address, trip);
}

function refuse({ host }: URL, { source }: Trip): never {
  throw new SourceError(source, { key: 'intoPrivate', host });
}

/** What a proxy looks up cannot be looked at here: it is taken for public unless its name says that it is not. */
function admitName(hostname: string, address: URL, trip: Trip): void {
  if (!isPrivateHost(hostname)) trip.cameFromOutside = true;
  else if (trip.cameFromOutside) refuse(address, trip);
}

/** Where an answer leads; undefined where it is the answer itself. */
function redirection(answer: http.IncomingMessage, address: URL, source: string): URL | undefined {
  const { location } = answer.headers;
  if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || location === undefined) return undefined;
  // Header bytes are Latin-1 to Node; those of an address that was not escaped are UTF-8.
  return parsed(Buffer.from(location, 'latin1').toString(), source, address);
}

async function body(
  answer: http.IncomingMessage,
  address: URL,
  trip: Trip,
): Promise<Omit<Fetched, 'address'>> {
  const { source, options } = trip;
  const status = answer.statusCode ?? 0;
  const version = { etag: answer.headers.etag, lastModified: answer.headers['last-modified'] };
  if (status === 304 && options.known) {
    answer.destroy();
    return {
      bytes: new Uint8Array(),
      type: '',
      charset: undefined,
      version: options.known,
      isUnchanged: true,
      isPublic: trip.cameFromOutside,
    };
  }
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const media = type.toLowerCase();
  const problem = statusProblem(status, address.host, answer.headers['retry-after']);
  // Some servers send whole pages so, which browsers show; what is no article is refused when it is read.
  const isShown = (status === 300 || status === 500) && /html/.test(media);
  const refused = isShown ? undefined : problem;
  if (refused || /^(?:image|audio|video|font)\//.test(media)) {
    answer.destroy();
    throw new SourceError(source, refused ?? { key: 'notText', media });
  }
  const charset = parameters.map((part) => /^charset\s*=\s*"?([^"]+)"?$/i.exec(part)?.[1]).find(Boolean);
  const limit = options.limit ?? largestPage;
  const sent = Number(answer.headers['content-length']) || undefined;
  if (sent !== undefined && sent > limit) {
    answer.destroy();
    throw tooLarge(source, limit);
  }
  const pieces: Buffer[] = [];
  let length = 0;
  const encodings = encodingsIn(answer.headers['content-encoding']);
  if (encodings.length > mostEncodings) {
    answer.destroy();
    const code = `content-encoding: ${encodings.length}`;
    throw new SourceError(source, { key: 'damagedAnswer', peer: { host: address.host }, code });
  }
  const packed = encodings.length > 0;
  try {
    for await (const piece of unpacked(answer, encodings)) {
      length += piece.length;
      if (length > limit) throw tooLarge(source, limit);
      pieces.push(piece);
      options.onProgress?.(length, packed ? undefined : sent);
    }
    // A body without a length ends with its connection, and so it ends when that is given up.
    trip.signal.throwIfAborted();
  } finally {
    answer.destroy();
  }
  if (length === 0)
    throw new SourceError(source, problem ?? { key: 'emptyPage', peer: { host: address.host } });
  const bytes = Buffer.concat(pieces, length);
  return {
    bytes,
    type: media,
    charset,
    version,
    isPublic: trip.cameFromOutside,
    ...(problem ? { problem } : {}),
  };
}

function tooLarge(source: string, limit: number): SourceError {
  return new SourceError(source, { key: 'pageTooLarge', megabytes: Math.floor(limit / 2 ** 20) });
}
