import { isAddress } from '../article/links/address.ts';
import { isTerminal, statusLine } from '../terminal/lines.ts';
import { visible } from '../text/visible.ts';

/** Milliseconds that something may take without a word. */
const patience = 300;

/** A line on the terminal that says what is being waited for, and is gone when that is there. */
export interface ProgressLine {
  /** Bytes so far, and how many there will be, where that is known. */
  readonly tell: (received: number, total: number | undefined) => void;
  readonly clear: () => void;
}

/** The line for a source that is fetched before there is a page. Nothing for a file, nor where nobody would see it. */
export function progressLine(source: string): ProgressLine {
  if (!isAddress(source) || !isTerminal(process.stderr)) return { tell: () => {}, clear: () => {} };
  const { host } = URL.canParse(source) ? new URL(source) : { host: source };
  let amount = '';
  let isShown = false;
  const line = statusLine();
  const show = (): void => {
    isShown = true;
    line.show(`maqal: fetching from ${visible(host)}${amount} … (Ctrl-C gives it up)`);
  };
  const timer = setTimeout(show, patience);
  return {
    tell(received, total) {
      const before = amount;
      amount = total
        ? ` ${Math.min(100, Math.floor((100 * received) / total))}%`
        : ` ${Math.ceil(received / 1024)} KB`;
      if (isShown && amount !== before) show();
    },
    clear() {
      clearTimeout(timer);
      line.clear();
    },
  };
}
