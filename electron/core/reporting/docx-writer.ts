import { zipOf } from './zip-writer.ts';

export interface DocxRun {
  readonly text: string;
  readonly bold?: boolean;
  /** Marked as another than before: underlined. */
  readonly marked?: boolean;
}

/** A letter of an office: a title, paragraphs that begin two characters in, small lines at the end. */
export interface Letter {
  readonly title: string;
  readonly paragraphs: readonly (readonly DocxRun[])[];
  /** Where the numbers come from; the office and the day. */
  readonly notes: readonly string[];
  readonly signed: readonly string[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// oxlint-disable-next-line no-control-regex
const escaped = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>]/g, (sign) => entities[sign] ?? '');

const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/>`;
/** Half points. */
const sized = (size: number): string => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;

const run = ({ text, bold = false, marked = false }: DocxRun, font: string, size: number): string =>
  `<w:r><w:rPr>${fonts(font)}${bold ? '<w:b/>' : ''}${sized(size)}${marked ? '<w:u w:val="single"/>' : ''}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

const paragraph = (runs: string, properties: string): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;

/** The body in 16 points 仿宋 with 28 points from line to line, the title in 22 points 黑体: as official documents are set (GB/T 9704). */
function body({ title, paragraphs, notes, signed }: Letter): string {
  const line = '<w:spacing w:line="560" w:lineRule="exact"/>';
  return [
    paragraph(run({ text: title }, '黑体', 44), '<w:spacing w:after="240"/><w:jc w:val="center"/>'),
    ...paragraphs.map((runs) => paragraph(runs.map((each) => run(each, each.bold === true ? '黑体' : '仿宋', 32)).join(''), `${line}<w:ind w:firstLineChars="200" w:firstLine="640"/>`)),
    ...signed.map((text) => paragraph(run({ text }, '仿宋', 32), `${line}<w:jc w:val="right"/>`)),
    ...notes.map((text) => paragraph(run({ text }, '宋体', 21), '<w:spacing w:before="120"/>')),
  ].join('');
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** A4 with the margins of official documents, in twentieths of a point. */
const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

/** A letter as a Word file. */
export function writeLetter(letter: Letter, at: Date): Uint8Array {
  const text = (content: string): Uint8Array => new TextEncoder().encode(`${head}${content}`);
  return zipOf(
    [
      { name: '[Content_Types].xml', bytes: text(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`) },
      { name: '_rels/.rels', bytes: text(`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`) },
      { name: 'word/document.xml', bytes: text(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body(letter)}${page}</w:body></w:document>`) },
    ],
    at,
  );
}
