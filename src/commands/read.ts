import { pointAt } from '../app/pointer.ts';
import { composeFrame, drawScreen } from '../app/screen.ts';
import { createStore, type Store } from '../app/store.ts';
import type { Article } from '../article/article.ts';
import { openArticle } from '../article/open.ts';
import { commandFor } from '../reader/input.ts';
import { settle } from '../reader/movement.ts';
import type { InterfaceLanguage, Preferences, Theme } from '../reader/preferences.ts';
import { type Effect, withAnalysis } from '../reader/reducer.ts';
import { openReader, type ReaderState } from '../reader/state.ts';
import { recognize } from '../terminal/ask.ts';
import { copy } from '../terminal/clipboard.ts';
import { type Detection, detect, type Evidence } from '../terminal/detection.ts';
import type { OutputModel } from '../terminal/model.ts';
import { outputModel } from '../terminal/models/models.ts';
import { openSession, type Session } from '../terminal/session.ts';
import { bundledArticle } from './bundled.ts';
import { configured } from './configuration.ts';
import { chosenModel, type Options, openOptions } from './options.ts';

/** Narrowest screen, in columns, where the sidebar is open from the start. */
const sidebarFrom = 80;

/** Opens the reader on a source; prints where there is no terminal to read on. Gives the exit status. */
export async function read(sources: readonly string[], given: Options): Promise<number> {
  const [source = bundledArticle, ...others] = sources;
  if (!process.stdout.isTTY) return (await import('./print.ts')).print([source, ...others], given);
  const { options, calibrated } = configured(given);
  let article = await openArticle(source, openOptions(options));
  if (others.length > 0) {
    const left = `One article is read at a time: ${others.length} more left unopened.`;
    article = { ...article, notices: [left, ...article.notices] };
  }
  return readOnTerminal(article, options, { environment: process.env, calibrated, ...chosenModel(options) });
}

function interfaceLanguage({ ui }: Options, article: Article): InterfaceLanguage {
  if (ui === 'ar' || ui === 'en') return ui;
  return article.language === 'ar' ? 'ar' : 'en';
}

/** The theme for what is known of the terminal: the user's, else by its background. */
function themeFor({ theme }: Options, { background, colors }: Detection): Theme {
  if (theme) return theme;
  if (colors === 'none') return 'plain';
  return background === 'unknown' ? 'neutral' : background;
}

async function readOnTerminal(article: Article, options: Options, evidence: Evidence): Promise<number> {
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
  const sidebar = options.sidebar ? options.sidebar === 'on' : size.columns >= sidebarFrom;
  const initial = openReader(article, size, preferences, sidebar);
  return new Promise<number>((resolve, reject) => {
    let unmount = () => {};
    const fail = (error: unknown): void => {
      session.close();
      reject(error);
    };
    const opened = createStore(initial, (effect) =>
      perform(effect, session, () => {
        unmount();
        session.close();
        resolve(0);
      }),
    );
    store = opened;
    connect(session, opened);
    // The first page stands before React is even loaded.
    const paint = () => session.draw(composeFrame(drawScreen(opened.get())));
    paint();
    const stop = opened.subscribe(paint);
    setImmediate(async () => {
      try {
        const { mountApp } = await import('../app/ink.tsx');
        const { analyseBeside } = await import('./analysing.ts');
        stop();
        const mounted = mountApp(opened, drawScreen, (frame) => session.draw(frame));
        unmount = mounted.unmount;
        mounted.ended.catch(fail);
        const analysis = await analyseBeside(article, (progress) => {
          opened.update((state) => ({ ...state, progress }));
        });
        opened.update((state) => withAnalysis(state, analysis));
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
    const state = store.get();
    let command = null;
    if (key.name === 'press' || key.name === 'wheel-up' || key.name === 'wheel-down') {
      command = pointAt(state, key.name, key.row, key.column);
    } else if (key.name === 'char')
      command = commandFor(state, { name: key.text === ' ' ? 'space' : key.text, text: key.text });
    else if (key.name === 'paste') command = commandFor(state, { name: 'paste', text: key.text });
    else if (key.name === 'backspace' && key.alt) command = commandFor(state, { name: 'alt-backspace' });
    else command = commandFor(state, { name: key.name });
    if (command) store.dispatch(command);
  });
  session.onResize((size) => store.dispatch({ type: 'resize', size }));
}

function perform(effect: Effect, session: Session, quit: () => void): void {
  if (effect.type === 'quit') quit();
  else if (effect.type === 'suspend') session.suspend();
  else if (effect.type === 'copy') copy(session, effect.text);
}
