// `node --import maqal/register app.js`: what the program writes to its stdout comes out right in the terminal, though the
// program knows nothing of it.
import { rtl } from './rtl.ts';

const stream = rtl(process.stdout);
if (stream !== process.stdout) process.stdout.write = stream.write;

export { rtl };
