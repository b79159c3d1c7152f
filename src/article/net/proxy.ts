import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, isIPv6, type Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { decoded } from '../links/href.ts';
import { type Peer, SourceError } from '../model/problem.ts';
import { connectionProblem } from './network-failure.ts';

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that an environment names for an address, as curl and most others read it: `https_proxy` for https,
 * `http_proxy` for http, `all_proxy` for both, but not for what `no_proxy` lists; the names in small letters before
 * those in capitals. Never for this machine itself. Undefined for none; a text that is no address stays one.
 */
export function proxyFor(address: URL, environment: Environment): URL | string | undefined {
  const variable = (name: string) => environment[name] ?? environment[name.toUpperCase()];
  const written = (variable(`${address.protocol.slice(0, -1)}_proxy`) || variable('all_proxy'))?.trim();
  if (!written || isThisMachine(address.hostname)) return undefined;
  if (isExcepted(address, variable('no_proxy') ?? '')) return undefined;
  try {
    const proxy = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`);
    return proxy.protocol === 'http:' || proxy.protocol === 'https:' ? proxy : written;
  } catch {
    return written;
  }
}

function isThisMachine(hostname: string): boolean {
  const host = bare(hostname);
  return /(?:^|\.)localhost$/.test(host) || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function bare(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** Whether a list of hosts, domains, networks (CIDR) and `*` has the host of an address; each may have a port. */
function isExcepted(address: URL, list: string): boolean {
  const host = bare(address.hostname);
  const port = address.port || (address.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    const [, network = '', bits] = /^\[?([^\]/]+)\]?\/(\d{1,3})$/.exec(entry) ?? [];
    if (bits !== undefined) return isIn(host, network, Number(bits));
    const [, named = entry, only] = isIP(entry) ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
    if (only !== undefined && only !== port) return false;
    if (named === '*') return true;
    const domain = bare(named).replace(/^\*?\./, '');
    const written = isIP(domain) ? domain : domainToASCII(domain);
    return written !== '' && (host === written || (!isIP(host) && host.endsWith(`.${written}`)));
  });
}

function isIn(host: string, network: string, bits: number): boolean {
  const kind = isIPv6(network) ? 'ipv6' : 'ipv4';
  if (isIP(network) === 0 || isIP(host) !== isIP(network) || bits > (kind === 'ipv6' ? 128 : 32))
    return false;
  const list = new BlockList();
  list.addSubnet(network, bits, kind);
  return list.check(host, kind);
}

/** How a request goes through a proxy. */
export interface Way {
  /** What opens it, and with what besides its own options. */
  readonly request: typeof http.request;
  readonly options: https.RequestOptions;
  /** Who fails when the connection does. */
  readonly peer: Peer;
}

/** What is known of the trip that a way is a part of. */
export interface WayOptions {
  readonly source: string;
  readonly signal: AbortSignal;
  /** Milliseconds that the proxy may be silent. */
  readonly patience: number;
  /** Certificates to trust instead of the platform's. */
  readonly ca?: string | undefined;
}

/**
 * The way to an address through the proxy that the environment names for it; undefined where it names none. For
 * https the proxy has then been asked for a tunnel and has given it. Throws SourceError where it does not.
 */
export async function wayThrough(
  address: URL,
  environment: Environment,
  options: WayOptions,
): Promise<Way | undefined> {
  const proxy = proxyFor(address, environment);
  if (proxy === undefined) return undefined;
  if (typeof proxy === 'string')
    throw new SourceError(options.source, {
      key: 'proxyKind',
      proxy: proxy.replace(/\/\/[^/]*@/, '//'),
      host: address.hostname,
    });
  const peer: Peer = { host: proxy.host, isProxy: true };
  const { protocol, hostname, port, username, password } = proxy;
  const isSecure = protocol === 'https:';
  const pair = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  const reached = {
    request: isSecure ? https.request : http.request,
    options: {
      protocol,
      hostname: bare(hostname),
      port: port || (isSecure ? 443 : 80),
      agent: false as const,
      // Else it would be the name in the request, which is the host's.
      servername: isIP(bare(hostname)) ? '' : bare(hostname),
    },
    headers: username === '' ? {} : { 'proxy-authorization': `Basic ${pair}` },
  };
  if (address.protocol === 'http:') {
    const path = address.href.slice(0, address.href.length - address.hash.length);
    const headers = { host: address.host, ...reached.headers };
    return { peer, request: reached.request, options: { ...reached.options, path, headers } };
  }
  try {
    const socket = await tunnel(reached, address, options, peer);
    const through = { socket } as https.RequestOptions;
    return { peer: { host: address.host }, request: https.request, options: through };
  } catch (error) {
    if (error instanceof SourceError || options.signal.aborted) throw error;
    const problem =
      error instanceof TunnelRefused
        ? ({ key: 'proxyStatus', status: error.status, proxy: proxy.host, host: address.host } as const)
        : (connectionProblem(error, peer) ??
          ({ key: 'peerFails', peer, code: (error as Error).message } as const));
    throw new SourceError(options.source, problem, error);
  }
}

/** An answer of a proxy that is no tunnel. */
class TunnelRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`no tunnel: ${status}`);
    this.status = status;
  }
}

/** A connection through a proxy to the host of an address (CONNECT, RFC 9110, section 9.3.6). */
function tunnel(
  proxy: Pick<Way, 'request' | 'options'> & { readonly headers: http.OutgoingHttpHeaders },
  address: URL,
  { source, signal, patience, ca }: WayOptions,
  peer: Peer,
): Promise<Socket> {
  const path = `${address.hostname}:${address.port || 443}`;
  return new Promise((resolve, reject) => {
    const asking = proxy.request({
      ...proxy.options,
      ...(ca === undefined ? {} : { ca }),
      method: 'CONNECT',
      path,
      headers: { host: path, ...proxy.headers },
      signal,
    });
    asking.setTimeout(patience, () => asking.destroy(new SourceError(source, { key: 'noAnswer', peer })));
    asking.on('error', reject);
    asking.on('connect', (answer, socket) => {
      const status = answer.statusCode ?? 0;
      if (status >= 200 && status < 300) return resolve(socket as Socket);
      socket.destroy();
      reject(new TunnelRefused(status));
    });
    asking.end();
  });
}
