/** `npm run picture`: asks the starting corpus and draws the message as Discord shows it, into `docs/answer.svg`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAnswer } from '../../src/discord/render/answer.ts';
import { TEXTS } from '../../src/discord/texts/texts.ts';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { openEngine } from '../../src/engine.ts';
import { libraryOf } from '../../src/library.ts';
import { makeFolder } from './bot-process.ts';

const QUESTION = 'who signed with Liaoning and when';
const WIDTH = 640;
const MARGIN = 24;
const LINE_HEIGHT = 22;
const FONT_SIZE = 15;
const COLORS = {
  page: '#313338',
  card: '#2b2d31',
  text: '#dbdee1',
  link: '#00a8fc',
  dim: '#949ba4',
} as const;
const BUTTON = { primary: '#5865f2', other: '#4e5058' } as const;

/** A stretch of text in one style. */
interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isLink: boolean;
}

const engine = await openEngine({
  corpus: ['corpus'],
  embeddings: join(makeFolder(), 'index'),
  model: DEFAULT_MODEL,
});
const answer = await libraryOf(engine).ask(QUESTION);
const asked = { question: QUESTION, follows: null, period: null, about: null };
const message = renderAnswer(answer, { asked, texts: TEXTS.en, findArticle: () => null });
mkdirSync('docs', { recursive: true });
writeFileSync('docs/answer.svg', draw());

function draw(): string {
  const [embed] = message.embeds;
  const shapes: string[] = [];
  let y = 2 * MARGIN;
  for (const line of (embed?.description ?? '').split('\n')) {
    const isQuote = line.startsWith('> ');
    const indent = isQuote ? 16 : 0;
    const top = y;
    for (const runs of wrap(readRuns(isQuote ? line.slice(2) : line), WIDTH - 4 * MARGIN - indent)) {
      shapes.push(drawRuns(runs, 2 * MARGIN + indent, y));
      y += LINE_HEIGHT;
    }
    if (isQuote) shapes.push(box(2 * MARGIN, top - 16, 4, y - top, '#4e5058'));
    if (line === '') y -= LINE_HEIGHT / 2;
  }
  y += 8;
  shapes.push(label(embed?.footer?.text ?? '', 2 * MARGIN, y, COLORS.dim, 12));
  const cardEnd = y + 16;
  const rows = drawRows(cardEnd + 12);
  const height = cardEnd + 12 + rows.height + MARGIN;
  const accent = `#${(embed?.color ?? 0).toString(16).padStart(6, '0')}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="'gg sans','Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="${FONT_SIZE}">`,
    `<title>${escapeXml(`${QUESTION}: ${answer.answer}`)}</title>`,
    box(0, 0, WIDTH, height, COLORS.page),
    box(MARGIN, MARGIN - 6, WIDTH - 2 * MARGIN, cardEnd - MARGIN + 6, COLORS.card),
    box(MARGIN, MARGIN - 6, 4, cardEnd - MARGIN + 6, accent),
    ...shapes,
    ...rows.shapes,
    '</svg>\n',
  ].join('\n');
}

/** The menu as one wide box, the buttons in a row. */
function drawRows(top: number): { readonly shapes: string[]; readonly height: number } {
  const shapes: string[] = [];
  let y = top;
  for (const { components } of message.components ?? []) {
    let x = MARGIN;
    for (const component of components) {
      const text =
        'label' in component
          ? (component.label ?? '')
          : 'placeholder' in component
            ? `${component.placeholder}  ▾`
            : '';
      const isMenu = 'placeholder' in component;
      const width = isMenu ? WIDTH - 2 * MARGIN : widthOf(text) + 32;
      const color = isMenu
        ? '#1e1f22'
        : 'style' in component && component.style === 1
          ? BUTTON.primary
          : BUTTON.other;
      shapes.push(box(x, y, width, 34, color), label(text, x + 16, y + 22, COLORS.text, 14));
      x += width + 8;
    }
    y += 42;
  }
  return { shapes, height: y - top };
}

/** Bold and links of the bot's own markdown; what is escaped is text. */
function readRuns(markdown: string): Run[] {
  const runs: Run[] = [];
  let isBold = false;
  for (const [, escaped, stars, title, plain] of markdown.matchAll(
    /\\(.)|(\*\*)|\[([^\]]*)\]\([^)]*\)|([^\\*[]+|.)/gsu,
  )) {
    if (stars) isBold = !isBold;
    else
      runs.push({
        text: (escaped ?? title ?? plain ?? '').replace(/\\(.)/g, '$1'),
        isBold,
        isLink: title !== undefined,
      });
  }
  return runs;
}

/** Lines of at most `width` pixels, broken between words or Chinese characters. */
function wrap(runs: readonly Run[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const run of runs) {
    for (const text of run.text.match(/[\p{Script=Han}\p{P}]|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
      if (used + widthOf(text) > width && used > 0) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ ...run, text });
      used += widthOf(text);
    }
  }
  return lines;
}

/** Pixels, near enough: a Chinese character is as wide as high, a letter about half of that. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += FONT_SIZE * (character >= '\u2e80' ? 1 : 0.53);
  return width;
}

function drawRuns(runs: readonly Run[], x: number, y: number): string {
  const spans = runs.map(({ text, isBold, isLink }) => {
    const fill = isLink ? ` fill="${COLORS.link}"` : '';
    return `<tspan${isBold ? ' font-weight="700"' : ''}${fill}>${escapeXml(text)}</tspan>`;
  });
  return `<text x="${x}" y="${y}" fill="${COLORS.text}" xml:space="preserve">${spans.join('')}</text>`;
}

function label(text: string, x: number, y: number, fill: string, size: number): string {
  return `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}">${escapeXml(text)}</text>`;
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
