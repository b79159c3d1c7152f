import { unzipSync } from 'fflate';

/** Largest file of an archive and all files together, in bytes as unpacked, and how many files. */
const largestFile = 32 * 2 ** 20;
const largestArchive = 128 * 2 ** 20;
const mostFiles = 20_000;

/** The files of a zip archive that were asked for, by their path. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks the files whose path is wanted. Memory is bounded by what the archive declares, and that by the limits
 * above; a file that is longer than it declares is cut. Throws RangeError for an archive beyond the limits, and
 * whatever the unpacking throws for one that is damaged.
 */
export function unpack(bytes: Uint8Array, isWanted: (path: string) => boolean): Archive {
  let files = 0;
  let total = 0;
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++files > mostFiles) throw new RangeError('too many files');
      if (!isWanted(name)) return false;
      total += originalSize;
      if (originalSize > largestFile || total > largestArchive) throw new RangeError('too large');
      return true;
    },
  });
  return new Map(Object.entries(unpacked));
}
