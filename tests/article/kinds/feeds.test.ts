// Feeds of every dialect, each with one thing that readers have got wrong, and what is right.
import { both, checkAll, has, type Input, lacks } from './wanted.ts';

const all: Input[] = [];
const add = (...input: Input) => all.push(input);
const rss = (item: string, ns = '', ch = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${ns}><channel><title>أخبار الميناء</title>${ch}<item><title>وصول السفينة</title>${item}</item></channel></rss>`;
add(
  'dc:creator',
  rss('<dc:creator>نوال الشاطر</dc:creator>', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
  'a',
  has('نوال الشاطر'),
);
add('author mail only', rss('<author>n@example.com</author>'), 'a', lacks('n@example.com'));
add(
  'author mail (name)',
  rss('<author>n@example.com (نوال الشاطر)</author>'),
  'a',
  both(has('نوال الشاطر'), lacks('n@example.com')),
);
add(
  'author name <mail>',
  rss('<author>نوال الشاطر &lt;n@example.com&gt;</author>'),
  'a',
  both(has('نوال الشاطر'), lacks('n@example.com')),
);
add(
  'media group',
  rss(
    '<media:group><media:title>x</media:title><media:description>وصف المشهد</media:description></media:group>',
    'xmlns:media="http://search.yahoo.com/mrss/"',
  ),
  'a',
  has('وصف المشهد'),
);
add(
  'itunes summary',
  rss(
    '<itunes:summary>ملخص الحلقة</itunes:summary><enclosure url="https://example.com/a.mp3" type="audio/mpeg"/>',
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  ),
  'a',
  has('ملخص الحلقة', 'https://example.com/a.mp3'),
);
add(
  'itunes author',
  rss(
    '<itunes:author>نوال الشاطر</itunes:author>',
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  ),
  'a',
  has('نوال الشاطر'),
);
add(
  'content only picture',
  rss(
    '<content:encoded><![CDATA[<img src="a.jpg">]]></content:encoded><description>الوصف هنا</description>',
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  ),
  'a',
  has('الوصف هنا'),
);
add(
  'odd prefix content',
  rss(
    '<c:encoded><![CDATA[<p>النص الكامل</p>]]></c:encoded><description>قصير</description>',
    'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
  ),
  'a',
  has('النص الكامل'),
);
add('pubDate zone', rss('<pubDate>Fri, 01 Mar 2024 00:20:00 +0300</pubDate>'), 'a', has('2024-03-01'));
add(
  'pubDate arabic',
  rss('<pubDate>الجمعة، 1 مارس 2024</pubDate>', '', '<language>ar</language>'),
  'a',
  has('2024-03-01'),
);
add(
  'pubDate ambiguous en',
  `<rss version="2.0"><channel><title>News</title><language>en</language><item><title>Ship arrives in the harbour today</title><pubDate>04/06/2024</pubDate></item></channel></rss>`,
  'a',
  both(has('04/06/2024'), lacks('2024-04-06', '2024-06-04')),
);
add(
  'pubDate us',
  `<rss version="2.0"><channel><title>News</title><language>en-us</language><item><title>Ship arrives in the harbour today</title><pubDate>04/06/2024</pubDate></item></channel></rss>`,
  'a',
  has('2024-04-06'),
);
add('item 5 date', rss('<pubDate>Item 5</pubDate>'), 'a', lacks('2001'));
add(
  'rss 0.91',
  `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>أخبار</title><item><title>وصول السفينة</title><link>https://example.com/1</link><description>نص الخبر</description></item></channel></rss>`,
  'a',
  has('وصول السفينة', 'نص الخبر'),
);
add(
  'rss 1.0',
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>أخبار</title></channel><item rdf:about="https://example.com/1"><title>وصول السفينة</title><link>https://example.com/1</link><description>نص الخبر</description></item></rdf:RDF>`,
  'a',
  has('وصول السفينة', 'نص الخبر'),
);
add(
  'rss 0.90',
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>أخبار</title></channel><item><title>وصول السفينة</title><link>https://example.com/1</link></item></rdf:RDF>`,
  'a',
  has('وصول السفينة'),
);
add(
  'rss uppercase',
  `<RSS VERSION="2.0"><CHANNEL><TITLE>أخبار</TITLE><ITEM><TITLE>وصول السفينة</TITLE><DESCRIPTION>نص الخبر</DESCRIPTION></ITEM></CHANNEL></RSS>`,
  'a',
  has('وصول السفينة', 'نص الخبر'),
);
const atom = (e: string, p = '') =>
  `<?xml version="1.0"?><${p}feed xmlns${p ? `:${p.slice(0, -1)}` : ''}="http://www.w3.org/2005/Atom"><${p}title>أخبار</${p}title><${p}entry><${p}title>وصول السفينة</${p}title>${e}</${p}entry></${p}feed>`;
