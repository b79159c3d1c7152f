import { configurationPath, keepCalibration, type Settings } from '../settings/configuration.ts';
import { chosenModel } from '../settings/options.ts';
import { calibrate } from '../terminal/identity/calibrate.ts';
import { type Examination, examine, examineEnvironment, report } from '../terminal/identity/doctor.ts';
import type { Evidence } from '../terminal/identity/evidence.ts';
import { cardFrame, testCard } from '../terminal/identity/test-card.ts';
import { isTerminal } from '../terminal/lines.ts';
import { outputModel } from '../terminal/models/models.ts';
import { encodeRow } from '../terminal/output/encode.ts';
import { openSession } from '../terminal/session.ts';
import { visible } from '../text/visible.ts';
import { write, writeJson, writeRows } from './output.ts';
import { CommandError } from './run.ts';

/** Columns and rows that are spoken of where there is no terminal. */
const noScreen = { columns: 80, rows: 24 };

declare const MAQAL_VERSION: string;

/** The examination, and what else a report of a fault should say. */
function reported(examination: Examination): object {
  const { platform, arch, version: node } = process;
  return { maqal: MAQAL_VERSION, node, platform, arch, ...examination };
}

/** Tells what this terminal is taken for and why, or lets the reader choose. Gives the exit status. */
export async function doctor({ options, calibrated }: Settings): Promise<number> {
  const evidence: Evidence = { environment: process.env, calibrated, ...chosenModel(options) };
  const { stdout } = process;
  if (!isTerminal(stdout) || !process.stdin.isTTY) {
    if (options.calibrate) throw new CommandError('doctor', { key: 'needsTerminal' });
    const examination = examineEnvironment(evidence, noScreen);
    if (options.json) await writeJson(reported(examination));
    else await write(`${report(examination).join('\n')}\n`);
    return 0;
  }
  const session = openSession({ model: outputModel('visual'), colors: '24-bit', mouse: false });
  try {
    const { examination, detection } = await examine(session, evidence);
    session.setModel(outputModel(detection.model, detection.background), detection.colors);
    if (options.calibrate) {
      const picked = await calibrate(session, detection);
      session.close();
      if (picked === null) {
        await write('Nothing was chosen; nothing has changed.\n');
        return 1;
      }
      keepCalibration(examination.terminal.key, picked, options.config);
      const file = configurationPath(options.config);
      await write(`${visible(examination.terminal.key)}: ${picked}, kept in ${visible(file)}\n`);
      return 0;
    }
    if (options.json) {
      session.close();
      await writeJson(reported(examination));
      return 0;
    }
    await new Promise<void>((resolve) => {
      session.draw(cardFrame(detection, session.size()));
      session.onResize((size) => session.draw(cardFrame(detection, size)));
      session.onKey(() => resolve());
    });
    session.close();
    await write(`${report(examination).join('\n')}\n\n`);
    // The card once more, as printed text keeps it.
    const printed = outputModel(examination.printed, detection.background);
    for (const row of testCard(detection, Math.min(stdout.columns ?? noScreen.columns, noScreen.columns))) {
      await writeRows(`${encodeRow(row, printed, detection.colors, stdout.columns)}\n`);
    }
    return 0;
  } finally {
    session.close();
  }
}
