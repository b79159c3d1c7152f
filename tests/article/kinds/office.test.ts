// Texts of office programs: Office Open XML and OpenDocument.
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/article/open.ts';
import { docx, item, odt, par, run, w, zip } from './office.ts';

const open = (bytes: Uint8Array, source = 'a') => readArticle(bytes, { source });
const shape = ({ text, blocks }: Awaited<ReturnType<typeof open>>) =>
  blocks.map(({ kind, span, marker = '' }) => `${kind} ${marker}${text.slice(span.start, span.end)}`);

describe('a text of Word', () => {
  test('has its title, headings, paragraphs, lists and tables', async () => {
    const cell = (text: string) => `<w:tc>${par(run(text))}</w:tc>`;
    const article = await open(
      docx(
        par(run('سفينة الكتب'), '<w:pStyle w:val="a"/>') +
          par(run('الوصول'), '<w:pStyle w:val="1"/>') +
          par(run('رست السفينة ') + run('أمس', '<w:b/>') + run(' في الميناء.'), '<w:bidi/>') +
          par(run('في التفاصيل'), '<w:pStyle w:val="x"/>') +
          item('أول', 1) +
          item('داخل', 1, 1) +
          item('ثان', 1) +
          par(run('فاصل بين القائمتين.')) +
          item('ثالث', 1) +
          item('نقطة', 2) +
          `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('اليوم')}${cell('الزوار')}</w:tr><w:tr>${cell('الأحد')}${cell('212')}</w:tr></w:tbl>`,
      ),
    );
    expect(shape(article)).toEqual([
      'title سفينة الكتب',
      'heading الوصول',
      'paragraph رست السفينة أمس في الميناء.',
      'heading في التفاصيل',
      'item 1.أول',
      'item •داخل',
      'item 2.ثان',
      'paragraph فاصل بين القائمتين.',
      'item 3.ثالث',
      'item •نقطة',
      'row اليوم\tالزوار',
      'row الأحد\t212',
    ]);
    expect(article).toMatchObject({ author: 'نوال الشاطر', language: 'ar', direction: 'rtl', notices: [] });
    expect(article.emphasis).toEqual([
      { start: expect.any(Number), end: expect.any(Number), role: 'strong' },
    ]);
  });

  test('has its links and notes, what was added and not what was deleted', async () => {
    const article = await open(
      docx(
        par(
          `${run('انظر ')}<w:hyperlink r:id="rId1">${run('الميناء')}</w:hyperlink><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:ins>${run(' الجديد')}</w:ins><w:r><w:footnoteReference w:id="2"/></w:r>`,
        ),
        {
          'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="-1">${par(run('فاصل'))}</w:footnote><w:footnote w:id="2">${par(run('حاشية.'))}</w:footnote></w:footnotes>`,
        },
      ),
    );
    expect(article.text).toBe('انظر الميناء الجديد[1]\n\nحاشية. ↩');
    expect(article.links?.map(({ href }) => href)).toEqual([
      'https://example.com/port',
      '#footnote-2',
      expect.stringContaining('#'),
    ]);
  });

  test('has the words of boxes once, and fields by what they show', async () => {
    const box = `<w:txbxContent>${par(run('في الإطار'))}</w:txbxContent>`;
    const article = await open(
      docx(
        par(
          `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('حولها')}<w:r><w:instrText>PAGE</w:instrText></w:r>${run(' صفحة')}`,
        ),
      ),
    );
    expect(article.text).toBe('حولها صفحة\n\nفي الإطار');
  });
});

describe('a text of LibreOffice', () => {
  test('has its title, headings, paragraphs, lists and tables', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const article = await open(
      odt(
        `<text:tracked-changes><text:p>محذوف</text:p></text:tracked-changes><text:p text:style-name="P1">سفينة الكتب</text:p><text:h text:outline-level="2">الوصول</text:h><text:p>رست <text:span text:style-name="T1">السفينة</text:span><text:s/>أمس.<office:annotation><text:p>تعليق</text:p></office:annotation></text:p>` +
          `<text:list text:style-name="L1"><text:list-item><text:p>أول</text:p></text:list-item><text:list-item><text:p>ثان</text:p></text:list-item></text:list><text:list><text:list-item><text:p>نقطة</text:p></text:list-item></text:list>` +
          `<table:table><table:table-row>${cell('الأحد')}${cell('212')}</table:table-row></table:table>`,
      ),
    );
    expect(shape(article)).toEqual([
      'title سفينة الكتب',
      'heading الوصول',
      'paragraph رست السفينة أمس.',
      'item 1.أول',
      'item 2.ثان',
      'item •نقطة',
      'row الأحد\t212',
    ]);
    expect(article).toMatchObject({ author: 'نوال الشاطر', direction: 'rtl' });
  });

  test('has its links and notes', async () => {
    const article = await open(
      odt(
        '<text:p>انظر <text:a xlink:href="https://example.com/port">الميناء</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية.</text:p></text:note-body></text:note>.</text:p><text:p>بعدها.</text:p>',
      ),
    );
    expect(article.text).toBe('انظر الميناء[1].\n\nبعدها.\n\nحاشية. ↩');
  });
});

test('boxes in boxes open, and are refused beyond all measure', async () => {
  const nested = (depth: number) =>
    docx(
      `${'<w:sdt><w:sdtContent>'.repeat(depth)}${par(run('في العمق'))}${'</w:sdtContent></w:sdt>'.repeat(depth)}`,
    );
  expect((await open(nested(200))).text).toBe('في العمق');
  await expect(open(nested(50_000))).rejects.toMatchObject({ name: 'SourceError' });
});

test('a long text opens to its end', async () => {
  const long = par(run('رست السفينة في الميناء القديم أمس.')).repeat(20_000) + par(run('آخر الكلام'));
  expect((await open(docx(long))).text.endsWith('آخر الكلام')).toBe(true);
});

test('a spreadsheet is refused, and a damaged text is no crash', async () => {
  await expect(
    open(zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })),
  ).rejects.toMatchObject({ problem: { key: 'isOfficeDocument' } });
  const whole = docx(par(run('نص')));
  for (let at = 0; at < 60; at++) {
    const bytes = Uint8Array.from(whole);
    bytes[(at * 7919) % bytes.length]! ^= 0x55;
    await open(bytes).catch((error: Error) => expect(error.name).toBe('SourceError'));
    await open(whole.slice(0, Math.floor((whole.length * at) / 60))).catch((error: Error) =>
      expect(error.name).toBe('SourceError'),
    );
  }
});
