// A frame as a picture, its colors included: what `npm run gallery` shows.
import type { Frame, StyledCell } from '../../src/terminal/output/cell.ts';

/** Pixels of a cell. */
const cell = { width: 9, height: 20, baseline: 15 };

/** What a terminal with such a background gives to words that have no color of their own. */
export interface Ground {
  readonly background: string;
  readonly foreground: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

function drawn({ text, style, width }: StyledCell, left: number, top: number, ground: Ground): string {
  let ink = style.foreground === undefined ? ground.foreground : hex(style.foreground);
  let paper = style.background === undefined ? undefined : hex(style.background);
  if (style.inverse) [ink, paper] = [paper ?? ground.background, ink];
  const parts: string[] = [];
  const [wide, high] = [width * cell.width, cell.height];
  if (paper) parts.push(`<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${paper}"/>`);
  if (text !== ' ') {
    const look = [
      `fill="${ink}"`,
      style.bold ? 'font-weight="bold"' : '',
      style.italic ? 'font-style="italic"' : '',
      style.dim ? 'opacity="0.6"' : '',
      style.underline ? 'text-decoration="underline"' : '',
    ].filter(Boolean);
    parts.push(`<text x="${left}" y="${top + cell.baseline}" ${look.join(' ')}>${escaped(text)}</text>`);
  }
  return parts.join('');
}

/** The frame as SVG, each cluster in its own cell, so that no viewer reorders or joins anything by itself. */
export function svgOf(frame: Frame, ground: Ground): string {
  const columns = frame.rows[0]?.reduce((sum, { width }) => sum + width, 0) ?? 0;
  const [wide, high] = [columns * cell.width, frame.rows.length * cell.height];
  const body = frame.rows.map((row, at) => {
    let column = 0;
    return row
      .map((one) => {
        const left = column * cell.width;
        column += one.width;
        return drawn(one, left, at * cell.height, ground);
      })
      .join('');
  });
  const { cursor } = frame;
  if (cursor) {
    const [left, top] = [cursor.column * cell.width, cursor.row * cell.height];
    body.push(`<rect x="${left}" y="${top}" width="2" height="${cell.height}" fill="${ground.foreground}"/>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" font-family="DejaVu Sans Mono, monospace" font-size="15">
<rect width="100%" height="100%" fill="${ground.background}"/>
${body.join('\n')}
</svg>
`;
}
