import { frameOf } from '../app/frame.ts';
import { commandOf } from '../app/input.ts';
import { createStore, type Store } from '../app/store.ts';
import type { Article } from '../article/model/article.ts';
import { SourceError } from '../article/model/problem.ts';
import type { Size } from '../terminal/session.ts';
import { settle } from '../reader/state/movement.ts';
import type { Preferences, Theme } from '../reader/state/preferences.ts';
import { withRemembered } from '../reader/state/remembering.ts';
import { type Notice, openReader, type ReaderState } from '../reader/state/state.ts';
import type { Problem } from '../reader/words/problem.ts';
import { bundledArticle } from '../settings/bundled.ts';
import type { Settings } from '../settings/configuration.ts';
import { libraryFolder, placesFolder } from '../settings/folders.ts';
import { interfaceLanguage } from '../settings/language.ts';
import { chosenModel, type Options, openOptions } from '../settings/options.ts';
import { tellProblem } from '../settings/tell.ts';
import { type Memory, openMemory } from '../store/memory/memory.ts';
import { recognize } from '../terminal/identity/ask.ts';
import { type Detection, detect } from '../terminal/identity/detection.ts';
import type { Evidence } from '../terminal/identity/evidence.ts';
import { outputModel } from '../terminal/models/models.ts';
import type { OutputModel } from '../terminal/output/model.ts';
import { openSession, type Session } from '../terminal/session.ts';
import { createLibrarian, type Librarian } from './librarian.ts';
import { type Opened, openSource } from './opening.ts';
import { progressLine } from './progress-line.ts';
import { createReading, failed, nothingRecalled, setAsideAs } from './reading.ts';
import { saveWhileReading } from './saving.ts';

/** Narrowest screen, in columns, where the sidebar is open from the start. */
const sidebarFrom = 80;

/** Opens the reader on the first source, the others ahead of it. Gives the exit status. */
export async function openReading(
  sources: readonly string[],
  { options, calibrated }: Settings,
): Promise<number> {
  const memory = openMemory(placesFolder());
  let tell = (problem: Problem): void => tellProblem(problem, null, options);
  const librarian = createLibrarian(libraryFolder(), (problem) => tell(problem));
  const [source, ...others] = sources;
  const { article, kept, instead } =
    source === undefined
      ? await lastArticle(memory, librarian, options)
      : await openShowing(source, librarian, options);
  const named = source ?? article.source;
  const hear = (listener: (problem: Problem) => void): void => {
    tell = listener;
  };
  const task = { article, kept, instead, others, named, options, memory, librarian, hear };
  return readOnTerminal(task, { environment: process.env, calibrated, ...chosenModel(options) });
}

