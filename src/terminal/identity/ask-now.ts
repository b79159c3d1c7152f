// Asks the terminal who it is before a program begins that will own its input: everything happens before this returns.
import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { readAnswers, unwaiting } from '../input/answers.ts';
import { outerFormat, question } from './ask.ts';
import { type Detection, detect } from './detection.ts';
import type { Evidence, Variables } from './evidence.ts';
import { noReplies, type Replies, withReply } from './replies.ts';

/** How long a silent terminal is waited for, in milliseconds. */
const patience = 300;

/** An answer: a CSI or a string, never a key. */
const answer = /\x1b\[[?>][\d;]*\$?[a-z]|\x1b\[\d+;\d+(?:R|\$y)|\x1b(?:P|\])[^\x07\x1b]*(?:\x07|\x1b\\)/g;

/**
 * What the terminal is taken for. It is asked only if the environment does not tell, through /dev/tty, for 0.3 seconds at
 * most; what was typed meanwhile is handed to `input`.
 */
export function detectNow(
  evidence: Evidence,
  input: Pick<NodeJS.ReadStream, 'isTTY' | 'isRaw' | 'setRawMode' | 'unshift'> = process.stdin,
): Detection {
  const { environment } = evidence;
  const known = environment.TMUX ? { ...evidence, ...tmuxOuter(environment) } : evidence;
  const guess = detect(known);
  if (guess.decided || !input.isTTY) return guess;
  const replies = ask(environment, input);
  return replies === undefined ? guess : detect({ ...known, replies, complete: true });
}

function ask(environment: Variables, input: Parameters<typeof detectNow>[1] & object): Replies | undefined {
  let descriptor: number;
  try {
    descriptor = openSync('/dev/tty', constants.O_RDWR | unwaiting);
  } catch {
    return undefined;
  }
  const wasRaw = input.isRaw;
  try {
    input.setRawMode(true);
    writeSync(descriptor, question(environment, 'here'));
    const read = readAnswers(descriptor, patience);
    const typed = read.replace(answer, '');
    if (typed !== '') input.unshift(Buffer.from(typed, 'latin1'));
    let places = 0;
    return (read.match(answer) ?? []).reduce((replies, sequence) => {
      // Both places are on one row here; in `measuring` each has its own.
      const place = /^\x1b\[\d+;(\d+)R$/.exec(sequence);
      const told = place ? `\x1b[${2 + places++};${place[1]}R` : sequence.replace(/(?:\x07|\x1b\\)$/, '');
      return withReply(replies, told);
    }, noReplies);
  } catch {
    return undefined;
  } finally {
    input.setRawMode(wasRaw);
    closeSync(descriptor);
  }
}

/** What tmux says of the terminal that it is in. */
function tmuxOuter(environment: Variables): { outer?: string; outerFeatures?: string } {
  try {
    const told = execFileSync('tmux', ['display-message', '-p', outerFormat], {
      env: environment as NodeJS.ProcessEnv,
      encoding: 'utf8',
      timeout: 500,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [outer = '', outerFeatures = ''] = told.replace(/\n$/, '').split('\t');
    return { outer, outerFeatures };
  } catch {
    return {};
  }
}
