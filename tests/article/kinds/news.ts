// A piece of news, and pages that have it.
/** Four paragraphs. */
export const P = [
  'رست سفينة الكتب أمس في الميناء القديم، وصعد إليها مئات من الأطفال مع أهلهم في ساعات الصباح الأولى (أول).',
  'وقال القبطان إن السفينة ستبقى في المدينة عشرة أيام، ثم تبحر إلى الجزر القريبة محملة بكتب جديدة (ثان).',
  'وأضاف أن القراءة للأطفال تجري كل يوم بعد العصر على السطح، وأن الدخول مجاني للجميع بلا استثناء (ثالث).',
  'ومن المقرر أن تعود السفينة في الربيع القادم ومعها معرض لرسوم الأطفال وورشة لصناعة الورق (رابع).',
];
export const ps = P.map((p) => `<p>${p}</p>`).join('');
/** Their headline. */
export const H = 'سفينة الكتب في الميناء';
/** A page. */
export const doc = (o: { head?: string; body?: string; html?: string; before?: string } = {}) =>
  `${o.before ?? ''}<!doctype html><html ${o.html ?? 'lang="ar" dir="rtl"'}><head><meta charset="utf-8"><title>${H}</title>${o.head ?? ''}</head><body>${o.body ?? `<article><h1>${H}</h1>${ps}</article>`}</body></html>`;
/** A description of schema.org. */
export const ld = (json: string, type = 'application/ld+json') => `<script type="${type}">${json}</script>`;
