import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One of the project's own articles, in parts, from which pages are made. */
export interface Story {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly author: string;
  readonly date: string;
  /** Headings start with `## `, items with `- `. */
  readonly body: readonly string[];
}

export function story(language: string): Story {
  const source = readFileSync(path.resolve(import.meta.dirname, `../../content/${language}.md`), 'utf8');
  const [, matter, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(source)!;
  const field = (name: string) => new RegExp(`^${name}: '?(.*?)'?$`, 'm').exec(matter!)![1]!;
  return {
    language,
    direction: language === 'en' ? 'ltr' : 'rtl',
    title: field('title'),
    author: field('author'),
    date: field('date'),
    body: body!
      .trim()
      .split(/\n\n+|\n(?=- )/u)
      .map((block) => block.replaceAll('\n', ' ')),
  };
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );

/** The words of a block of a story as a page shows them. */
export const words = (block: string) => block.replace(/^(?:## |- )/, '').replace(/\*/g, '');

/** The story as plain semantic HTML. */
export function markup({ body }: Story, paragraph = (text: string) => `<p>${text}</p>`): string {
  let html = '';
  for (const [index, block] of body.entries()) {
    const text = escaped(words(block));
    if (block.startsWith('## ')) html += `<h2>${text}</h2>`;
    else if (block.startsWith('- '))
      html += `${body[index - 1]?.startsWith('- ') ? '' : '<ul>'}<li>${text}</li>${body[index + 1]?.startsWith('- ') ? '' : '</ul>'}`;
    else html += paragraph(text);
    html += '\n';
  }
  return html;
}

const menuWords: Record<string, readonly string[]> = {
  ar: ['الرئيسية', 'أخبار', 'اقتصاد', 'رياضة', 'ثقافة', 'اتصل بنا'],
  fa: ['صفحهٔ نخست', 'سیاست', 'اقتصاد', 'ورزش', 'فرهنگ', 'تماس با ما'],
  he: ['ראשי', 'חדשות', 'כלכלה', 'ספורט', 'תרבות', 'צור קשר'],
  ur: ['صفحۂ اول', 'خبریں', 'معیشت', 'کھیل', 'ثقافت', 'رابطہ'],
  en: ['Home', 'News', 'Business', 'Sport', 'Culture', 'Contact us'],
};

const menu = (language: string) =>
  menuWords[language]!.map(
    (word, index) => `<li class="menu-item"><a href="/section/${index}">${word}</a></li>`,
  ).join('');

const teasers = (language: string) =>
  Array.from(
    { length: 8 },
    (_, index) =>
      `<div class="card related-item"><a href="/story/${index}"><img src="t${index}.jpg" alt=""><h3>${menuWords[language]![index % 6]} ${index + 1}</h3></a></div>`,
  ).join('');

const ld = ({ title, author, date, language }: Story) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', name: 'Example' },
      {
        '@type': 'NewsArticle',
        headline: title,
        inLanguage: language,
        datePublished: `${date}T08:30:00+03:00`,
        author: [{ '@type': 'Person', name: author }],
        publisher: { '@type': 'Organization', name: 'مثال نيوز' },
      },
    ],
  })}</script>`;

/** Pages in the structures that news sites use, by name. What stands around the story never belongs to it. */
export const pages: Readonly<Record<string, (story: Story) => string>> = {
  'semantic with JSON-LD': (story) => `<!DOCTYPE html>
