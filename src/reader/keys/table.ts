import type { Command } from '../state/command.ts';
import type { InterfaceLanguage } from '../state/preferences.ts';

/** Where a key means what it means. `reading` and `list` fall back to `everywhere`, `library` to `list`. */
export type Mode = 'everywhere' | 'reading' | 'list' | 'library';

/** Headings of the help screen, in its order: in two columns they fill a screen of thirty rows. */
export const groups = ['move', 'sidebar', 'view', 'jump', 'search', 'articles', 'program'] as const;
export type Group = (typeof groups)[number];

/** One line of the key table: help, footer and manual are made from it. */
export interface Binding {
  /** Names as the terminal layer gives them; letters stand for themselves. */
  readonly keys: readonly string[];
  readonly mode: Mode;
  readonly group: Group;
  readonly command: Command;
  readonly label: Readonly<Record<InterfaceLanguage, string>>;
  /** Says the same as the line above it: left out of help. */
  readonly silent?: boolean;
}

const bind = (
  keys: string,
  mode: Mode,
  group: Group,
  command: Command,
  ar: string,
  en: string,
  silent = false,
): Binding => ({ keys: keys.split(' '), mode, group, command, label: { ar, en }, silent });

/**
 * All keys. `onward` and `backward` stand for the arrow that points along the text (← in a right-to-left
 * article) and against it.
 */
