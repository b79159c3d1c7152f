/** What a failed connection says, in words that tell what to do; undefined for a failure that is none of these. */
export function failureWords(error: unknown, host: string): string | undefined {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code in reasons) return reasons[code]!(host);
  if (/^(?:ERR_SSL|ERR_TLS|UNABLE_TO|CERT_|EPROTO)/.test(code) || /certificate/i.test(message))
    return `${host} does not make a secure connection (${code || message}); check the address, or the clock of this machine`;
  if (/^(?:HPE_|ERR_HTTP|ERR_STREAM)/.test(code))
    return `${host} does not answer as a web server should (${code}); check the address`;
  if (/^Z_|^ERR__?(?:ZLIB|BROTLI)|^ERR_PADDING|^ERR__ERROR_FORMAT/.test(code))
    return `what ${host} sent is damaged (${code}); try again later`;
  return undefined;
}

const expired = (host: string) =>
  `the certificate of ${host} is not valid today; check the clock of this machine, or try later`;
const untrusted = (host: string) =>
  `the certificate of ${host} is signed by nobody who is trusted; do not enter it, or ask its owner`;
const gone = (host: string) => `the connection to ${host} broke off; try again`;
const away = (host: string) => `${host} cannot be reached; check the network, then the address`;

const reasons: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `there is no host named ${host}; check the address, then the network`,
  EAI_AGAIN: (host) => `the name ${host} cannot be looked up now; check the network`,
  ECONNREFUSED: (host) => `${host} takes no connections there; check the address and its port`,
  ECONNRESET: gone,
  EPIPE: gone,
  Z_BUF_ERROR: gone,
  ETIMEDOUT: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  EADDRNOTAVAIL: away,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: expired,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `the certificate is not for ${host}; check the address`,
};

/** Why there is no article behind an answer of this status; undefined where there may be one. */
export function statusWords(status: number, host: string, retryAfter?: string): string | undefined {
  if (status >= 200 && status < 300)
    return status === 204 || status === 205
      ? `${host} has nothing there (${status}); check the address`
      : undefined;
  switch (status) {
    case 407:
      return proxyWords(status, 'the proxy', host);
    case 401:
      return `${host} wants a password for it (${status}); open it in a browser`;
    case 402:
    case 403:
    case 451:
      return `${host} does not give it to this program (${status}); open it in a browser and save the page`;
    case 404:
      return `${host} has no such page (404); check the address`;
    case 410:
      return `${host} has taken the page away (410); look for a copy in an archive`;
    case 429:
      return `${host} has had too many requests (429); wait ${waiting(retryAfter)} and try again`;
  }
  if (status >= 500) return `${host} is in trouble (${status}); try again later`;
  return `${host} answered with status ${status}; check the address`;
}

/** What a proxy says that does not let through to a host; `proxy` names it. */
export function proxyWords(status: number, proxy: string, host: string): string {
  if (status === 407)
    return `${proxy} wants a password (407); write it into the proxy's address, as in http://name:password@proxy`;
  if (status >= 500)
    return `${proxy} does not reach ${host} (${status}); check the address, or try again later`;
  return `${proxy} does not let through to ${host} (${status}); ask who runs it, or list the host in no_proxy`;
}

function waiting(retryAfter: string | undefined): string {
  const seconds = Number(retryAfter);
  if (!retryAfter || !(seconds > 0)) return 'a while';
  return seconds < 120 ? `${Math.ceil(seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
