// What a failed connection or an answer without a page is, as a problem that reader/words has the sentences for.
import type { Peer, PeerProblem, SourceProblem } from '../model/problem.ts';

/** What a failed connection is; undefined for a failure that is none of these. */
export function connectionProblem(error: unknown, peer: Peer): SourceProblem | undefined {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const known = problems[code];
  if (known) return { key: known, peer };
  if (/^(?:ERR_SSL|ERR_TLS|UNABLE_TO|CERT_|EPROTO)/.test(code) || /certificate/i.test(message))
    return { key: 'insecure', peer, code: code || message };
  if (/^(?:HPE_|ERR_HTTP|ERR_STREAM)/.test(code)) return { key: 'notWebServer', peer, code };
  if (/^Z_|^ERR__?(?:ZLIB|BROTLI)|^ERR_PADDING|^ERR__ERROR_FORMAT/.test(code))
    return { key: 'damagedAnswer', peer, code };
  return undefined;
}

const problems: Readonly<Record<string, PeerProblem>> = {
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'lookupFailed',
  ECONNREFUSED: 'refusedConnection',
  ECONNRESET: 'brokenConnection',
  EPIPE: 'brokenConnection',
  Z_BUF_ERROR: 'brokenConnection',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateExpired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUntrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUntrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateOfOther',
};

/** Why there is no article behind an answer of this status; undefined if there may be one. */
export function statusProblem(status: number, host: string, retryAfter?: string): SourceProblem | undefined {
  const isPage = status >= 200 && status < 300 && status !== 204 && status !== 205;
  if (isPage) return undefined;
  if (status === 407) return { key: 'proxyStatus', status, proxy: '', host };
  const seconds = Number(retryAfter);
  return { key: 'status', status, host, ...(retryAfter && seconds > 0 ? { seconds } : {}) };
}