export const bindings: readonly Binding[] = [
  bind('j down', 'reading', 'move', { type: 'paragraph', by: 1 }, 'الفقرة التالية', 'next paragraph'),
  bind('k up', 'reading', 'move', { type: 'paragraph', by: -1 }, 'الفقرة السابقة', 'previous paragraph'),
  bind('space pagedown onward', 'reading', 'move', { type: 'page', by: 1 }, 'صفحة إلى الأمام', 'a page on'),
  bind('b pageup backward', 'reading', 'move', { type: 'page', by: -1 }, 'صفحة إلى الوراء', 'a page back'),
  bind('d', 'reading', 'move', { type: 'halfPage', by: 1 }, 'نصف صفحة إلى الأمام', 'half a page on'),
  bind('u', 'reading', 'move', { type: 'halfPage', by: -1 }, 'نصف صفحة إلى الوراء', 'half a page back'),
  bind('g home', 'reading', 'move', { type: 'start' }, 'أول المقال', 'start'),
  bind('G end', 'reading', 'move', { type: 'end' }, 'آخر المقال', 'end'),

  bind(']', 'everywhere', 'jump', { type: 'quote', by: 1 }, 'الاقتباس التالي', 'next quote'),
  bind('[', 'everywhere', 'jump', { type: 'quote', by: -1 }, 'الاقتباس السابق', 'previous quote'),
  bind(
    '}',
    'everywhere',
    'jump',
    { type: 'mention', by: 1 },
    'الموضع التالي للاسم المختار',
    'next mention of the chosen name',
  ),
  bind(
    '{',
    'everywhere',
    'jump',
    { type: 'mention', by: -1 },
    'الموضع السابق للاسم المختار',
    'previous mention of the chosen name',
  ),
  bind('ctrl-o', 'everywhere', 'jump', { type: 'back' }, 'العودة إلى حيث كنت', 'back to where I was'),
  bind('m', 'everywhere', 'jump', { type: 'setMark' }, 'وضع علامة باسم حرف', 'set a mark, named by a letter'),
  bind("'", 'everywhere', 'jump', { type: 'goToMark' }, 'الذهاب إلى علامة', 'go to a mark'),

  bind('/', 'everywhere', 'search', { type: 'prompt' }, 'بحث', 'search'),
  bind('n', 'everywhere', 'search', { type: 'hit', by: 1 }, 'النتيجة التالية', 'next hit'),
  bind('N', 'everywhere', 'search', { type: 'hit', by: -1 }, 'النتيجة السابقة', 'previous hit'),

  bind('tab', 'everywhere', 'sidebar', { type: 'toggleFocus' }, 'القائمة والعودة منها', 'list, and back'),
  bind('enter', 'everywhere', 'sidebar', { type: 'jump' }, 'الذهاب إلى المختار', 'go to the chosen'),
  bind('1', 'everywhere', 'sidebar', { type: 'tab', tab: 'quotes' }, 'الاقتباسات', 'quotes'),
  bind('2', 'everywhere', 'sidebar', { type: 'tab', tab: 'entities' }, 'الأسماء', 'names'),
  bind('3', 'everywhere', 'sidebar', { type: 'tab', tab: 'outline' }, 'الفهرس', 'outline'),
  bind('4', 'everywhere', 'sidebar', { type: 'tab', tab: 'timeline' }, 'الزمن', 'timeline'),
  bind('s', 'everywhere', 'sidebar', { type: 'toggleSidebar' }, 'إظهار القائمة وإخفاؤها', 'sidebar on, off'),
  bind(
    'f',
    'everywhere',
    'sidebar',
    { type: 'filterBySpeaker' },
    'أقوال هذا المتحدث وحده',
    'this speaker’s quotes only',
  ),
  bind('e', 'everywhere', 'sidebar', { type: 'entityPage' }, 'صفحة الاسم المختار', 'page of the chosen name'),
  bind('r', 'everywhere', 'sidebar', { type: 'explain' }, 'لماذا هذا المتحدث', 'why this speaker'),
  bind('j down', 'list', 'sidebar', { type: 'list', by: 1 }, 'التالي في القائمة', 'down the list', true),
  bind('k up', 'list', 'sidebar', { type: 'list', by: -1 }, 'السابق في القائمة', 'up the list', true),
  bind(
    'space pagedown d',
    'list',
    'sidebar',
    { type: 'listPage', by: 1 },
    'صفحة من القائمة',
    'a page of the list',
    true,
  ),
  bind(
    'b pageup u',
    'list',
    'sidebar',
    { type: 'listPage', by: -1 },
    'صفحة من القائمة',
    'a page of the list',
    true,
  ),
  bind('g home', 'list', 'sidebar', { type: 'listEdge', by: -1 }, 'أول القائمة', 'top of the list', true),
  bind('G end', 'list', 'sidebar', { type: 'listEdge', by: 1 }, 'آخر القائمة', 'end of the list', true),
  bind('onward', 'list', 'sidebar', { type: 'nextTab', by: 1 }, 'القائمة التالية', 'next list', true),
  bind('backward', 'list', 'sidebar', { type: 'nextTab', by: -1 }, 'القائمة السابقة', 'previous list', true),

  bind('l', 'everywhere', 'articles', { type: 'library' }, 'المكتبة والعودة منها', 'library, and back'),
  bind('o', 'everywhere', 'articles', { type: 'followLink' }, 'فتح الرابط', 'open the link'),
  bind(
    'H alt-left',
    'everywhere',
    'articles',
    { type: 'visit', by: -1 },
    'المقال السابق',
    'the article before',
  ),
  bind(
    'L alt-right',
    'everywhere',
    'articles',
    { type: 'visit', by: 1 },
    'المقال اللاحق',
    'the article after',
  ),
  bind('R', 'everywhere', 'articles', { type: 'reload' }, 'إعادة التحميل', 'reload'),
  bind('K', 'everywhere', 'articles', { type: 'keep' }, 'حفظ المقال في المكتبة', 'keep in the library'),
  bind(
    'x delete',
    'library',
    'articles',
    { type: 'forget' },
    'إزالته من المكتبة',
    'take it out of the library',
  ),
  bind('1', 'library', 'articles', { type: 'shelf', shelf: 'recent' }, 'ما فُتح أخيرًا', 'recent', true),
  bind('2', 'library', 'articles', { type: 'shelf', shelf: 'kept' }, 'المحفوظ', 'kept', true),
  bind('3', 'library', 'articles', { type: 'shelf', shelf: 'feeds' }, 'الخلاصات', 'feeds', true),
  bind('4', 'library', 'articles', { type: 'shelf', shelf: 'people' }, 'المتحدثون', 'people', true),
  bind('5', 'library', 'articles', { type: 'shelf', shelf: 'bundled' }, 'مقالات البرنامج', 'bundled', true),

  bind('y', 'everywhere', 'view', { type: 'copy' }, 'نسخ الفقرة أو الاقتباس', 'copy paragraph or quote'),
  bind('t', 'everywhere', 'view', { type: 'toggleTheme' }, 'الألوان', 'theme'),
  bind('z', 'everywhere', 'view', { type: 'toggleTashkeel' }, 'التشكيل', 'tashkeel'),
  bind('a', 'everywhere', 'view', { type: 'toggleJustify' }, 'ضبط الأسطر', 'justify'),

  bind('?', 'everywhere', 'program', { type: 'help' }, 'مساعدة', 'help'),
  bind('escape', 'everywhere', 'program', { type: 'leave' }, 'إغلاق المفتوح', 'leave what is open'),
  bind('q ctrl-c', 'everywhere', 'program', { type: 'quit' }, 'خروج', 'quit'),
  bind('ctrl-z', 'everywhere', 'program', { type: 'suspend' }, 'إيقاف مؤقت', 'suspend', true),
];

const tables = new Map<Mode, Map<string, Command>>();
for (const { keys, mode, command } of bindings) {
  const table = tables.get(mode) ?? new Map<string, Command>();
  tables.set(mode, table);
  for (const key of keys) table.set(key, command);
}

/** The command a key gives in a mode, or null. */
export function commandOf(key: string, mode: 'reading' | 'list' | 'library'): Command | null {
  const behind = mode === 'library' ? tables.get('list')?.get(key) : undefined;
  return tables.get(mode)?.get(key) ?? behind ?? tables.get('everywhere')?.get(key) ?? null;
}
