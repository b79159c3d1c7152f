import type { Article } from '../article/model/article.ts';
import type { InterfaceLanguage } from '../reader/state/preferences.ts';
import type { Options } from '../settings/options.ts';

/** The language that the interface speaks beside an article: the user's choice, else Arabic where the article is. */
export function interfaceLanguage({ ui }: Options, article: Article): InterfaceLanguage {
  if (ui === 'ar' || ui === 'en') return ui;
  return article.language === 'ar' ? 'ar' : 'en';
}
