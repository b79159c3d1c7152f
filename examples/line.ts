// Prints lines of any script so that they read right in this terminal: `node line.js`.
import { detect, encodeRow } from 'maqal/terminal';
import { layoutLine } from 'maqal/text';

const { printed, colors } = detect({ environment: process.env });
const lines = ['السطر الأول: maqal 0.1 (تجربة)', 'שורה שנייה: 3 ספרים', 'A third line, for comparison.'];

for (const line of lines) {
  const row = layoutLine(line, { width: 40 });
  console.log(encodeRow(row, printed, { colors, style: { bold: row.direction === 'rtl' } }));
}