<html lang="${story.language}" dir="${story.direction}"><head><meta charset="utf-8"><title>${escaped(story.title)} | مثال نيوز</title>
<meta property="og:site_name" content="مثال نيوز">${ld(story)}<style>p{color:red}</style></head>
<body><header><nav><ul>${menu(story.language)}</ul></nav></header>
<main><article><h1>${escaped(story.title)}</h1><div class="byline">${story.author}</div><time datetime="${story.date}">${story.date}</time>
<figure><img src="a.jpg" alt="x"><figcaption>${escaped(story.author)}: وصف الصورة</figcaption></figure>${markup(story)}</article>
<aside class="sidebar"><h2>${menuWords[story.language]![1]}</h2>${teasers(story.language)}</aside></main>
<footer><ul>${menu(story.language)}</ul><p>© 2026</p></footer><script>document.write('<p>سكربت</p>')</script></body></html>`,

  'divs of a portal': (
    story,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="${story.language}" lang="${story.language}"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta property="og:title" content="${escaped(story.title)}" /><meta property="article:published_time" content="${story.date}T10:00:00Z" /><meta name="author" content="${story.author}" />
<title>Example Portal - ${escaped(story.title)}</title></head><body dir="${story.direction}"><div id="wrapper"><div id="top-menu" class="menu"><ul>${menu(story.language)}</ul></div>
<div id="content" class="column"><div class="post"><h1 class="post-title">${escaped(story.title)}</h1><div class="share-buttons"><a href="#">Facebook</a><a href="#">Twitter</a></div>
<div class="entry-content">${markup(story)}</div><div class="tags"><a href="/tag/1">#1</a> <a href="/tag/2">#2</a></div></div>
<div id="comments" class="comments"><h3>3</h3><div class="comment"><p>!</p></div></div></div>
<div id="sidebar" class="widget-area">${teasers(story.language)}</div><div id="footer" class="footer"><ul>${menu(story.language)}</ul></div></div></body></html>`,

  'line breaks instead of paragraphs': (
    story,
  ) => `<html dir="${story.direction}"><head><meta charset="utf-8"><title>${escaped(story.title)}</title></head>
<body><table width="100%"><tr><td><table><tr>${menuWords[story.language]!.map((word) => `<td><a href="/">${word}</a></td>`).join('')}</tr></table></td></tr>
<tr><td><div class="story-text"><h1>${escaped(story.title)}</h1>${story.body.map((block) => escaped(words(block))).join('<br><br>\n')}</div></td></tr></table></body></html>`,

  'paragraphs among advertisements': (
    story,
  ) => `<!doctype html><html lang="${story.language}"><head><meta charset="utf-8">
<meta property="og:title" content="${escaped(story.title)}"><meta property="og:site_name" content="Example"><title>${escaped(story.title)} - Example</title></head>
<body class="${story.direction}" dir="${story.direction}"><div class="cookie-banner" role="dialog" aria-hidden="true"><p>We use cookies, and so on, and so forth, as everybody does.</p><button>OK</button></div>
<div class="header-nav nav">${menu(story.language)}</div><section class="article-page"><div class="headline"><h1><span>${escaped(story.title)}</span></h1></div>
<div class="article-body" itemprop="articleBody">${markup(story, (text) => `<p>${text}</p><div class="ad-slot advertisement" aria-hidden="true">Advertisement</div>`)}</div></section>
<section class="related">${teasers(story.language)}</section></body></html>`,

  'minified without optional tags': (story) =>
    `<!doctype html><html lang=${story.language} dir=${story.direction}><meta charset=utf-8><title>${escaped(story.title)}</title><nav><ul>${menu(story.language).replaceAll('</li>', '')}</ul></nav><main><h1>${escaped(story.title)}</h1>${markup(story).replaceAll('</p>', '').replaceAll('</li>', '')}</main><footer><p>©</footer>`,

  'a weblog with things in between': (
    story,
  ) => `<!DOCTYPE html><html dir="${story.direction}" lang="${story.language}"><head><meta charset="UTF-8"><title>${escaped(story.title)} &#8211; مدونة</title>
<link rel="stylesheet" href="x.css"><meta property="og:site_name" content="مدونة"></head><body class="post-template-default single"><div id="page" class="site">
<header id="masthead" class="site-header"><nav class="main-navigation"><ul>${menu(story.language)}</ul></nav></header><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-1" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${escaped(story.title)}</h1><div class="entry-meta"><span class="posted-on"><time datetime="${story.date}T00:00:00+00:00">${story.date}</time></span> <span class="author vcard"><a rel="author" href="/author">${escaped(story.author)}</a></span></div></header>
<div class="entry-content">${markup(story, (text) => `<p>${text}</p>`)}<div class="sharedaddy sd-sharing"><h3>Share</h3><ul><li><a href="#">X</a></li></ul></div><form class="newsletter-signup"><input type="email"><button>OK</button></form></div>
<footer class="entry-footer"><span class="tags-links"><a href="/t/1">1</a>, <a href="/t/2">2</a></span></footer></article>
<nav class="post-navigation"><a href="/p">«</a><a href="/n">»</a></nav><div id="comments" class="comments-area"><ol class="comment-list">${'<li class="comment"><p>!!!</p></li>'.repeat(4)}</ol></div></main></div>
<aside id="secondary" class="widget-area sidebar">${teasers(story.language)}</aside></div></body></html>`,

  'components of a newsroom': (
    story,
  ) => `<!doctype html><html lang="${story.language}" dir="${story.direction}"><head><meta charset="utf-8"><title>${escaped(story.title)} - Newsroom</title>
<meta name="description" content="x"><meta property="og:title" content="${escaped(story.title)}"><meta property="og:site_name" content="Newsroom"></head><body><div id="root"><div><div role="banner"><nav>${menu(story.language)}</nav></div>
<main role="main"><div data-component="headline-block"><h1 tabindex="-1">${escaped(story.title)}</h1></div>
${markup(story, (text) => `<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">${text}</p></div></div>`)}
<section data-component="links-block" class="related-links"><h2>More</h2><ul>${menu(story.language)}</ul></section></main><footer role="contentinfo">${menu(story.language)}</footer></div></div></body></html>`,

  'mobile pages (AMP)': (
    story,
  ) => `<!doctype html><html amp lang="${story.language}" dir="${story.direction}"><head><meta charset="utf-8"><script async src="https://cdn.example/v0.js"></script><title>${escaped(story.title)}</title>${ld(story)}<style amp-custom>p{}</style></head>