/** The article that was read last; the first time, or where that cannot be opened, the one that comes along. */
async function lastArticle(memory: Memory, librarian: Librarian, options: Options): Promise<Found> {
  const last = options.remember === false ? null : memory.lastSource();
  const bundled = () => openSource(bundledArticle, librarian, openOptions(options));
  if (last === null) return bundled();
  try {
    return await openShowing(last, librarian, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { ...(await bundled()), instead: error };
  }
}

/** Opens a source before there is a page; how much of it has come is told on the terminal. */
async function openShowing(source: string, librarian: Librarian, options: Options): Promise<Found> {
  const line = progressLine(source);
  try {
    return await openSource(source, librarian, { ...openOptions(options), onProgress: line.tell });
  } finally {
    line.clear();
  }
}

/** What was opened; `instead` of what, and why, if that could not be opened. */
interface Found extends Opened {
  readonly instead?: SourceError;
}

/** What is to be read, and how. */
interface Task {
  readonly article: Article;
  /** When the copy was kept that it is; null for the source itself. */
  readonly kept: number | null;
  /** Why it is not the source that was asked for. */
  readonly instead: SourceError | undefined;
  /** Sources that come after it. */
  readonly others: readonly string[];
  /** The source for which the options hold. */
  readonly named: string;
  readonly options: Options;
  readonly memory: Memory;
  readonly librarian: Librarian;
  /** Hands on what the librarian has to tell, from now on. */
  readonly hear: (listener: (problem: Problem) => void) => void;
}

/** The theme for what is known of the terminal: the user's, else by its background. */
function themeFor({ theme }: Options, { background, colors }: Detection): Theme {
  if (theme) return theme;
  if (colors === 'none') return 'plain';
  return background === 'unknown' ? 'neutral' : background;
}

/** The reader as it opens: where the article was left, the other sources ahead. */
function opened(
  { article, instead, others, options, memory }: Task,
  size: Size,
  preferences: Preferences,
): ReaderState {
  const { remembered, broken } = options.remember === false ? nothingRecalled : memory.recall(article);
  const sidebar = options.sidebar
    ? options.sidebar === 'on'
    : size.columns >= sidebarFrom && (remembered?.sidebar.open ?? true);
  const fresh = openReader(article, size, preferences, sidebar);
  const state = remembered ? withRemembered(fresh, remembered) : fresh;
  const forward = others.map((source) => ({ source })).reverse();
  const ahead = others.length > 0 ? ({ key: 'ahead', count: others.length } as const) : null;
  return {
    ...state,
    visits: { back: [], forward },
    notice: broken ? setAsideAs(broken) : instead ? failed(instead) : (state.notice ?? ahead),
  };
}

async function readOnTerminal(task: Task, evidence: Evidence): Promise<number> {
  const { article, kept, options, memory, librarian, named, hear } = task;
  const guess = detect(evidence);
  const session = openSession({ model: modelOf(guess), colors: guess.colors, mouse: options.mouse });
  let store: Store | null = null;
  let taken = guess;
  const known = recognize(session, evidence, (detection) => {
    session.setModel(modelOf(detection), detection.colors);
    const before = taken;
    taken = detection;
    store?.update((state) => adapt(state, options, before, detection));
  });
  const size = session.size();
  // Where the environment does not tell, the answer is waited for: a wrong first page is worse than a late one.
  const detection = guess.decided ? guess : await known;
  const preferences: Preferences = {
    theme: themeFor(options, detection),
    interface: interfaceLanguage(options, article),
    tashkeel: options.tashkeel ?? detection.tashkeel,
    justify: false,
    ...(options.width === undefined ? {} : { width: options.width }),
  };
  const initial = opened(task, size, preferences);
  return new Promise<number>((resolve, reject) => {
    let unmount = () => {};
    const leave = (): void => {
      saving?.finish();
      reading.finish();
      librarian.close();
    };
    const fail = (error: unknown): void => {
      leave();
      session.close();
      reject(error);
    };
    const quit = (): void => {
      leave();
      unmount();
      session.close();
      resolve(0);
    };
    const current = createStore(initial, (effect) => reading.perform(effect));
    const reading = createReading({ store: current, session, options, memory, librarian, named, quit, fail });
    const tell = (notice: Notice): void => current.update((state) => ({ ...state, notice }));
    const saving = options.remember === false ? null : saveWhileReading(current, memory, tell);
    hear((problem) => tell({ key: 'problem', problem }));
    session.onEnd(leave);
    store = current;
    connect(session, current);
    // The first page stands before React is even loaded.
    const paint = () => session.draw(frameOf(current.get()));
    paint();
    const stop = current.subscribe(paint);
    setImmediate(async () => {
      try {
        const { mountApp } = await import('../app/mount.tsx');
        stop();
        const mounted = mountApp(current, (frame) => session.draw(frame));
        unmount = mounted.unmount;
        mounted.ended.catch(fail);
        reading.begin(kept);
      } catch (error) {
        fail(error);
      }
    });
  });
}

function modelOf({ model, background }: Detection): OutputModel {
  return outputModel(model, background);
}

/** What an answer of the terminal changes in the reader: only what the user has neither set nor toggled meanwhile. */
function adapt(state: ReaderState, options: Options, before: Detection, now: Detection): ReaderState {
  const { theme, tashkeel } = state.preferences;
  const preferences = {
    ...state.preferences,
    theme: theme === themeFor(options, before) ? themeFor(options, now) : theme,
    tashkeel: options.tashkeel ?? (tashkeel === before.tashkeel ? now.tashkeel : tashkeel),
  };
  return settle({ ...state, preferences }, state);
}

/** Keys, mouse and size become commands. */
function connect(session: Session, store: Store): void {
  session.onKey((key) => {
    const command = commandOf(store.get(), key);
    if (command) store.dispatch(command);
  });
  session.onResize((size) => store.dispatch({ type: 'resize', size }));
}
