import { describe, expect, it } from 'vitest';
import { MAX_PDF_PAGES } from '../../../src/documents/limits.ts';
import { readPdf } from '../../../src/documents/pdf/pdf.ts';
import { linesAt, makePdf } from '../files/make-pdf.ts';
import { outline, read } from '../files/pdf-outline.ts';

describe('a PDF', () => {
  it('gives its text in paragraphs, the title that it states, and the pages without text', async () => {
    const pdf = makePdf(
      [['云河市与海棠汽车签署战略合作协议，双方将在新能源', '领域合作。', '李雪华出席。'], []],
      { title: '签约' },
    );
    const reading = await readPdf(pdf);
    expect(reading).toMatchObject({ title: '签约', date: null, source: null, url: null });
    expect(outline(reading.tree)).toEqual([
      '云河市与海棠汽车签署战略合作协议，双方将在新能源领域合作。',
      '李雪华出席。',
    ]);
    expect(reading.missing).toEqual({
      reason: '1 of 2 pages have no text layer (2); the others are read',
      remedy: 'Have a program for text recognition (OCR) read those pages',
    });
  });

  it.each(['untitled', '(anonymous)', 'Microsoft Word - notes', 'notes.docx', 'PowerPoint 演示文稿', ' '])(
    'has no title where it states %j',
    async (title) => {
      expect((await readPdf(makePdf([['Doors open at nine.']], { title }))).title).toBeNull();
    },
  );

  it.each([
    ['no text layer at all', makePdf([[], []]), /no text layer: its pages are pictures/],
    ['a million empty pages', makePdf([[]], { levels: 3 }), /has 1000000 pages, more than 2000/],
    [`${MAX_PDF_PAGES + 1} pages`, makePdf(Array(MAX_PDF_PAGES + 1).fill([])), /has 2001 pages/],
    [`${MAX_PDF_PAGES} empty pages`, makePdf(Array(MAX_PDF_PAGES).fill([])), /no text layer/],
    ['a password', makePdf([['Secret.']], { isLocked: true }), /has a password/],
    ['no PDF inside', Buffer.from('%PDF-1.4 nothing'), /not a PDF that can be read/],
  ])('with %s is unusable', async (_, bytes, message) => {
    await expect(readPdf(bytes)).rejects.toThrow(message);
  });
});

describe('fonts that the file does not hold', () => {
  it.each([
    ['GBK-EUC-H', 'GB1', 'gbk', '渔港管理处每天八点开门。'],
    ['GB-EUC-H', 'GB1', 'gbk', '渔港管理处每天八点开门。'],
    ['UniGB-UCS2-H', 'GB1', 'utf-16be', '渔港管理处每天八点开门。'],
    ['UniGB-UTF16-H', 'GB1', 'utf-16be', '渔港管理处每天八点开门。'],
    ['ETen-B5-H', 'CNS1', 'big5', '漁港管理處每天八點開門。'],
    ['UniCNS-UCS2-H', 'CNS1', 'utf-16be', '漁港管理處每天八點開門。'],
    ['90ms-RKSJ-H', 'Japan1', 'shift_jis', '漁港は毎朝八時に開きます。'],
    ['UniJIS-UCS2-H', 'Japan1', 'utf-16be', '漁港は毎朝八時に開きます。'],
    ['KSCms-UHC-H', 'Korea1', 'euc-kr', '어항은여덟시에연다.'],
  ] as const)(
    'are read by the character map %s, also beside English',
    async (cmap, ordering, charset, text) => {
      const font = { cmap, ordering, charset };
      const lines = await read([
        { text, x: 50, y: 60, font },
        { text: 'The office is on pier 4.', x: 50, y: 100 },
        { text, x: 50, y: 140, font },
      ]);
      expect(lines).toEqual([text, 'The office is on pier 4.', text]);
    },
  );

  it('give words for the radicals that stand in their place', async () => {
    expect(await read(linesAt(['⼈⼝⽇报'], 50, 60))).toEqual(['人口日报']);
  });
});
