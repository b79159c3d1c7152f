import { Rows } from '../../ink/Rows.tsx';
import type { Placed } from '../pane.ts';

/** The Ink component of the pane. */
export const PromptView = ({ drawing, width }: Placed) => <Rows rows={drawing.rows} width={width} />;
