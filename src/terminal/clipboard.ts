import { spawn } from 'node:child_process';
import type { Variables } from './identity/evidence.ts';

/** What GNU screen takes in one string, in bytes: less than its 768, the wrapping included. */
const screenChunk = 600;

/**
 * Puts text on the clipboard of the terminal's own machine, over any line (OSC 52), wrapped for tmux and GNU screen.
 * Some terminals have it switched off, and none answers: there is nothing to fail. Of long texts a terminal without the
 * room drops the whole (hterm beyond 100,000 bytes of the sequence, 74,994 of the text; tmux beyond a mebibyte).
 */
export function copySequence(text: string, environment: Variables = process.env): string {
  // Ended by BEL, since ST would end the wrapping.
  const plain = `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
  // tmux takes it for itself under `set-clipboard on`, and hands it on under `allow-passthrough on`: either will do.
  if (environment.TMUX) return `${plain}\x1bPtmux;\x1b${plain}\x1b\\`;
  if (!environment.STY) return plain;
  const parts = plain.match(new RegExp(`[^]{1,${screenChunk}}`, 'g')) ?? [];
  return parts.map((part) => `\x1bP${part}\x1b\\`).join('');
}

/**
 * Copies by OSC 52, and beside it by the program that this machine has for it. Never fails; resolves when the program has the
 * text, with the names of the programs that should have it where none of them is there.
 */
export async function copy(
  terminal: { send(text: string): void },
  text: string,
  environment: Variables = process.env,
): Promise<readonly string[]> {
  terminal.send(copySequence(text, environment));
  const commands = copyCommands(environment, process.platform);
  const ran = await Promise.all(
    commands.map(([command, ...parameters]) => run(command!, parameters, text, environment)),
  );
  return ran.includes(true) ? [] : commands.map(([command]) => command!);
}

/**
 * The programs to try, for terminals that ignore OSC 52: tmux, which reaches its terminal whatever is configured,
 * and those of this machine's own screen, unless the screen is elsewhere.
 */
export function copyCommands(environment: Variables, platform: NodeJS.Platform): string[][] {
  const list: string[][] = [];
  if (environment.TMUX) list.push(['tmux', 'load-buffer', '-w', '-']);
  if (environment.SSH_CONNECTION || environment.SSH_TTY) return list;
  if (platform === 'darwin') list.push(['pbcopy']);
  else if (environment.TERMUX_VERSION) list.push(['termux-clipboard-set']);
  else if (environment.WAYLAND_DISPLAY) list.push(['wl-copy']);
  else if (environment.DISPLAY) list.push(['xclip', '-selection', 'clipboard'], ['xsel', '-ib']);
  return list;
}

/**
 * Runs a program with the text as its input; resolves when it has taken that, or is gone, with whether it could be started.
 * Its end is not waited for: it may hold the clipboard for as long as it likes.
 */
function run(
  command: string,
  parameters: readonly string[],
  text: string,
  environment: Variables,
): Promise<boolean> {
  const child = spawn(command, parameters, {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: environment as NodeJS.ProcessEnv,
  });
  child.unref();
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    // Of a program that is not there the input closes as well, and first.
    child.stdin.on('close', () => resolve(child.pid !== undefined));
    child.stdin.on('error', () => resolve(child.pid !== undefined));
    child.stdin.end(text);
  });
}
