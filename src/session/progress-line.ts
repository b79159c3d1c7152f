import { isAddress } from '../article/links/address.ts';

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
  if (!isAddress(source) || !process.stderr.isTTY) return { tell: () => {}, clear: () => {} };
  const { host } = URL.canParse(source) ? new URL(source) : { host: source };
  let amount = '';
  let shown = false;
  const show = (): void => {
    shown = true;
    const line = `maqal: fetching from ${host}${amount} … (Ctrl-C gives it up)`;
    // A line that wraps could not be taken back.
    process.stderr.write(`\r\x1b[K${line.slice(0, Math.max(0, process.stderr.columns - 1))}`);
  };
  const timer = setTimeout(show, patience);
  return {
    tell(received, total) {
      const before = amount;
      amount = total
        ? ` ${Math.min(100, Math.floor((100 * received) / total))}%`
        : ` ${Math.ceil(received / 1024)} KB`;
      if (shown && amount !== before) show();
    },
    clear() {
      clearTimeout(timer);
      if (shown) process.stderr.write('\r\x1b[K');
    },
  };
}
