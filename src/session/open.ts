// The reader on a terminal: opens the first source, shows its first page, and from then on is a reading until it is left.
import { frameOf } from '../app/frame.ts';
import type { spokenLines } from '../app/spoken.ts';
import { createStore, type Store } from '../app/store.ts';
import type { Notice, ReaderState } from '../reader/state/state.ts';
import type { Problem } from '../reader/words/problem.ts';
import type { Complaint, Settings } from '../settings/configuration.ts';
import { habitsFile, libraryPlace, placesFolder } from '../settings/folders.ts';
import { readKeys } from '../settings/key-file.ts';
import { chosenModel, type Options } from '../settings/options.ts';
import { tellProblem } from '../settings/tell.ts';
import { type Habits, openHabits } from '../store/memory/habits.ts';
import { type Memory, openMemory } from '../store/memory/memory.ts';
import { recognize } from '../terminal/identity/ask.ts';
import { type Detection, detect } from '../terminal/identity/detection.ts';
import type { Evidence } from '../terminal/identity/evidence.ts';
import type { Key } from '../terminal/input/key.ts';
import { outputModel } from '../terminal/models/models.ts';
import type { Frame } from '../terminal/output/cell.ts';
import type { ModelName, OutputModel } from '../terminal/output/model.ts';
import { openSession, type Session } from '../terminal/session.ts';
import { analyzed } from './analyzed.ts';
import { askedOnce, isToBeAsked } from './ask-once.ts';
import { now } from './clock.ts';
import { adapted, firstState, usualFor } from './first-page.ts';
import { createLeaving } from './leaving.ts';
import { createLibrarian, type Librarian } from './librarian.ts';
import { log, loggedEffect, loggedKey, unwritableLog } from './log.ts';
import { type Found, openLast, openShowing } from './opening.ts';
import { createPressing } from './pressing.ts';
import { createQuiet } from './quiet.ts';
import { createReading } from './reading.ts';
import type { Room } from './room.ts';
import { saveWhileReading } from './saving.ts';

/** Opens the reader on the first source, the others ahead of it. Gives the exit status. */
export async function openReading(
  sources: readonly string[],
  { options, calibrated }: Settings,
): Promise<number> {
  let tell = (problem: Problem): void => tellProblem(problem, null, options);
  const complaints = readKeys();
  for (const { about, problem } of complaints) tellProblem(problem, about, options);
  if (unwritableLog !== null) tellProblem({ key: 'logUnwritable' }, unwritableLog, options);
  const memory = openMemory(placesFolder());
  const librarian = createLibrarian(libraryPlace(options), (problem) => tell(problem));
  const [source, ...others] = sources;
  const found =
    source === undefined
      ? await openLast(memory, librarian, options)
      : await openShowing(source, librarian, options);
  const task: Task = {
    found,
    others,
    complaint: complaints[0] ?? null,
    named: source ?? found.article.source,
    options,
    memory,
    habits: openHabits(habitsFile()),
    librarian,
    hear(listener) {
      tell = listener;
    },
  };
  return readOnTerminal(task, { environment: process.env, calibrated, ...chosenModel(options) });
}

/** What is to be read, and how. */
interface Task {
  readonly found: Found;
  /** Sources that come after it. */
  readonly others: readonly string[];
  /** What is wrong with the user's keys, to be told. */
  readonly complaint: Complaint | null;
  /** The source for which the options hold. */
  readonly named: string;
  readonly options: Options;
  readonly memory: Memory;
  readonly habits: Habits;
  readonly librarian: Librarian;
  /** Who is told from now on what the library has to say. */
  readonly hear: (listener: (problem: Problem) => void) => void;
}

async function readOnTerminal(task: Task, evidence: Evidence): Promise<number> {
  const { options } = task;
  const lines = options.plain === true;
  // Lines are logical text in any terminal: nothing is to be found out.
  const guess = lines ? spokenTo(detect(evidence)) : detect(evidence);
  log('start', { node: process.version, term: process.env.TERM, guess });
  const session = openSession({
    model: modelOf(guess),
    colors: guess.colors,
    mouse: options.mouse && !lines,
    paced: guess.terminal.editor === true,
    lines,
  });
  const typeAhead = collectKeys(session);
  session.onReply((sequence) => log('reply', sequence));
  let store: Store | null = null;
  let taken = guess;
  let picked: ModelName | undefined;
  let unkept: Notice | null = null;
  const identify = lines ? async () => guess : recognize;
  const known = identify(session, evidence, (found) => {
    const detection = picked === undefined ? found : { ...found, model: picked };
    log('detected', detection);
    session.setModel(modelOf(detection), detection.colors);
    const before = taken;
    taken = detection;
    store?.update((state) => adapted(state, task, before, detection));
  });
  const size = session.size();
  // If the environment does not tell, the answer is waited for: a wrong first page is worse than a late one.
  const seen = guess.decided && guess.ask.length === 0 ? guess : await known;
  if (isToBeAsked(seen)) {
    ({ model: picked, unkept } = await askedOnce(session, seen, options));
    typeAhead.forget();
    session.setModel(modelOf({ ...seen, model: picked }), seen.colors);
  }
  const detection = picked === undefined ? seen : { ...seen, model: picked };
  const initial = firstState({ ...task, detection, size, unkept });
  const spoken = lines ? (await import('../app/spoken.ts')).spokenLines : null;
  return new Promise<number>((resolve, reject) => {
    const usual = () => usualFor(options, taken);
    store = read({ ...task, usual, spoken }, session, typeAhead, initial, (error) =>
      error ? reject(error.thrown) : resolve(0),
    );
  });
}

