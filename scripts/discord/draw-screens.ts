/** `npm run picture`: draws messages of the bot as Discord shows them on a desktop and on a phone, into `docs/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askPlain } from '../../src/discord/asking/asked.ts';
import { renderSettings } from '../../src/discord/panels/settings.ts';
import { renderAnswer } from '../../src/discord/render/answer.ts';
import type { Rendered } from '../../src/discord/render/rendered.ts';
import { TEXTS } from '../../src/discord/texts/texts.ts';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { openEngine } from '../../src/engine.ts';
import { libraryOf } from '../../src/library.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { makeFolder } from './bot-process.ts';

/** Answers with a fact, with code and with a table, and one that finds nothing. */
const QUESTIONS = {
  answer: 'who signed with Liaoning and when',
  code: 'How do I install the Wisp client on Linux?',
  table: 'What do the ranks cost?',
  refusal: 'Who won the football cup in Brazil?',
} as const;
const WIDTHS = { desktop: 640, phone: 380 } as const;
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
const BUTTON = { primary: '#5865f2', other: '#4e5058', danger: '#da373c' } as const;

/** A stretch of text in one style. */
interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isLink: boolean;
}

/** Code is drawn as it stands, letter by letter. */
const MONO = "'gg mono','Noto Sans Mono',monospace";

const engine = await openEngine({
  corpus: ['corpus'],
  embeddings: join(makeFolder(), 'index'),
  model: DEFAULT_MODEL,
});
const library = libraryOf(engine);
const listed = new Map((await library.articles()).map((article) => [article.id, article]));
mkdirSync('docs', { recursive: true });
for (const [name, question] of Object.entries(QUESTIONS)) {
  const answer = await library.ask(question);
  const context = {
    asked: askPlain(question),
    texts: TEXTS.en,
    findArticle: (id: string) => listed.get(id) ?? null,
  };
  save(name, question, renderAnswer(answer, context));
}
const state = await openServerState(join(makeFolder(), 'state.db'));
save('settings', 'What a server has set', await renderSettings('1', state, TEXTS.en));
await state.close();

function save(name: string, title: string, message: Rendered): void {
  for (const [place, width] of Object.entries(WIDTHS))
    writeFileSync(`docs/${name}-${place}.svg`, draw(message, title, width));
}

function draw(message: Rendered, title: string, width: number): string {
  const [embed] = message.embeds;
  const shapes: string[] = [];
  let y = 2 * MARGIN;
  let isCode = false;
  for (const line of [`**${embed?.title ?? ''}**`, ...(embed?.description ?? '').split('\n')]) {
    if (line === '****') continue;
    if (/^`{3,}/.test(line)) {
      isCode = !isCode;
      y += isCode ? 2 : 6;
      continue;
    }
    if (isCode) {
      shapes.push(box(2 * MARGIN, y - 16, width - 4 * MARGIN, LINE_HEIGHT, '#1e1f22'));
      const shown = line.slice(0, Math.floor((width - 4 * MARGIN - 12) / 7.3));
      shapes.push(label(shown, 2 * MARGIN + 6, y, COLORS.text, 12, MONO));
      y += LINE_HEIGHT;
      continue;
    }
    if (line.startsWith('-# ')) {
      shapes.push(label(line.slice(3).replace(/\\(.)/g, '$1'), 2 * MARGIN, y, COLORS.dim, 12));
      y += LINE_HEIGHT;
      continue;
    }
    const isQuote = line.startsWith('> ');
    const indent = isQuote ? 16 : 0;
    const top = y;
    for (const runs of wrap(
      readRuns(isQuote ? line.slice(2) : line.replace(/^- /, '• ')),
      width - 4 * MARGIN - indent,
    )) {
      shapes.push(drawRuns(runs, 2 * MARGIN + indent, y));
      y += LINE_HEIGHT;
    }
    if (isQuote) shapes.push(box(2 * MARGIN, top - 16, 4, y - top, '#4e5058'));
    if (line === '') y -= LINE_HEIGHT / 2;
  }
  y += 8;
  for (const line of (embed?.footer?.text ?? '').split('\n')) {
    shapes.push(label(line, 2 * MARGIN, y, COLORS.dim, 12));
    y += line === '' ? 0 : 16;
  }
  const cardEnd = y;
  const rows = drawRows(message, cardEnd + 12, width);
  const height = cardEnd + 12 + rows.height + MARGIN;
  const accent = `#${(embed?.color ?? 0).toString(16).padStart(6, '0')}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'gg sans','Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="${FONT_SIZE}">`,
    `<title>${escapeXml(title)}</title>`,
    box(0, 0, width, height, COLORS.page),
    box(MARGIN, MARGIN - 6, width - 2 * MARGIN, cardEnd - MARGIN + 6, COLORS.card),
    box(MARGIN, MARGIN - 6, 4, cardEnd - MARGIN + 6, accent),
    ...shapes,
    ...rows.shapes,
    '</svg>\n',
  ].join('\n');
}

/** The menu as one wide box, the buttons in a row. */
function drawRows(
  message: Rendered,
  top: number,
  room: number,
): { readonly shapes: string[]; readonly height: number } {
  const shapes: string[] = [];
  let y = top;
  for (const { components } of message.components ?? []) {
    let x = MARGIN;
    for (const component of components) {
      const text =
        'label' in component
          ? (component.label ?? '')
          : 'placeholder' in component
            ? `${chosenIn(component) ?? component.placeholder}  ▾`
            : '';
      const isMenu = 'placeholder' in component;
      const width = isMenu ? room - 2 * MARGIN : widthOf(text) + 24;
      if (x > MARGIN && x + width > room - MARGIN) {
        x = MARGIN;
        y += 42;
      }
      const color = isMenu
        ? '#1e1f22'
        : 'style' in component && component.style === 1
          ? BUTTON.primary
          : 'style' in component && component.style === 4
            ? BUTTON.danger
            : BUTTON.other;
      shapes.push(
        box(x, y, width, 34, color),
        label(cutTo(text, width - 24), x + 12, y + 22, COLORS.text, 14),
      );
      x += width + 8;
    }
    y += 42;
  }
  return { shapes, height: y - top };
}

function cutTo(text: string, width: number): string {
  let shown = text;
  while (widthOf(shown) > width) shown = `${shown.slice(0, -2)}…`;
  return shown;
}

/** What a menu shows as chosen. */
function chosenIn(component: object): string | undefined {
  return 'options' in component && Array.isArray(component.options)
    ? component.options.find((option: { default?: boolean }) => option.default)?.label
    : undefined;
}

/** Bold and links of the bot's own markdown; what is escaped is text. */
function readRuns(markdown: string): Run[] {
  const runs: Run[] = [];
  let isBold = false;
  for (const [, escaped, stars, title, plain] of markdown.matchAll(
    /\\(.)|(\*\*)|\[([^\]]*)\]\([^)]*\)|([^\\*[]+|.)/gsu,
  )) {
    if (stars) isBold = !isBold;
    else if (title !== undefined) runs.push(...readRuns(title).map((run) => ({ ...run, isLink: true })));
    else runs.push({ text: escaped ?? plain ?? '', isBold, isLink: false });
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

function label(text: string, x: number, y: number, fill: string, size: number, font = ''): string {
  const family = font === '' ? '' : ` font-family="${font}" xml:space="preserve"`;
  return `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}"${family}>${escapeXml(text)}</text>`;
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
