/** Word documents: what their styles say is in the tree. */
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/documents/docx.ts';
import { makeZip } from './files/make-zip.ts';
import { outline } from './files/outline.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string, isBold = false): string =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string, text: string): string => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
const entry = (text: string, list: number, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const levels = (format: string): string =>
  [0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

/** A document with the usual styles; list 1 has bullets, list 2 numbers. */
const makeWord = (body: string): Buffer =>
  makeZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${R}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${W}>${style('Title', 'Title')}${style('H1', 'heading 1')}${style('H2', 'heading 2')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
  }); // biome-ignore format: a part of the file a line

const read = async (...blocks: string[]) => {
  const { title, tree } = await readDocx(makeWord(blocks.join('')));
  return { title, lines: outline(tree) };
};

describe('a Word document', () => {
  it('keeps its headings, lists, steps and tables', async () => {
    const bookmark = '<w:bookmarkStart w:id="0" w:name="_Toc1"/><w:bookmarkEnd w:id="0"/>';
    const word = await read(
      styled('Title', 'Rules of the ferry'),
      paragraph(bookmark + run('Before boarding'), '<w:pStyle w:val="H1"/>'),
      paragraph(run('Wait behind the ') + run('white', true) + run(' line.')),
      entry('Show the ticket', 2),
      entry('Board', 2),
      entry('Carts first', 1, 1),
      styled('H2', 'Fares'),
      table(
        row(run('Who', true), run('Coins', true)),
        row(run('Adult'), run('4')),
        row(run('Child'), run('2')),
      ),
    );
    expect(word).toEqual({
      title: 'Rules of the ferry',
      lines: [
        '# Rules of the ferry',
        '# Before boarding',
        'Wait behind the white line.',
        '1. Show the ticket',
        '2. Board',
        '  - Carts first',
        '## Fares',
        '| Who | Coins |',
        '| Adult | 4 |',
        '| Child | 2 |',
      ],
    });
  });

  it('without headings takes its lines in bold for them', async () => {
    const { lines } = await read(
      paragraph(run('一、登船', true)),
      paragraph(run('先出示船票，再上船。')),
      paragraph(run('二、下船', true)),
      paragraph(run('等船停稳再下。')),
    );
    expect(lines).toEqual(['## 一、登船', '先出示船票，再上船。', '## 二、下船', '等船停稳再下。']);
  });

  it('leaves one line in bold, and sentences in bold, as they are', async () => {
    const { title, lines } = await read(
      paragraph(run('Nobody may stand on the rail.', true)),
      paragraph(run('Ask the ferryman.')),
    );
    expect({ title, lines }).toEqual({
      title: null,
      lines: ['Nobody may stand on the rail.', 'Ask the ferryman.'],
    });
  });
});
