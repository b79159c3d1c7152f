import type { Article } from '../article/model/article.ts';
import type { InterfaceLanguage } from '../reader/state/preferences.ts';
import type { Options } from './options.ts';

/** The language that the interface speaks beside an article: the user's choice, else Arabic if the article is. */
export function interfaceLanguage(
  { ui }: Pick<Options, 'ui'>,
  article: Pick<Article, 'language'>,
): InterfaceLanguage {
  if (ui === 'ar' || ui === 'en') return ui;
  return article.language === 'ar' ? 'ar' : 'en';
}

/** The language of messages outside an article: the user's choice, else that of the locale (POSIX: LC_ALL first). */
export function messageLanguage({ ui }: Pick<Options, 'ui'>, environment = process.env): InterfaceLanguage {
  if (ui === 'ar' || ui === 'en') return ui;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^ar(?:[_.@-]|$)/i.test(locale) ? 'ar' : 'en';
}
