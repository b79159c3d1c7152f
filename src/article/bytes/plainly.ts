// What tells at a glance that bytes are UTF-8 text and nothing else: most files of a search, for which all that asks what
// bytes are takes half of the time.
import { isUtf8 } from 'node:buffer';
import { isMail } from './kind.ts';

/** Controls, and what elements begin with: a text without them is no page and no binary. */
export const otherSigns = /[\0-\x06\x0e-\x1a\x7f<]/;

/** How a PDF, RTF, JSON, an archive or a property list begins, what bears the mark of its order, and what is not told so far. */
const otherBeginning = /^\s*(?:[%{\ufeffPb\ufffd]|$)/;

/** Bytes that are looked at for how a text begins. */
const glanced = 128;

/** How UTF-8 text begins; undefined for bytes that are none, that begin as another kind, or so far with white space alone. */
export function plainBeginning(bytes: Uint8Array, name: string): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, glanced)).toString();
  if (otherBeginning.test(head)) return undefined;
  // A header of mail is a line without blanks before its colon.
  return /^[!-9;-~]+(?:$|:)/.test(head) && isMail(bytes, name) ? undefined : head;
}
