// What a PostgreSQL server and the way to it say went wrong, as the problems that the library tells.
import { LibraryError, type LibraryProblem } from '../failure.ts';

/** Errors of the system on the way to a server. */
const ways = new Set(
  'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT EPIPE ENOENT'.split(' '),
);

/** What the driver says without a code: the connection ended, or did not come about in time. */
const lostConnection = /connection (?:terminated|timeout)|timeout exceeded|not queryable|server closed/iu;

/**
 * Whether a server is not there, or went away: classes and codes of postgresql.org/docs/15/errcodes-appendix.html
 * (08: connection exception; 57P01 to 57P03: it shuts down, was ended, starts up).
 */
export function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return ways.has(code) || code.startsWith('08') || /^57P0[123]$/.test(code);
  return lostConnection.test(String(message));
}

/** An error as it is told outside the library; `server` is the host and the database, without a password. */
export function explained(error: unknown, server: string): LibraryError {
  if (error instanceof LibraryError) return error;
  const { code = '' } = error as { code?: string };
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ');
  return new LibraryError(problemOf(), error);

  function problemOf(): LibraryProblem {
    if (isAway(error)) return { key: 'libraryServerAway', server, detail };
    switch (code) {
      case '28P01':
      case '28000':
        return { key: 'libraryPassword', server };
      case '3D000':
        return { key: 'libraryNoDatabase', server };
      case '53100':
        return { key: 'libraryFull' };
      case '42501':
      case '25006':
        return { key: 'libraryNoRight', server };
      // Too many connections, a lock that was waited for too long, two transactions in each other's way.
      case '53300':
      case '55P03':
      case '40P01':
      case '40001':
        return { key: 'libraryBusy' };
      default:
        return { key: 'libraryFails', folder: server, detail };
    }
  }
}
