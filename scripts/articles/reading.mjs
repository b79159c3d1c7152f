const opening = {
  PER: '⟨P ',
  ORG: '⟨O ',
  LOC: '⟨L ',
  DATE: '⟨D ',
  direct: '⟪D ',
  indirect: '⟪I ',
  scare: '⟪S ',
};

/** An article with its annotation written into it and listed below, for the eye of whoever checks it. */
export function reading(text, annotation) {
  const marks = [];
  for (const { type, mentions, optional } of annotation.entities) {
    for (const [start, end] of mentions) marks.push(...around(start, end, opening[type], '⟩', optional));
  }
  for (const { kind, start, end, optional } of annotation.quotes) {
    marks.push(...around(start, end, opening[kind], '⟫', optional));
  }
  marks.sort((left, right) => left.at - right.at || left.order - right.order);
  let page = '';
  let at = 0;
  for (const mark of marks) {
    page += text.slice(at, mark.at) + mark.sign;
    at = mark.at;
  }
  page += text.slice(at);
  const quotes = annotation.quotes.map(
    ({ kind, text: words, speaker, speakerMention, cue, speakerAlt, optional }) =>
      `${kind}${optional ? '?' : ''}: ${words.slice(0, 40)} | ${speaker} | ${speakerMention?.text ?? '-'} | ${cue?.text ?? '-'} | ${speakerAlt ?? ''}`,
  );
  const entities = annotation.entities.map(
    ({ type, canonical, surface, optional, iso, alts }) =>
      `${type}${optional ? '?' : ''} ${canonical} ${iso ?? ''}: ${surface.join(' | ')}${alts ? ` (${JSON.stringify(alts)})` : ''}`,
  );
  return `${[`== ${annotation.id}`, page, '', ...quotes, '', ...entities].join('\n')}\n`;
}

/** Of marks at one place those that close come first; the longer span opens first and closes last. */
function around(start, end, open, close, optional) {
  const length = end - start;
  return [
    { at: start, order: 1e9 - length, sign: optional ? open.replace(' ', '? ') : open },
    { at: end, order: length - 1e9, sign: close },
  ];
}
