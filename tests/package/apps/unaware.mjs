// An Ink app that knows nothing of right-to-left text.
import { Alert, Select, TextInput, UnorderedList } from '@inkjs/ui';
import { Box, render, Text, useCursor } from 'ink';
import { createElement as h } from 'react';

/** A field whose cursor is the terminal's own, as an input method needs it: after the third letter. */
function Field() {
  const { setCursorPosition } = useCursor();
  setCursorPosition({ x: 3, y: 13 });
  return h(Text, null, 'اكتب');
}

const item = (text) => h(UnorderedList.Item, { key: text }, h(Text, null, text));
const box = (...children) =>
  h(Box, { borderStyle: 'round', width: 26, paddingX: 1, flexDirection: 'column' }, ...children);

export function App() {
  return h(
    Box,
    { flexDirection: 'column', width: 54 },
    h(Alert, { variant: 'warning', title: 'تنبيه' }, 'نفدت المساحة (disk full)، احذف بعض الملفات.'),
    h(
      Box,
      { gap: 2 },
      box(h(Text, { color: 'red' }, 'أخبار'), h(Text, null, 'في 2026')),
      box(h(Text, null, 'שלום'), h(Text, null, 'Version 2.1')),
    ),
    h(UnorderedList, null, item('القاهرة'), item('London')),
    h(Select, { isDisabled: true, options: [{ label: 'نعم', value: 'a' }] }),
    h(TextInput, { defaultValue: 'مرحبا' }),
    h(Field),
  );
}

if (process.argv[1] === import.meta.filename) render(h(App));
