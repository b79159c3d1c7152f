import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf } from '../../src/app/frame.ts';
import { reduce } from '../../src/panes/reducer.ts';
import { anyCommand } from '../reader/any-command.ts';
import { openSample } from '../reader/sample.ts';
import { worldOf } from '../reader/world.ts';

test('whatever is asked for, every row of the screen is exactly as wide as the screen, and the cursor on it', async () => {
  const world = await worldOf();
  const samples = [await openSample('ar'), await openSample('en')];
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(anyCommand, { maxLength: 15 }), (sample, commands) => {
      let state = sample;
      for (const command of commands) {
        state = world(reduce(state, command));
        const { rows, cursor } = frameOf(state);
        const { size } = state;
        expect(rows).toHaveLength(size.rows);
        for (const row of rows) expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(size.columns);
        if (!cursor) continue;
        expect(cursor.row).toBe(size.rows - 1);
        expect(cursor.column).toBeGreaterThanOrEqual(0);
        expect(cursor.column).toBeLessThan(size.columns);
      }
    }),
    { numRuns: 120 },
  );
});
