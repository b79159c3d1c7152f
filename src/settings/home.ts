// To be imported before env-paths, which asks for the home as soon as it is loaded: where a container has no entry for its
// user, that would end the program, and an empty HOME would put what is stored into whatever folder one stands in.
import { userInfo } from 'node:os';
import path from 'node:path';

/** The user's home as the system knows it; the root of the disk where it knows none, as containers have it. */
function known(): string {
  try {
    return userInfo().homedir || '/';
  } catch {
    return '/';
  }
}

if (process.platform !== 'win32' && !path.isAbsolute(process.env.HOME ?? '')) process.env.HOME = known();
