/** Held down with a key; absent means not. */
export interface Modifiers {
  readonly shift?: true;
  readonly alt?: true;
  readonly ctrl?: true;
}

/** Keys that stand for no character. */
export type KeyName =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageup'
  | 'pagedown'
  | 'insert'
  | 'delete'
  | 'backspace'
  | 'enter'
  | 'tab'
  | 'shift-tab'
  | 'escape'
  | `f${number}`
  | `ctrl-${string}`;

/** What a person did, as data. */
export type Key =
  /** A character (one code point), with Alt or not. */
  | ({ readonly name: 'char'; readonly text: string } & Modifiers)
  | ({ readonly name: KeyName } & Modifiers)
  /** Pasted text, lines ended by `\n`. It is not to be trusted more than an article. */
  | { readonly name: 'paste'; readonly text: string }
  /** The mouse, at a cell counted from 0. `button` is 0 left, 1 middle, 2 right. */
  | ({
      readonly name: 'press' | 'release' | 'drag';
      readonly button: number;
      readonly row: number;
      readonly column: number;
      /** Of a press: which one it is of several quick ones at that cell, see `countClicks`. */
      readonly clicks?: number;
    } & Modifiers)
  | ({
      readonly name: 'wheel-up' | 'wheel-down';
      readonly row: number;
      readonly column: number;
    } & Modifiers)
  /** The window came to the front, or went to the back. */
  | { readonly name: 'focus' | 'blur' };

/**
 * What a terminal answered: the whole sequence, ESC included, strings without their terminator. Recognized by
 * `reply.ts`.
 */
export interface Reply {
  readonly name: 'reply';
  readonly sequence: string;
}

/** What comes from a terminal. */
export type Input = Key | Reply;

/** The key of a character; control characters are the keys they are made with. */
export function characterKey(character: string, modifiers: Modifiers = {}): Key | undefined {
  const code = character.codePointAt(0)!;
  switch (code) {
    case 0:
      return { name: 'ctrl-space', ...modifiers };
    case 8:
    case 127:
      return { name: 'backspace', ...modifiers };
    case 9:
      return { name: 'tab', ...modifiers };
    case 10:
    case 13:
      return { name: 'enter', ...modifiers };
    case 27:
      return { name: 'escape', ...modifiers };
  }
  if (code < 32) {
    const letter = String.fromCharCode(code + 64).toLowerCase();
    return { name: `ctrl-${letter}`, ...modifiers };
  }
  // C1 controls are no characters, and no terminal in UTF-8 sends them as such.
  if (code >= 128 && code < 160) return undefined;
  return { name: 'char', text: character, ...modifiers };
}

/** Modifiers as xterm, kitty and rxvt number them: one more than the sum of 1 Shift, 2 Alt, 4 Ctrl, 8 Meta. */
export function modifiers(parameter: number): Modifiers {
  const bits = Math.max(0, parameter - 1);
  return {
    ...(bits & 1 ? { shift: true as const } : {}),
    ...(bits & 10 ? { alt: true as const } : {}),
    ...(bits & 4 ? { ctrl: true as const } : {}),
  };
}

/** A code point typed with modifiers (modifyOtherKeys, CSI u), as the key it is without such a protocol. */
export function modifiedKey(code: number, held: Modifiers): Key | undefined {
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  const keypad = keypadKeys[code];
  if (keypad !== undefined) return { name: keypad, ...held };
  // Functional keys of the kitty protocol that are no keys here (locks, media, modifiers alone).
  if (code >= 57344 && code <= 63743) return undefined;
  const character = String.fromCodePoint(code);
  if (code === 9 && held.shift) return { name: 'shift-tab', ...without(held, 'shift') };
  if (code < 32 || code === 127) return characterKey(character, held);
  if (held.ctrl) {
    const name = code === 32 ? 'space' : character.toLowerCase();
    return { name: `ctrl-${name}`, ...without(held, 'ctrl') };
  }
  const text = held.shift ? character.toUpperCase() : character;
  // What has a longer upper case (ß) has no key of its own.
  return characterKey([...text].length === 1 ? text : character, without(held, 'shift'));
}

// The keypad in the kitty protocol.
const keypadKeys: Record<number, KeyName> = {
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageup',
  57422: 'pagedown',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
};

function without(held: Modifiers, name: keyof Modifiers): Modifiers {
  const { [name]: _, ...rest } = held;
  return rest;
}
