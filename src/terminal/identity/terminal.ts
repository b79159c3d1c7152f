import type { ColorDepth } from '../output/color.ts';
import type { ModelName, Strike } from '../output/model.ts';

/** A kind of terminal: how it is recognized, and what it needs. */
export interface Terminal {
  readonly name: string;
  /** The version the model was seen right in, by photograph. */
  readonly measured?: string;
  /** What the model rests on if nobody has measured: the terminal's own source, or what users report. */
  readonly evidence?: 'source' | 'reports';
  readonly model: ModelName;
  /** The model if a multiplexer stands between, if it is another: those pass letters and marks, not modes. */
  readonly insideMultiplexer?: ModelName;
  /** The model for the terminal of an editor that runs in this one: neither marks nor modes get through. */
  readonly insideEditor?: ModelName;
  /** The model for text that stays after the program has ended, if a switch turned back would undo it. */
  readonly printed?: ModelName;
  /** `hide` if marks over letters are drawn wrongly or not at all. */
  readonly tashkeel: 'keep' | 'hide';
  /** What it can show, whatever TERM says: 24 bits unless something else is said here. */
  readonly colors?: ColorDepth | 'by TERM';
  /**
   * Set where rows that only moved may be moved on the screen (DECSTBM, IL, DL), as was seen by photograph. Elsewhere they
   * are written anew.
   */
  readonly movesRows?: true;
  /** How deleted words are marked, if it was seen to draw no line through them (SGR 9). */
  readonly strike?: Strike;
  /** What it answers. It is recognized by any one of them. */
  readonly answers?: Answers;
  /** What it tells the programs in it. It is recognized by any one of them; these leak into what they start. */
  readonly environment?: Environment;
  /** Whether it is a program that draws on another terminal: an editor. */
  readonly editor?: true;
  /**
   * Whether its variables count before those of others: it is started from other terminals more often than it starts
   * them. So it is with editors.
   */
  readonly inner?: true;
  /** Set where its own reordering can be switched off in its settings, which none of its answers tells. */
  readonly switchable?: true;
  /** The models that are likely to read right if nobody can know: the user is asked once. */
  readonly ask?: readonly ModelName[];
}

/** What a terminal answers when it is asked who it is. */
export interface Answers {
  /** To XTVERSION, and what tmux says of the terminal it is in. */
  readonly version?: RegExp;
  /** To XTGETTCAP TN. */
  readonly terminfo?: RegExp;
  /** To DA2, without CSI. */
  readonly secondary?: RegExp;
  /** Whether it knows ECMA-48's bidirectional mode 8, of which DECRQM then tells the state. */
  readonly bidirectional?: true;
}

/** What a terminal tells by the variables of the environment. */
export interface Environment {
  /** TERM. */
  readonly term?: RegExp;
  /** TERM_PROGRAM. */
  readonly program?: string;
  /** TERM_PROGRAM_VERSION, if only some versions are meant. */
  readonly programVersion?: RegExp;
  /** Variables of its own, each with what it may hold; one is enough. */
  readonly variables?: Readonly<Record<string, RegExp>>;
}
