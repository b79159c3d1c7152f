// An Ink app that uses maqal/ink.
import { Box, render } from 'ink';
import { BidiText, rtl } from 'maqal/ink';
import { createElement as h, useEffect, useState } from 'react';

function Clock() {
  const [text, setText] = useState('السعر: 12.5 (تقريبا)');
  useEffect(() => {
    const timer = setTimeout(() => setText('السعر: 13.5 (تقريبا)'), 300);
    return () => clearTimeout(timer);
  }, []);
  return h(BidiText, { color: 'red', spans: [{ start: 7, end: 11, style: { bold: true } }] }, text);
}

const app = h(
  Box,
  { borderStyle: 'round', width: 30, paddingX: 1, flexDirection: 'column' },
  h(Clock),
  h(BidiText, { align: 'center', width: 26 }, 'عنوان'),
);
render(app, { stdout: rtl(process.stdout) });
