import { execFile } from 'node:child_process';
import type { Session } from '../session.ts';
import { type Detection, detect } from './detection.ts';
import type { Evidence, Variables } from './evidence.ts';
import { measuring, noReplies, withReply } from './replies.ts';

/** How long a silent terminal is waited for, in milliseconds. */
export const patience = 300;

/**
 * Asks the terminal who it is, with one write, and tmux what it is in. Resolves when the last question is answered,
 * or after `limit` milliseconds; `changed` is called whenever an answer, however late, changes what the terminal is taken for.
 * Nothing waits meanwhile: where `detect` has decided by the environment, the first frame need not either.
 */
export function recognize(
  session: Pick<Session, 'ask' | 'onReply'>,
  evidence: Evidence,
  changed: (detection: Detection) => void = () => {},
  limit = patience,
): Promise<Detection> {
  let [replies, complete] = [evidence.replies ?? noReplies, false];
  let { outer, outerFeatures } = evidence;
  let detection = detect(evidence);
  const { environment } = evidence;

  return new Promise((resolve) => {
    const give = () => resolve(detection);
    const timer = setTimeout(give, limit);
    let left = 1;

    function learned(): void {
      const next = detect({ ...evidence, replies, complete, outer, outerFeatures });
      const same =
        next.model === detection.model &&
        next.colors === detection.colors &&
        next.background === detection.background &&
        next.tashkeel === detection.tashkeel &&
        next.terminal === detection.terminal;
      detection = next;
      if (!same) changed(next);
      if (left > 0) return;
      clearTimeout(timer);
      give();
    }

    if (environment.TMUX && outer === undefined) {
      left += 1;
      outerTerminal(environment, (answer) => {
        [outer, outerFeatures] = answer?.split('\t') ?? [];
        left -= 1;
        learned();
      });
    }
    session.onReply((sequence) => {
      replies = withReply(replies, sequence);
      if (!complete && replies.primary !== undefined) {
        complete = true;
        left -= 1;
      }
      learned();
    });
    session.ask(question(environment));
  });
}

/**
 * The question: XTVERSION, DECRQM of the bidirectional mode, XTGETTCAP TN, DA2, background and foreground,
 * how wide marks are, and DA1 last, which every terminal answers. DCS is left out where it would be printed (Linux console, Terminal.app)
 * or passed on as text (GNU screen). The widths are measured on a screen of our own, or where the cursor is.
 */
export function question(environment: Variables, where: keyof typeof measuring = 'screen'): string {
  const { TERM: term = '', TERM_PROGRAM: program } = environment;
  const mute = /^linux/.test(term) || program === 'Apple_Terminal' || Boolean(environment.STY);
  return `\x1b[>q\x1b[8$p${mute ? '' : '\x1bP+q544e\x1b\\'}\x1b[?2026$p\x1b[>c\x1b]10;?\x1b\\\x1b]11;?\x1b\\${measuring[where]}\x1b[c`;
}

/** What tmux is asked for: the name and version of the terminal it is in, its TERM, and what it can do. */
export const outerFormat = '#{client_termtype} #{client_termname}\t#{client_termfeatures}';

/** What tmux says of the terminal it is in; nothing where it cannot be asked. */
function outerTerminal(environment: Variables, done: (answer: string | undefined) => void): void {
  const options = { env: environment as NodeJS.ProcessEnv, timeout: 2000 };
  execFile('tmux', ['display-message', '-p', outerFormat], options, (error, output) =>
    done(error ? undefined : output.replace(/\n$/, '')),
  );
}
