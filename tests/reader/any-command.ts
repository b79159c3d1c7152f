import fc from 'fast-check';
import { type Command, tabs } from '../../src/reader/state/command.ts';
import { shelves } from '../../src/reader/state/shelf.ts';

const by = fc.constantFrom<1 | -1>(1, -1);
/** Anything that a reader may ask for. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'paragraph',
        'page',
        'halfPage',
        'quote',
        'mention',
        'hit',
        'nextTab',
        'listPage',
        'listEdge',
        'visit',
      ),
      by,
    )
    .map(([type, by]) => ({ type, by }) as Command),
  fc.constantFrom<Command>(
    { type: 'start' },
    { type: 'end' },
    { type: 'back' },
    { type: 'leave' },
    { type: 'jump' },
    { type: 'help' },
    { type: 'prompt' },
    { type: 'promptDone' },
    { type: 'promptText', text: 'ال' },
    { type: 'promptEdit', edit: 'erase' },
    { type: 'promptEdit', edit: 'older' },
    { type: 'promptEdit', edit: 'eraseWordForward' },
    { type: 'promptEdit', edit: 'wordBack' },
    { type: 'promptComplete' },
    { type: 'searchToggle', toggle: 'regex' },
    { type: 'searchToggle', toggle: 'word' },
    { type: 'forward' },
    { type: 'widen', by: 1 },
    { type: 'widen', by: -1 },
    { type: 'searchName', by: 1 },
    { type: 'searchName', by: -1 },
    { type: 'unknownKey', key: 'Q' },
    { type: 'markName', name: "'" },
    { type: 'toggleFocus' },
    { type: 'toggleSidebar' },
    { type: 'toggleTashkeel' },
    { type: 'toggleJustify' },
    { type: 'toggleTheme' },
    { type: 'toggleNames' },
    { type: 'filterBySpeaker' },
    { type: 'groupBySpeaker' },
    { type: 'entityPage' },
    { type: 'explain' },
    { type: 'copy' },
    { type: 'setMark' },
    { type: 'goToMark' },
    { type: 'markName', name: 'a' },
    { type: 'followLink' },
    { type: 'library' },
    { type: 'forget' },
    { type: 'reload' },
    { type: 'keep' },
  ),
  fc.integer({ min: -60, max: 60 }).map((by): Command => ({ type: 'scroll', by })),
  fc.integer({ min: -3, max: 3 }).map((by): Command => ({ type: 'list', by })),
  fc.integer({ min: -5, max: 99 }).map((index): Command => ({ type: 'choose', index })),
  fc.constantFrom(...tabs).map((tab): Command => ({ type: 'tab', tab })),
  fc.constantFrom(...shelves).map((shelf): Command => ({ type: 'shelf', shelf })),
  fc.nat({ max: 9 }).map((digit): Command => ({ type: 'linkNumber', digit })),
  fc.nat({ max: 9 }).map((digit): Command => ({ type: 'count', digit })),
  fc
    .record({ columns: fc.integer({ min: 1, max: 220 }), rows: fc.integer({ min: 1, max: 70 }) })
    .map((size): Command => ({ type: 'resize', size })),
);
