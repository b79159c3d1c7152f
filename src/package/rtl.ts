// The stream of `maqal/ink`, which needs neither Ink nor React: `maqal/register` is made of it as well.
import { readFileSync } from 'node:fs';
import { rewrittenStream, type TerminalStream } from '../ink/stream/rtl.ts';
import { configurationPath } from '../settings/configuration.ts';
import { detectNow } from '../terminal/identity/ask-now.ts';
import type { Evidence } from '../terminal/identity/evidence.ts';
import { type ModelName, modelNames } from '../terminal/output/model.ts';
import { expectNumber, expectObject, expectOneOf } from './expect.ts';

/** What `rtl` may be told. */
export interface RtlOptions {
  /** The output model, if it is not to be found out: see `modelNames` in `maqal/terminal`. */
  readonly model?: ModelName;
  /** Columns that the app takes, if it takes fewer than its widest frame or the terminal. */
  readonly width?: number;
}

const isModelName = (name: string): name is ModelName => (modelNames as readonly string[]).includes(name);

const streams = new WeakMap<object, TerminalStream>();

/**
 * A stdout for Ink, `render(<App />, {stdout: rtl(process.stdout)})`: whatever is written to it comes out right in the
 * terminal, its right-to-left text laid out and encoded line by line. The same object for the same stream. A stream that
 * is no terminal is given back as it is, as is one whose terminal needs nothing. Asks the terminal who it is, for 0.3
 * seconds at most, if the environment does not tell.
 */
export function rtl(stream: NodeJS.WriteStream, options: RtlOptions = {}): NodeJS.WriteStream {
  expectObject('rtl: stream', stream);
  expectObject('rtl: options', options);
  const { model, width } = options;
  if (model !== undefined) expectOneOf('rtl: options.model', model, modelNames);
  if (width !== undefined) expectNumber('rtl: options.width', width);
  const known = streams.get(stream);
  if (known) return known;
  const detection = stream.isTTY ? detectNow(evidence(model)) : undefined;
  const found =
    detection === undefined || detection.printed === 'logical'
      ? stream
      : rewrittenStream(stream, detection, width);
  streams.set(stream, found);
  streams.set(found, found);
  return found;
}

/** What was chosen for this terminal, by whoever runs the program or writes it, and the environment. */
function evidence(model: ModelName | undefined): Evidence {
  const named = process.env.MAQAL_TERMINAL ?? '';
  const environment = process.env;
  if (isModelName(named)) return { environment, choice: { model: named, by: 'MAQAL_TERMINAL' } };
  if (model !== undefined) return { environment, choice: { model, by: 'rtl' } };
  return { environment, calibrated: calibrated() };
}

/** What `maqal doctor --calibrate` has kept. Nothing if it cannot be read: that is told elsewhere. */
function calibrated(): Record<string, ModelName> {
  try {
    const { calibrated: kept = {} } = JSON.parse(readFileSync(configurationPath(), 'utf8'));
    return Object.fromEntries(
      Object.entries(kept as Record<string, unknown>).flatMap(([key, name]) =>
        typeof name === 'string' && isModelName(name) ? [[key, name]] : [],
      ),
    );
  } catch {
    return {};
  }
}
