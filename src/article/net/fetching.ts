import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { type Peer, SourceError } from '../model/problem.ts';
import { isPrivateAddress, isPrivateHost } from './network-address.ts';
import { connectionProblem, statusProblem } from './network-failure.ts';
import type { Environment, Way, WayOptions } from './proxy.ts';

/** What was found at an address. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where the redirects ended. */
  readonly address: string;
  /** The media type, in lower case, without parameters; empty where none was sent. */
  readonly type: string;
  /** The encoding that the header declares. */
  readonly charset: string | undefined;
}

export interface FetchOptions {
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
    cookies: new Map(),
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
  readonly cookies: Map<string, Map<string, string>>;
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
        ...cookieHeader(address, trip),
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
    outgoing.on('response', (answer) => {
      answered = answer;
      for (const line of answer.headers['set-cookie'] ?? []) keepCookie(line, address, trip);
      resolve(answer);
    });
    outgoing.end();
  });
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
  const refused = statusProblem(answer.statusCode ?? 0, address.host, answer.headers['retry-after']);
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const media = type.toLowerCase();
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
  const packed = answer.headers['content-encoding'] !== undefined;
  const stream = unpacked(answer);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > limit) throw tooLarge(source, limit);
      pieces.push(piece);
      options.onProgress?.(length, packed ? undefined : sent);
    }
  } finally {
    stream.destroy();
    answer.destroy();
  }
  if (length === 0) throw new SourceError(source, { key: 'emptyPage', peer: { host: address.host } });
  return { bytes: Buffer.concat(pieces, length), type: media, charset };
}

function tooLarge(source: string, limit: number): SourceError {
  return new SourceError(source, { key: 'pageTooLarge', megabytes: Math.floor(limit / 2 ** 20) });
}

/** The body without its compression. An error on either side ends both. */
function unpacked(answer: http.IncomingMessage): Readable {
  const names = (answer.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let stream: Readable = answer;
  for (const name of names.reverse()) {
    const unpack = unpacker(name);
    if (!unpack) continue;
    stream.on('error', (error) => unpack.destroy(error));
    stream = stream.pipe(unpack);
  }
  return stream === answer ? answer.pipe(passing(answer)) : stream;
}

function passing(answer: http.IncomingMessage): PassThrough {
  const through = new PassThrough();
  answer.on('error', (error) => through.destroy(error));
  return through;
}

function unpacker(name: string): (Readable & NodeJS.WritableStream) | undefined {
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip();
  if (name === 'br') return zlib.createBrotliDecompress();
  if (name === 'deflate') return zlib.createInflate();
  return undefined;
}

/** Most cookies of one host, and the longest, in code units. */
const mostCookies = 50;
const longestCookie = 4096;

function keepCookie(line: string, { hostname }: URL, { cookies }: Trip): void {
  const [pair = ''] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1 || pair.length > longestCookie) return;
  const own = cookies.get(hostname) ?? new Map<string, string>();
  cookies.set(hostname, own);
  if (own.size < mostCookies) own.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
}

function cookieHeader({ hostname }: URL, { cookies }: Trip): { cookie?: string } {
  const own = cookies.get(hostname);
  return own ? { cookie: [...own].map(([name, value]) => `${name}=${value}`).join('; ') } : {};
}
