// An Ink app that uses maqal/ink.
import { Box, render } from 'ink';
import { BidiText, rtl } from 'maqal/ink';
import { createElement as h, useEffect, useRef, useState } from 'react';

/** Copies its own text once it stands there, and then what is between two of its cells. */
function Clock() {
  const drawn = useRef(null);
  const [text, setText] = useState('السعر: 12.5 (تقريبا)');
  useEffect(() => {
    const timer = setTimeout(() => setText('السعر: 13.5 (تقريبا)'), 300);
    const soon = setTimeout(() => {
      drawn.current.copy();
      drawn.current.copy(drawn.current.stretchBetween({ row: 0, column: 25 }, { row: 0, column: 21 }));
    }, 100);
    return () => {
      clearTimeout(timer);
      clearTimeout(soon);
    };
  }, []);
  return h(
    BidiText,
    { ref: drawn, color: 'red', spans: [{ start: 7, end: 11, style: { bold: true } }] },
    text,
  );
}

const app = h(
  Box,
  { borderStyle: 'round', width: 30, paddingX: 1, flexDirection: 'column' },
  h(Clock),
  h(BidiText, { align: 'center', width: 26 }, 'عنوان'),
);
render(app, { stdout: rtl(process.stdout) });
