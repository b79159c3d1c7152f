// The commands that look after the library: what is in it, taking out, checking, compacting, who is one person.
import path from 'node:path';
import { isAddress } from '../../article/links/address.ts';
import type { Options } from '../../settings/options.ts';
import { tellProblem } from '../../settings/tell.ts';
import { isKeptOnly } from '../../store/library/entry.ts';
import { write, writeJson } from '../output.ts';
import { failure } from '../run.ts';
import { withLibrary } from './ask.ts';

/** `library` alone: what is in it. */
export function describe(options: Options): Promise<number> {
  return withLibrary(options, async (library) => {
    const extent = await library.extent();
    if (options.json) await writeJson(extent);
    else {
      const count = (number: number) => number.toLocaleString('en').padStart(12);
      const rows: (readonly [number, string])[] = [
        [extent.kept, 'articles kept'],
        [extent.feeds, 'feeds'],
        [extent.recent, 'opened lately'],
        [extent.words, 'words'],
        [extent.quotes, 'quotes'],
        [extent.people, 'names of people'],
        [extent.organizations, 'organizations'],
        [extent.places, 'places'],
        [extent.unread, 'kept but not analyzed'],
      ];
      const lines = rows.filter(([number], at) => number > 0 || at === 0);
      await write(lines.map(([number, words]) => `${count(number)}  ${words}\n`).join(''));
      await write(`${(extent.bytes / 1e6).toFixed(1).padStart(12)}  MB\n`);
    }
    return 0;
  });
}

/** `library remove`: takes articles out, with all that was found in them. */
export function remove(sources: readonly string[], options: Options): Promise<number> {
  return withLibrary(options, async (library) => {
    let status = 0;
    for (const source of sources) {
      const name = isAddress(source) || isKeptOnly(source) ? source : path.resolve(source);
      if (await library.has(name)) await library.forget(name);
      else {
        tellProblem({ key: 'notInLibrary' }, source, options);
        status = failure;
      }
    }
    return status;
  });
}

/** `library check`: looks at every page and every text. Gives 2 if something is damaged. */
export function check(options: Options): Promise<number> {
  return withLibrary(options, async (library) => {
    const { texts, damaged, file } = await library.check();
    for (const source of damaged) tellProblem({ key: 'damagedInLibrary' }, source, options);
    for (const detail of file) tellProblem({ key: 'libraryUnsound', detail }, null, options);
    if (damaged.length > 0 || file.length > 0) return failure;
    await write(`${texts.toLocaleString('en')} texts, all sound\n`);
    return 0;
  });
}

/** `library compact`: gives the disk back what removed articles took. */
export function compact(options: Options): Promise<number> {
  return withLibrary(options, async (library) => {
    const { bytes: before } = await library.extent();
    await library.compact();
    const { bytes: after } = await library.extent();
    await write(`${(before / 1e6).toFixed(1)} MB, now ${(after / 1e6).toFixed(1)} MB\n`);
    return 0;
  });
}

/** `library same`, `library distinct`: what the user says of two names, kept and obeyed. */
export function decide(one: string, other: string, same: boolean, options: Options): Promise<number> {
  return withLibrary(options, async (library) => {
    await library.decide(one, other, same);
    await library.settle();
    return 0;
  });
}