<body><amp-sidebar id="sidebar" layout="nodisplay" hidden><ul>${menu(story.language)}</ul></amp-sidebar><header><button>≡</button></header><article><h1>${escaped(story.title)}</h1><amp-img src="a.jpg" width="1" height="1"></amp-img>
<section class="body">${markup(story, (text) => `<p>${text}</p><amp-ad width="300" height="250"><div fallback></div></amp-ad>`)}</section></article><amp-analytics><script type="application/json">{"a":1}</script></amp-analytics><footer>${menu(story.language)}</footer></body></html>`,

  'tables and fonts of long ago': (
    story,
  ) => `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>${escaped(story.title)}</TITLE></HEAD><BODY DIR="${story.direction}" BGCOLOR="#FFFFFF">
<CENTER><TABLE BORDER=0 WIDTH=760><TR><TD WIDTH=150 VALIGN=TOP><FONT SIZE=2>${menuWords[story.language]!.map((word) => `<A HREF="/">${word}</A><BR>`).join('')}</FONT></TD>
<TD VALIGN=TOP><FONT SIZE=5><B>${escaped(story.title)}</B></FONT>${markup(story, (text) => `<P><FONT FACE="Simplified Arabic" SIZE=4>${text}</FONT>`)}</TD></TR></TABLE></CENTER></BODY></HTML>`,

  'a page with more comments than article': (
    story,
  ) => `<!doctype html><html lang="${story.language}" dir="${story.direction}"><head><meta charset="utf-8"><title>${escaped(story.title)}</title></head><body>
<div class="page"><div class="content"><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${escaped(story.title)}</h1><div itemprop="articleBody">${markup(story)}</div></article></div>
<div id="disqus_thread" class="comment-section">${story.body
    .map(
      (block) =>
        `<div class="comment-body"><span class="user">@user</span><p>${escaped(words(block)).slice(0, 200)}</p><a href="#">reply</a></div>`,
    )
    .join('')
    .repeat(2)}</div></div></body></html>`,
};
