// Feeds as they stand on the page: RSS 2.0, RSS 1.0, Atom (RFC 4287), JSON Feed 1.1, Media RSS; one rule and its case a line.
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { seen } from '../seen.ts';

const rss = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title>${inside}</channel></rss>`;
const atom = (inside: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${inside}</feed>`;

test.each<[rule: string, feed: string, page: string[]]>([
  [
    'an item of RSS with its day, its author and its words',
    rss(
      '<item><title>a</title><link>http://x.example/1</link><guid isPermaLink="false">http://x.example/g</guid><pubDate>Sat, 07 Mar 2009 00:20:00 GMT</pubDate><dc:creator>w</dc:creator><description>&lt;p&gt;b &lt;b&gt;c&lt;/b&gt;&lt;/p&gt;</description></item>',
    ),
    ['title F', 'heading2 [a](http://x.example/1)', 'byline 2009-03-07 · w', 'paragraph b **c**'],
  ],
  [
    'a permanent link stands for the link',
    rss('<item><title>a</title><guid>http://x.example/g</guid><description>b</description></item>'),
    ['title F', 'heading2 [a](http://x.example/g)', 'paragraph b'],
  ],
  [
    'an identifier that is none does not',
    rss(
      '<item><title>a</title><guid isPermaLink="FALSE">http://x.example/g</guid><description>b</description></item>',
    ),
    ['title F', 'heading2 a', 'paragraph b'],
  ],
  [
    'a title has no markup, and a link is of the channel',
    rss(
      '<link>http://x.example/</link><item><title>a &amp;amp; &lt;i&gt;b&lt;/i&gt;</title><link>/1</link><description/></item>',
    ),
    [
      'title F',
      'heading2 [a & b](http://x.example/1)',
      'paragraph [⟨ltr:http://x.example/1⟩](http://x.example/1)',
    ],
  ],
  [
    'without a title its first words; a recording is a line, a picture beside words is none',
    rss(
      '<item><description>&lt;p&gt;no title&lt;/p&gt;</description><enclosure url="http://x.example/a.mp3" type="audio/mpeg"/><enclosure url="http://x.example/p.png" type="image/png"/></item>',
    ),
    [
      'title F',
      'heading2 no title',
      'paragraph no title',
      'paragraph [⟨ltr:http://x.example/a.mp3⟩](http://x.example/a.mp3)',
    ],
  ],
  [
    'a picture is a line where there are no words',
    rss('<item><title>a</title><enclosure url="http://x.example/p.png" type="image/png"/></item>'),
    ['title F', 'heading2 a', 'paragraph [⟨ltr:http://x.example/p.png⟩](http://x.example/p.png)'],
  ],
  [
    'recordings of Media RSS, in a group or beside it',
    rss(
      '<item><title>a</title><media:group><media:content url="http://x.example/v.mp4" medium="video"/><media:content url="http://x.example/i.png" medium="image"/></media:group><media:content url="http://x.example/s.ogg" type="audio/ogg"/></item>',
    ),
    [
      'title F',
      'heading2 a',
      'paragraph [⟨ltr:http://x.example/v.mp4⟩](http://x.example/v.mp4)',
      'paragraph [⟨ltr:http://x.example/s.ogg⟩](http://x.example/s.ogg)',
    ],
  ],
  [
    'places are those of their entry, and lead into its page where it has none such',
    rss(
      '<item><title>a</title><content:encoded><![CDATA[<h2>h</h2><p id="n">c</p><p><a href="#n">d</a> <a href="#m">e</a> <a href="f">g</a></p>]]></content:encoded><description>short</description><link>http://x.example/d/1</link></item><item><title>b</title><content:encoded><![CDATA[<p id="n">c</p>]]></content:encoded></item>',
    ),
    [
      'title F',
      'heading2 [a](http://x.example/d/1)',
      'heading4 h',
      'paragraph {#1:n}c',
      'paragraph [d](#1:n) [e](http://x.example/d/1#m) [g](http://x.example/d/f)',
      'heading2 b',
      'paragraph {#2:n}c',
    ],
  ],
  [
    'Atom: the page before other forms of it, XHTML as it stands',
    atom(
      '<entry><title>a</title><link rel="self" href="http://x.example/self"/><link rel="alternate" type="application/pdf" href="http://x.example/pdf"/><link href="http://x.example/1"/><author><name>w</name><email>e@x.example</email></author><updated>2009-03-07T00:20:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p dir="rtl" class="k">b &lt;c&gt; أ</p></div></content></entry>',
    ),
    ['title F', 'heading2 [a](http://x.example/1)', 'byline 2009-03-07 · w', 'paragraph ← b <c> أ'],
  ],
  [
    'Atom: HTML that is said to be such, or looks like it',
    atom(
      '<entry><title type="html">a &lt;b&gt;b&lt;/b&gt;</title><summary>x &lt;p> y</summary><link rel="enclosure" href="http://x.example/s.mp3"/></entry>',
    ),
    [
      'title F',
      'heading2 a b',
      'paragraph x',
      'paragraph y',
      'paragraph [⟨ltr:http://x.example/s.mp3⟩](http://x.example/s.mp3)',
    ],
  ],
  [
    'Atom: what is text, in Base64, or neither',
    atom(
      '<entry><title>a</title><summary>one &lt;br> two</summary></entry><entry><title>b</title><summary type="text">one &lt;br> two</summary></entry><entry><title>c</title><content type="text/plain">1 &lt; 2</content></entry><entry><title>d</title><content type="application/x">JWM=</content></entry><entry><title>e</title><content type="image/png">xxxx</content><summary>s</summary></entry>',
    ),
    [
      'title F',
      'heading2 a',
      'paragraph one⏎two',
      'heading2 b',
      'paragraph one <br> two',
      'heading2 c',
      'paragraph 1 < 2',
      'heading2 d',
      'paragraph %c',
      'heading2 e',
      'paragraph s',
    ],
  ],
  [
    'Atom: the authors of the feed are those of an entry that names none',
    atom(
      '<author><name>w</name></author><author><name>v</name></author><entry><title>a</title><summary>b</summary></entry><entry><title>c</title><author><email>x@x.example</email></author><summary>d</summary></entry>',
    ),
    ['title F', 'heading2 a', 'byline w, v', 'paragraph b', 'heading2 c', 'byline w, v', 'paragraph d'],
  ],
  [
    'Atom: addresses are relative to what is around them',
    '<?xml version="1.0"?><feed xml:base="http://x.example/" xml:lang="en" xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry xml:base="http://x.example/e/"><title>a</title><link href="1"/><content type="html">&lt;a href="2">b&lt;/a></content></entry></feed>',
    ['title F', 'heading2 [a](http://x.example/e/1)', 'paragraph [b](http://x.example/e/2)'],
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"F &amp; G","authors":[{"name":"w"}],"items":[{"title":"a","url":"http://x.example/1","content_html":"<p>b</p>","date_published":"2009-03-07T00:20:00Z","attachments":[{"url":"http://x.example/s.mp3"},{}]},{"content_text":"one\\n\\ntwo < 3","author":{"name":"v"}},{"title":"c","summary":"s","external_url":"http://x.example/2"},4]}',
    [
      'title F & G',
      'heading2 [a](http://x.example/1)',
      'byline 2009-03-07 · w',
      'paragraph b',
      'paragraph [⟨ltr:http://x.example/s.mp3⟩](http://x.example/s.mp3)',
      'heading2 one two < 3',
      'byline v',
      'paragraph one',
      'paragraph two < 3',
      'heading2 [c](http://x.example/2)',
      'byline w',
      'paragraph s',
    ],
  ],
  [
    'the first content with a word in it',
    rss(
      '<item><title>a</title><link>http://x.example/1</link><description>&lt;img src="p.png"></description><content:encoded>word</content:encoded></item>',
    ),
    ['title F', 'heading2 [a](http://x.example/1)', 'paragraph word'],
  ],
  [
    'an entry of nothing but an address',
    rss(
      '<item><title>a</title><link>http://x.example/1</link></item><item><link>http://x.example/2</link></item>',
    ),
    [
      'title F',
      'heading2 [a](http://x.example/1)',
      'paragraph [⟨ltr:http://x.example/1⟩](http://x.example/1)',
      'heading2 [⟨ltr:http://x.example/2⟩](http://x.example/2)',
    ],
  ],
  [
    'a day that may be either of two stands as it is written',
    rss(
      '<item><title>a</title><pubDate>03/04/2009</pubDate><author>e@x.example (w)</author><description>b</description></item>',
    ),
    ['title F', 'heading2 a', 'byline 03/04/2009 · w', 'paragraph b'],
  ],
  [
    'RDF',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title></channel><item><title>a</title><link>http://x.example/1</link><dc:date>2009-03-07</dc:date><description>b</description></item></rdf:RDF>',
    ['title F', 'heading2 [a](http://x.example/1)', 'byline 2009-03-07', 'paragraph b'],
  ],
])('%s', async (_, feed, page) =>
  expect(seen(await readArticle(Buffer.from(feed), { source: 'x' }))).toEqual(page),
);
