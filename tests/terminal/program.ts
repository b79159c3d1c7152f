// A small whole-screen program, to see what becomes of the terminal it runs in. Started in a pty by session.test.ts.
import { readFileSync } from 'node:fs';
import { recognize } from '../../src/terminal/identity/ask.ts';
import { calibrate } from '../../src/terminal/identity/calibrate.ts';
import { type Detection, detect } from '../../src/terminal/identity/detection.ts';
import { examine, report } from '../../src/terminal/identity/doctor.ts';
import type { Evidence } from '../../src/terminal/identity/evidence.ts';
import { cardFrame } from '../../src/terminal/identity/test-card.ts';
import type { Key } from '../../src/terminal/input/key.ts';
import { outputModel } from '../../src/terminal/models/models.ts';
import type { Frame } from '../../src/terminal/output/cell.ts';
import { openSession } from '../../src/terminal/session.ts';
import { rowOf } from './rows.ts';

const piped = process.stdin.isTTY ? '' : readFileSync(0, 'utf8').trim();
const evidence: Evidence = { environment: process.env };
let detection: Detection = detect(evidence);
const session = openSession({
  model: outputModel(detection.model, detection.background),
  colors: detection.colors,
  mouse: true,
});

const keys: string[] = [];
let resizes = 0;
let calibrating = false;

function frame(): Frame {
  const { columns, rows } = session.size();
  const lines = [
    `pid ${process.pid}.`,
    `model ${detection.model}.`,
    `size ${columns} ${rows}.`,
    `resized ${resizes}.`,
    `piped ${piped}.`,
    `keys ${keys.join(' ')}.`,
  ];
  const text = Array.from({ length: rows }, (_, row) => lines[row] ?? '');
  return { rows: text.map((line) => rowOf(line.slice(0, columns).padEnd(columns))), cursor: null };
}

function apply(next: Detection): void {
  detection = next;
  session.setModel(outputModel(next.model, next.background), next.colors);
  session.draw(frame());
}

async function onKey(key: Key): Promise<void> {
  if (calibrating) return;
  keys.push('text' in key ? key.text : key.name);
  session.draw(frame());
  switch (keys.at(-1)) {
    case 'q':
      session.close();
      session.close();
      process.stdout.write('bye\n');
      process.exit(0);
      break;
    case 'e':
      process.exit(3);
      break;
    case 'x':
      throw new Error('thrown');
    case 'r':
      setTimeout(() => Promise.reject(new Error('rejected')));
      break;
    case 'ctrl-z':
      session.suspend();
      break;
    case 'f':
      for (let count = 0; count < 3000; count++) {
        keys[0] = `frame${count}`;
        session.draw(frame());
        if (count % 10 === 0) await new Promise(setImmediate);
      }
      break;
    case 'd': {
      const { examination, detection } = await examine(session, evidence);
      session.draw(cardFrame(detection, session.size()));
      await new Promise<void>((done) => session.onKey(() => done()));
      session.close();
      process.stdout.write(`${report(examination).join('\n')}\nreported\n`);
      process.exit(0);
      break;
    }
    case 'c': {
      calibrating = true;
      const picked = await calibrate(session, detection);
      session.close();
      process.stdout.write(`picked ${picked}\n`);
      process.exit(0);
    }
  }
}

session.onKey((key) => void (key.name === 'char' && key.text === 'x' ? onThrow(key) : onKey(key)));
function onThrow(key: Key): never {
  keys.push(key.name);
  throw new Error('thrown');
}
session.onResize(() => {
  resizes += 1;
  session.draw(frame());
});
session.onEnd((ending) => process.stdout.write(`\x1b]0;${ending}\x07`));
const known = recognize(session, evidence, apply);
if (!detection.decided) detection = await known;
session.draw(frame());
