// Texts of office programs, as their programs write them: a part for each thing that is said.
import { strToU8, zipSync } from 'fflate';

export const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

export const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const run = (text: string, about = '') =>
  `<w:r>${about && `<w:rPr>${about}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const par = (inside: string, about = '') =>
  `<w:p>${about && `<w:pPr>${about}</w:pPr>`}${inside}</w:p>`;
export const item = (text: string, number: number, level = 0) =>
  par(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`);
export const level = (depth: number, format: string) =>
  `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/></w:lvl>`;

export const docx = (body: string, more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}><w:style w:styleId="a"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="x"><w:name w:val="عنوان فرعي"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="5">${level(0, 'decimal')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="6">${level(0, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num></w:numbering>`,
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="https://example.com/port"/></Relationships>',
    'docProps/core.xml':
      '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>نوال الشاطر</dc:creator></cp:coreProperties>',
    ...more,
  });

/** `styles` are those of the text itself. */
export const odt = (body: string, styles = '', more: Record<string, string> = {}) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'meta.xml':
      '<office:document-meta><office:meta><meta:initial-creator>نوال الشاطر</meta:initial-creator></office:meta></office:document-meta>',
    'styles.xml':
      '<office:document-styles><office:styles><style:style style:name="Title"/></office:styles><office:body/></office:document-styles>',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
