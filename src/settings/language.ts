import type { Article } from '../article/model/article.ts';
import { type InterfaceLanguage, isInterfaceLanguage } from '../reader/state/preferences.ts';
import type { Options } from './options.ts';

/** The language that the interface speaks beside an article: the user's choice, else the article's where it is spoken. */
export function interfaceLanguage(
  { ui }: Pick<Options, 'ui'>,
  { language }: Pick<Article, 'language'>,
): InterfaceLanguage {
  if (isInterfaceLanguage(ui)) return ui;
  return isInterfaceLanguage(language) ? language : 'en';
}

/** The language of messages outside an article: the user's choice, else that of the locale (POSIX: LC_ALL first). */
export function messageLanguage({ ui }: Pick<Options, 'ui'>, environment = process.env): InterfaceLanguage {
  if (isInterfaceLanguage(ui)) return ui;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const named = /^[a-z]+(?=[_.@-]|$)/i.exec(locale)?.[0].toLowerCase();
  // The code of Hebrew before 1989 is what some systems still call it.
  const language = named === 'iw' ? 'he' : named;
  return isInterfaceLanguage(language) ? language : 'en';
}
