/** The package ships no types. */
declare module 'markdown-it-footnote' {
  import type MarkdownIt from 'markdown-it';

  /** Adds `[^name]` and `^[words]` to a parser. */
  const footnotes: (parser: InstanceType<typeof MarkdownIt>) => void;
  export default footnotes;
}
