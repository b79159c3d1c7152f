// What the footer tells, in words: notices, and what is being opened.
import { hostOf, isAddress } from '../../article/links/address.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import type { Words } from '../../reader/words/words.ts';
import { isolated } from '../draw/paint.ts';

/** What the footer tells once, in words, or null. */
export function noticeText(state: ReaderState, say: Words): string | null {
  const { notice: told, analysis } = state;
  if (!told) return null;
  switch (told.key) {
    case 'copied':
      return say.copied(told.characters);
    case 'notFound':
      return say.notFound(isolated(told.query));
    case 'markSet':
      return say.markSet(told.name);
    case 'forgetAgain':
      return say.forgetAgain;
    case 'noSuchMark':
      return say.noSuchMark(told.name);
    case 'tashkeel':
      return say.tashkeel(told.shown);
    case 'justify':
      return say.justify(told.on);
    case 'theme':
      return say.theme[told.theme];
    case 'plain':
      return told.text;
    case 'refreshed':
      return say.refreshed(told.count);
    case 'ahead':
      return say.ahead(told.count);
    case 'notSaved':
      return say.notSaved(told.why, told.code);
    case 'setAside':
      return say.setAside(isolated(told.file));
    case 'linkNumber':
      return say.linkNumber(say.number(told.number), say.number(state.article.links?.length ?? 0));
    case 'outsideLink':
      return say.outsideLink(told.scheme && isolated(told.scheme));
    case 'keptOn':
    case 'keptOnlyOn':
      return say[told.key](say.date(told.date));
    case 'reason': {
      const quote = analysis?.quotes[told.quote];
      if (!quote) return null;
      const parts = [isolated(quote.speaker ?? say.nobody), say.reasons[quote.reason]];
      if (quote.denied) parts.push(say.denied);
      if (quote.via) parts.push(say.via(isolated(quote.via)));
      return parts.join(' · ');
    }
    default:
      return say.notices[told.key];
  }
}

/** What is being opened, in few words: of an address its host is what one knows it by. */
export function openingText({ opening: asked }: ReaderState, say: Words): string | null {
  if (!asked) return null;
  const name = isAddress(asked.source) ? hostOf(asked.source) : asked.source.replace(/^.*\/(?=[^/]+$)/u, '');
  const { share, received } = asked;
  const amount =
    share !== null
      ? say.percent(Math.round(share * 100))
      : received > 0
        ? say.kilobytes(Math.ceil(received / 1024))
        : '';
  return say.opening(isolated(name), amount);
}