/** A terminal that is only given lines of logical text, without colors. */
function spokenTo(detection: Detection): Detection {
  return { ...detection, model: 'logical', colors: 'none', tashkeel: 'keep', decided: true, ask: [] };
}

/** Reads until the reader is left; `ended` is told what was thrown, or null. Gives the store of the reading. */
function read(
  {
    found,
    options,
    named,
    memory,
    habits,
    usual,
    librarian,
    hear,
    spoken,
  }: Task & Pick<Room, 'usual'> & { readonly spoken: typeof spokenLines | null },
  session: Session,
  typeAhead: TypeAhead,
  initial: ReturnType<typeof firstState>,
  ended: (failure: { readonly thrown: unknown } | null) => void,
): Store {
  const leaving = createLeaving();
  const store = createStore(initial, (effect) => {
    log('effect', loggedEffect(effect));
    reading.perform(effect);
  });
  const tell = (notice: Notice): void => store.update((state) => ({ ...state, notice }));
  const saving = options.remember === false ? null : saveWhileReading(store, memory, tell);
  /** What is written down at once, however the program ends. */
  const finish = (): void => {
    saving?.finish();
    reading.finish();
  };
  const fail = (error: unknown): void => {
    if (!leaving.begin()) return;
    finish();
    void librarian.close();
    session.close();
    ended({ thrown: error });
  };
  const quit = async (): Promise<void> => {
    if (!leaving.begin()) return;
    finish();
    // Ink is not unmounted: that takes longer than all the rest, and nobody sees it.
    session.close();
    await leaving.released();
    await librarian.close();
    ended(null);
  };
  const { signal, hold } = leaving;
  const quiet = createQuiet(signal);
  const room: Room = {
    store,
    session,
    options,
    memory,
    habits,
    usual,
    librarian,
    named,
    leaving: signal,
    hold,
    quiet: quiet.wait,
    fail,
  };
  const reading = createReading(room, () => void quit());
  hear((problem) => tell({ key: 'problem', problem }));
  session.onEnd((ending) => {
    log('ended', ending);
    leaving.begin();
    finish();
    memory.abandon();
    void librarian.close();
  });
  const draw = timedDraw(session, typeAhead);
  const show = (frame: Frame): void => {
    if (!signal.aborted) draw(frame);
  };
  let said: ReaderState | null = null;
  const speak = (lines: typeof spokenLines): void => {
    const before = said;
    said = store.get();
    if (!signal.aborted) for (const line of lines(before, said)) session.line(line);
  };
  const paint = (): void => (spoken ? speak(spoken) : show(frameOf(store.get())));
  paint();
  reading.begin(found);
  session.onResize((size) => store.dispatch({ type: 'resize', size }));
  const press = createPressing(store, signal);
  typeAhead.pass((key) => {
    quiet.pressed();
    press(key);
  });
  const stop = store.subscribe(paint);
  // Keys do what they do long before Ink is there, which draws the very same frames.
  const mount = async (): Promise<void> => {
    // The worker and Ink need not be in memory at once, nor take turns on one processor.
    await analyzed(store);
    const { slices } = await import('../ink/slices.ts');
    for (const load of [...slices, () => import('../app/mount.tsx')]) {
      await quiet.wait();
      if (signal.aborted) return;
      await load();
    }
    const { mountApp } = await import('../app/mount.tsx');
    await quiet.wait();
    if (signal.aborted) return;
    stop();
    mountApp(store, show).ended.catch(fail);
  };
  if (!spoken) mount().catch(fail);
  return store;
}

/** Keys of a session, from its very beginning. */
interface TypeAhead {
  /** Forgets the keys that were typed so far: they were for somebody else. */
  readonly forget: () => void;
  /** Hands on the keys that were typed so far, and from now on each as it comes. */
  readonly pass: (use: (key: Key) => void) => void;
  /** When the last key came, by `now()`, until that is asked for; then undefined until the next. */
  readonly takeTime: () => number | undefined;
}

/** Collects the keys typed before there is a page: they are done when it is there. */
function collectKeys(session: Session): TypeAhead {
  const early: Key[] = [];
  let use: ((key: Key) => void) | undefined;
  let time: number | undefined;
  session.onKey((key) => {
    time = now();
    log('key', loggedKey(key));
    if (use) use(key);
    else early.push(key);
  });
  return {
    forget() {
      early.length = 0;
    },
    pass(listener) {
      use = listener;
      for (const key of early.splice(0)) listener(key);
    },
    takeTime() {
      const taken = time;
      time = undefined;
      return taken;
    },
  };
}

/** Draws a frame; the log is told how long that took, and how long after the key. */
function timedDraw(session: Session, typeAhead: TypeAhead): (frame: Frame) => void {
  return (frame) => {
    const start = now();
    session.draw(frame);
    const end = now();
    const key = typeAhead.takeTime();
    log('frame', {
      draw: rounded(end - start),
      ...(key === undefined ? {} : { afterKey: rounded(end - key) }),
    });
  };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;

function modelOf({ model, background, movesRows, strike }: Detection): OutputModel {
  return { ...outputModel(model, background), movesRows, strike };
}
