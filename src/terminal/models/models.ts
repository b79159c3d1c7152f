import type { ModelName, OutputModel } from '../output/model.ts';
import { explicitVisual } from './explicit-visual.ts';
import { inverse, inverseLtr, inverseParagraph } from './inverse.ts';
import { inverseLrm } from './inverse-lrm.ts';
import { logical } from './logical.ts';
import { mltermOff } from './mlterm-off.ts';
import { type Ground, styleSplit } from './style-split.ts';
import { visual } from './visual.ts';
import { visualLrm } from './visual-lrm.ts';
import { wordRuns } from './word-runs.ts';

/** The output model of that name; `ground` is the terminal's background, which only style-split needs. */
export function outputModel(name: ModelName, ground: Ground = 'unknown'): OutputModel {
  return name === 'style-split' ? styleSplit(ground) : models[name];
}

const models: Record<Exclude<ModelName, 'style-split'>, OutputModel> = {
  visual,
  'explicit-visual': explicitVisual,
  'mlterm-off': mltermOff,
  'visual-lrm': visualLrm,
  inverse,
  'inverse-ltr': inverseLtr,
  'inverse-paragraph': inverseParagraph,
  'inverse-lrm': inverseLrm,
  'word-runs': wordRuns,
  logical,
};
