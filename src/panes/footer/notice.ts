// What the footer tells, in words: notices, and what is being opened.
import { hostOf, isAddress, shownHost } from '../../article/links/address.ts';
import { keysOf } from '../../reader/keys/table.ts';
import type { ReaderState } from '../../reader/state/state.ts';
import { explain } from '../../reader/words/explain.ts';
import type { Words } from '../../reader/words/words.ts';
import { isolatedName } from '../../text/visible.ts';
import { isolated } from '../draw/paint.ts';
import { waysText } from './place.ts';

/** What the footer tells once, in words, or null. */
export function noticeText(state: ReaderState, say: Words): string | null {
  const { notice: told, analysis } = state;
  if (!told) return null;
  switch (told.key) {
    case 'copied':
      return say.copied(told.characters);
    case 'copiedToTerminal':
      return say.copiedToTerminal(told.programs);
    case 'notFound':
      return say.notFound(
        isolated(told.query),
        waysText(state, say),
        told.near.map(isolated),
        keysOf('nextHit').map(isolated).join(''),
      );
    case 'whichMark': {
      // Where one goes to a mark, those that there are.
      const names = state.naming === 'goToMark' ? Object.keys(state.marks).sort() : [];
      return [say.notices.whichMark, ...names.map(isolated)].join(' ');
    }
    case 'markSet':
      return say.markSet(told.name);
    case 'forgetAgain':
      return say.forgetAgain;
    case 'noSuchMark':
      return say.noSuchMark(told.name);
    case 'tashkeel':
      return say.tashkeel(told.shown);
    case 'renewed':
      return say.renewed(told.added, told.gone);
    case 'width':
      return say.width(told.cells);
    case 'justify':
      return say.justify(told.on);
    case 'theme':
      return say.theme[told.theme];
    case 'names':
      return say.tintedNames[told.names];
    case 'problem': {
      const sentence = explain(say, told.problem);
      return told.about === undefined ? sentence : `${isolatedName(shortName(told.about))}: ${sentence}`;
    }
    case 'refreshed':
      return [say.refreshed(told.count), missedText(told.missed ?? [], say)].filter(Boolean).join(' · ');
    case 'articleOf':
      return say.articleOf(told.index, told.count);
    case 'wrapped':
      return say.wrapped(told.by, told.index, told.count);
    case 'notSaved':
      return say.notSaved(told.why, told.code);
    case 'setAside':
      return say.setAside(isolatedName(told.file));
    case 'count':
      return say.number(told.count);
    case 'unknownKey': {
      const near = told.near && keysOf(told.near)[0];
      return say.unknownKey(
        isolated(told.typed),
        near ? isolated(near) : '',
        told.near ? say.keys[told.near] : '',
      );
    }
    case 'linkNumber':
      return say.linkNumber(say.number(told.number), say.number(state.article.links?.length ?? 0));
    case 'linkWarning':
      return say.linkWarning[told.warning.why](isolatedName(shownHost(told.warning.host, longestHost)));
    case 'outsideLink':
      return say.outsideLink(isolatedName(told.scheme));
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

/** Sources that are named; the rest are counted with them. */
const mostNamed = 3;

/** Which feeds could not be fetched: how many, and the hosts of the first; nothing where all could. */
function missedText(missed: readonly string[], say: Words): string {
  const hosts = [...new Set(missed.map((source) => isolatedName(shortName(source))))];
  const named = [...hosts.slice(0, mostNamed), ...(hosts.length > mostNamed ? ['…'] : [])];
  return missed.length === 0 ? '' : say.notRefreshed(missed.length, named);
}

/** Longest host that is shown whole, in code units: the words around it need room. */
const longestHost = 40;

/** A source in few words: of an address its host is what one knows it by, of a path its last part. */
function shortName(source: string): string {
  return isAddress(source) ? shownHost(hostOf(source), longestHost) : source.replace(/^.*\/(?=[^/]+$)/u, '');
}

/** What is being opened, in few words. */
export function openingText({ opening: asked }: ReaderState, say: Words): string | null {
  if (!asked) return null;
  const { share, received, feeds } = asked;
  if (feeds) return say.refreshing(feeds.done, feeds.total);
  const amount =
    share !== null
      ? say.percent(Math.round(share * 100))
      : received > 0
        ? say.kilobytes(Math.ceil(received / 1024))
        : '';
  return say.opening(isolatedName(shortName(asked.source)), amount);
}
