import {
  configurationPath,
  readConfiguration,
  type Settings,
  settingChoices,
  withoutPassword,
} from '../settings/configuration.ts';
import { write, writeJson } from './output.ts';

/** Where a setting comes from. */
type Origin = 'command line' | 'MAQAL_TERMINAL' | 'MAQAL_LIBRARY' | 'file' | 'default';

/**
 * Prints the path of the settings and what is in force, with where each value comes from; with `json` as JSON, with
 * `schema` what a file may hold, as a JSON Schema. Gives the exit status.
 */
export async function config({ options, calibrated }: Settings, wantsSchema: boolean): Promise<number> {
  if (wantsSchema) {
    await writeJson(schema());
    return 0;
  }
  const file = configurationPath(options.config);
  const { options: inFile } = readConfiguration(options.config);
  const rows = [...Object.keys(settingChoices), 'library'].map((name) => {
    const value = (options as unknown as Record<string, unknown>)[name];
    const written = (inFile as Record<string, unknown>)[name];
    const origin: Origin =
      value === undefined || (name === 'mouse' && value === true && written === undefined)
        ? 'default'
        : value === written
          ? 'file'
          : name === 'terminal' && value === process.env.MAQAL_TERMINAL
            ? 'MAQAL_TERMINAL'
            : name === 'library'
              ? 'MAQAL_LIBRARY'
              : 'command line';
    return {
      name,
      value: name === 'library' && typeof value === 'string' ? withoutPassword(value) : (value ?? null),
      origin,
    };
  });
  if (options.json) await writeJson({ file, settings: rows, calibrated });
  else {
    const lines = rows.map(
      ({ name, value, origin }) => `${name.padEnd(12)} ${String(value ?? '–').padEnd(14)} ${origin}`,
    );
    for (const [terminal, model] of Object.entries(calibrated))
      lines.push(`calibrated   ${model.padEnd(14)} ${terminal}`);
    await write(`${file}\n\n${lines.join('\n')}\n`);
  }
  return 0;
}

/** What a file of settings may hold: JSON Schema, draft 2020-12. */
function schema(): object {
  const properties = Object.fromEntries(
    Object.entries(settingChoices).map(([name, values]) => [name, { enum: values }]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of maqal',
    type: 'object',
    properties: {
      ...properties,
      library: {
        description: 'The address of the server that has the library, postgres://USER@HOST/DATABASE',
        type: 'string',
        pattern: '^postgres(ql)?://',
      },
      calibrated: {
        description: 'The output model by terminal, as maqal doctor --calibrate writes it',
        type: 'object',
        additionalProperties: { enum: settingChoices.terminal },
      },
    },
    additionalProperties: false,
  };
}
