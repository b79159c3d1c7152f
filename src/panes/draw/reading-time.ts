/** Words a minute of silent reading of news, a round figure for adults. */
const wordsPerMinute = 200;

/** Minutes it takes to read so many words, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
