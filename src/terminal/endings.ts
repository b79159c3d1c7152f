import type { ReadStream } from 'node:tty';

/** Why a session ended by itself: a signal, or the terminal is gone. */
export type Ending = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT' | 'hangup';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Calls `exit` when the program ends, by itself or by an exception, and `end` for every way in which the system or the
 * terminal behind `input` ends a session.
 */
export function onEndings(
  input: ReadStream,
  exit: () => void,
  end: (ending: Ending) => void,
): { close(): void } {
  const listeners = signals.map((signal) => [signal, () => end(signal)] as const);
  const onHangup = () => end('hangup');
  process.on('exit', exit);
  process.on('uncaughtExceptionMonitor', exit);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  input.on('end', onHangup);
  input.on('close', onHangup);
  // EIO: the terminal is gone. Nothing to add to what 'close' tells.
  input.on('error', () => {});
  return {
    close() {
      process.off('exit', exit);
      process.off('uncaughtExceptionMonitor', exit);
      for (const [signal, listener] of listeners) process.off(signal, listener);
      input.off('end', onHangup);
      input.off('close', onHangup);
    },
  };
}

/**
 * Ends the program as that ending would have, so that the shell knows. Not by process.exit(): Node aborts there if the
 * terminal is gone.
 */
export function dieOf(ending: Ending): void {
  process.kill(process.pid, ending === 'hangup' ? 'SIGHUP' : ending);
}
