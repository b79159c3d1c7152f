import { spawn } from 'node:child_process';
import type { Variables } from './identity/evidence.ts';

/**
 * The programs that open an address outside the terminal, those to be tried first: what BROWSER names (a list with colons,
 * each a command that `%s` or its end takes the address in), else the desktop's own. None over ssh, where a browser would
 * open on the other machine.
 */
export function browserCommands(
  address: string,
  environment: Variables,
  platform: NodeJS.Platform,
): readonly (readonly string[])[] {
  const named = (environment.BROWSER ?? '').split(':').filter((one) => one.trim() !== '');
  if (named.length > 0)
    return named.map((one) => {
      const words = one.trim().split(/\s+/u);
      return words.some((word) => word.includes('%s'))
        ? words.map((word) => word.replaceAll('%s', () => address))
        : [...words, address];
    });
  if (environment.SSH_CONNECTION || environment.SSH_TTY) return [];
  if (platform === 'darwin') return [['open', address]];
  if (platform === 'win32') return [['explorer.exe', address]];
  if (environment.TERMUX_VERSION) return [['termux-open-url', address]];
  if (environment.WSL_DISTRO_NAME)
    return [
      ['wslview', address],
      ['explorer.exe', address],
    ];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? [['xdg-open', address]] : [];
}

/** Opens an address of http or https in a browser. Resolves to whether a program was there to take it; its end is not waited for. */
export async function browse(address: string, environment: Variables = process.env): Promise<boolean> {
  // No shell in between, and nothing that a program could take for an option of its own.
  if (!/^https?:\/\//u.test(address)) return false;
  for (const [command, ...parameters] of browserCommands(address, environment, process.platform))
    if (await started(command!, parameters, environment)) return true;
  return false;
}

function started(command: string, parameters: readonly string[], environment: Variables): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const child = spawn(command, parameters, {
        stdio: 'ignore',
        detached: true,
        env: environment as NodeJS.ProcessEnv,
      });
      child.unref();
      child.on('error', () => resolve(false));
      child.on('spawn', () => resolve(true));
    } catch {
      // An address that is longer than the system hands on (E2BIG).
      resolve(false);
    }
  });
}