add(
  'atom prefix a:',
  atom('<a:summary>ملخص الخبر</a:summary>', 'a:'),
  'a',
  has('وصول السفينة', 'ملخص الخبر'),
);
add(
  'atom xhtml',
  atom(
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص <b>قوي</b></p></div></content>',
  ),
  'a',
  has('نص قوي'),
);
add(
  'atom html esc',
  atom('<content type="html">&lt;p&gt;نص أول&lt;/p&gt;&lt;p&gt;نص ثان&lt;/p&gt;</content>'),
  'a',
  both(has('نص أول', 'نص ثان'), lacks('<p>')),
);
add('atom text with <', atom('<content type="text">أ &lt; ب</content>'), 'a', has('أ < ب'));
add(
  'atom authors 2',
  atom(
    '<author><name>نوال الشاطر</name><email>n@e.com</email></author><author><name>سامي البحر</name></author>',
  ),
  'a',
  both(has('نوال الشاطر', 'سامي البحر'), lacks('n@e.com')),
);
add(
  'atom src content',
  atom('<content src="https://example.com/full.html" type="text/html"/>'),
  'a',
  has('https://example.com/full.html'),
);
add(
  'atom enclosure',
  atom('<link rel="enclosure" href="https://example.com/v.mp4" type="video/mp4"/>'),
  'a',
  has('https://example.com/v.mp4'),
);
add(
  'atom 0.3',
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>أخبار</title><entry><title>وصول السفينة</title><issued>2004-05-12T00:10:00+03:00</issued><content mode="escaped">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>`,
  'a',
  has('وصول السفينة', '2004-05-12'),
);
add('title twice', rss('').replace('وصول السفينة', 'قال: &amp;quot;لا&amp;quot;'), 'a', has('قال: "لا"'));
add(
  'title cdata tags',
  rss('').replace('وصول السفينة', '<![CDATA[<b>وصول</b> السفينة &amp; الكتب]]>'),
  'a',
  both(has('وصول السفينة & الكتب'), lacks('<b>')),
);
add(
  'junk php',
  `<br />\n<b>Warning</b>: x in <b>y</b> on line <b>1</b><br />\n${rss('<description>نص الخبر</description>')}`,
  'a',
  both(has('وصول السفينة', 'نص الخبر'), lacks('<item')),
);
add('junk blank lines', `\n\n  ${rss('<description>نص الخبر</description>')}`, 'a', has('نص الخبر'));
add(
  'json feed order',
  JSON.stringify({
    items: [
      {
        content_html: '<p>نص الخبر</p>',
        id: '1',
        authors: [{ name: 'نوال' }, { name: 'سامي' }],
        attachments: [{ url: 'https://example.com/a.mp3', mime_type: 'audio/mpeg' }],
      },
    ],
    title: 'أخبار',
    version: 'https://jsonfeed.org/version/1',
  }),
  'a',
  has('نص الخبر', 'نوال', 'سامي', 'https://example.com/a.mp3'),
);
add(
  'json feed bom',
  `\ufeff${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'أ', items: [{ id: 1, summary: 'ملخص', url: 'https://example.com/1' }] })}`,
  'a',
  has('ملخص'),
);
add(
  'long content',
  rss(`<description>${'كلمة '.repeat(300000)}النهاية هنا</description>`),
  'a',
  (a) => a.text.includes('النهاية هنا') || a.text.includes('…') || 'cut silently',
);
add(
  '600 entries',
  `<rss version="2.0"><channel><title>أ</title>${'<item><title>خبر من الأخبار</title></item>'.repeat(600)}</channel></rss>`,
  'a',
  (a) => a.notices.some((n) => n.key === 'feedCut') || 'no notice',
);

checkAll(all);
