// `maqal/terminal`: which terminal this is, and a row of cells as the bytes that come out right in it.
import * as detection from '../terminal/identity/detection.ts';
import type { Evidence } from '../terminal/identity/evidence.ts';
import * as models from '../terminal/models/models.ts';
import type { ScreenRow } from '../terminal/output/cell.ts';
import { type ColorDepth, colorDepths } from '../terminal/output/color.ts';
import * as encoding from '../terminal/output/encode.ts';
import { type ModelName, modelNames, type OutputModel } from '../terminal/output/model.ts';
import { plain, type Style } from '../terminal/output/style.ts';
import type { Cell, Row } from '../text/row.ts';
import { expectLists, expectObject, expectOneOf } from './expect.ts';

export type { Detection } from '../terminal/identity/detection.ts';
export type { Evidence } from '../terminal/identity/evidence.ts';
export type { ScreenRow, StyledCell } from '../terminal/output/cell.ts';
export type { ColorDepth } from '../terminal/output/color.ts';
export type { ModelName, OutputModel } from '../terminal/output/model.ts';
export type { Color, Style } from '../terminal/output/style.ts';
export type { Cell, Row } from '../text/row.ts';
export type { Span } from '../text/span.ts';
export { modelNames };

/**
 * What a terminal is taken for: its output model, colors, background, and the reasons. The environment alone often
 * tells (`detect({ environment: process.env })`); `decided` says whether it did.
 */
export function detect(evidence: Evidence): detection.Detection {
  expectObject('detect: evidence', evidence);
  expectObject('detect: evidence.environment', evidence.environment);
  return detection.detect(evidence);
}

/** The output model of that name: how one kind of terminal is given a finished row. */
export function outputModel(name: ModelName): OutputModel {
  expectOneOf('outputModel: name', name, modelNames);
  return models.outputModel(name);
}

/** What a row is written with, beside its cells. */
export interface EncodeOptions {
  /** How many colors the terminal has; `none` unless it is given, which keeps bold, underline and inverse. */
  readonly colors?: ColorDepth;
  /** The look of cells that have none of their own. */
  readonly style?: Style;
}

/**
 * A row as the text to write for one kind of terminal, escapes included. It begins and ends in the terminal's own
 * style, and holds no control of the article's. Cells may have a `style`; those of `layoutLine` and `layoutParagraph`
 * have none. Erase the line first: blanks at its end are left out.
 */
export function encodeRow(
  row: Row | ScreenRow | readonly Cell[],
  model: ModelName | OutputModel,
  options: EncodeOptions = {},
): string {
  const cells = 'cells' in Object(row) ? (row as Row).cells : row;
  expectLists('encodeRow: row', { cells }, 'a row or its cells', ['cells']);
  if (typeof model === 'string') expectOneOf('encodeRow: model', model, modelNames);
  else expectObject('encodeRow: model', model);
  expectObject('encodeRow: options', options);
  const { colors = 'none', style = plain } = options;
  expectOneOf('encodeRow: options.colors', colors, colorDepths);
  const styled = (cells as readonly (Cell & { style?: Style })[]).map((cell) =>
    cell.style === undefined ? { ...cell, style } : (cell as ScreenRow[number]),
  );
  return encoding.encodeRow(styled, typeof model === 'string' ? models.outputModel(model) : model, colors);
}
