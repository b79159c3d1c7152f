// Where a text stops being JSON: engines tell that in words of their own, and not always where.

/** A place in a text: line and column, both from 1, the column in characters. */
export interface Fault {
  readonly line: number;
  readonly column: number;
}

const blanks = /[\t\n\r ]*/uy;
const literal =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/uy;

/** What may come next. */
type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

/** What may come behind a piece, `open` being the brackets around it, which it opens and closes; null where it may not come. */
function behind(piece: string, wanted: Wanted, open: string[]): Wanted | null {
  const after = (): Wanted => (open.length === 0 ? 'end' : 'commaOrEnd');
  const closes = open.at(-1) === '{' ? '}' : ']';
  if (piece === closes && (wanted === 'valueOrEnd' || wanted === 'keyOrEnd' || wanted === 'commaOrEnd')) {
    open.pop();
    return after();
  }
  switch (wanted) {
    case 'value':
    case 'valueOrEnd':
      if (piece === '{' || piece === '[') {
        open.push(piece);
        return piece === '{' ? 'keyOrEnd' : 'valueOrEnd';
      }
      return /^[^[\]{}:,]/u.test(piece) ? after() : null;
    case 'key':
    case 'keyOrEnd':
      return piece.startsWith('"') ? 'colon' : null;
    case 'colon':
      return piece === ':' ? 'value' : null;
    case 'commaOrEnd':
      return piece !== ',' ? null : open.at(-1) === '{' ? 'key' : 'value';
    case 'end':
      return null;
  }
}

/** The first place at which a text is no JSON; null if it is JSON. */
export function jsonFault(text: string): Fault | null {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    blanks.lastIndex = at;
    blanks.test(text);
    at = blanks.lastIndex;
    if (at === text.length) return wanted === 'end' ? null : placeOf(text, at);
    literal.lastIndex = at;
    const found = literal.exec(text)?.[0];
    const sign = /^[[\]{}:,]$/u.test(text[at]!) ? text[at]! : null;
    const piece = found ?? sign;
    const next: Wanted | null = piece === null ? null : behind(piece, wanted, open);
    if (next === null) return placeOf(text, at);
    wanted = next;
    at += piece!.length;
  }
}

function placeOf(text: string, offset: number): Fault {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}
