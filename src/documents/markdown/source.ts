/** Marks that tools put into Markdown and that no parser knows, made ones that it knows. */
import { joinEmphasis } from './emphasis.ts';

export interface SourceSettings {
  readonly isMdx: boolean;
  /** Also without lines that import and export, where MDX is read as Markdown. */
  readonly withoutModules?: boolean;
}

/** Containers whose words behind the name are a title that readers see; those of others are settings. */
const TITLED =
  /^(?:tip|hint|info|note|todo|warning|danger|caution|attention|error|bug|important|success|question|faq|help|example|details|spoiler|summary|abstract|quote|tab|tab-item|code-group-item)$/i;
/** In a quote or behind the mark of an item, too. Behind backticks that open a listing there are none. */
const FENCE = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}(?!.*`)|~{3,})/;
const CONTAINER = /^([\s>]*)(:{3,})[ \t]*(?![\s:])(.+)$/;
/** Of Python-Markdown and MkDocs: `!!! note "Title"`, its text indented below. */
const ADMONITION = /^(\s*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)([^"]*)(?:"(.*)")?\s*$/;
/** Of MkDocs: `=== "Title"`, likewise. */
const TAB = /^(\s*)===[!+]?[ \t]+"(.*)"\s*$/;
/** Of VuePress: `@tab Title`, up to the next. */
const TAB_LINE = /^(\s*)@tab(?::active)?[ \t]+([^#\s].*?)(?:#.*)?$/;
/** Of Pandoc and Python-Markdown: below the line with what is defined. */
const DEFINITION = /^\s{0,3}:[ \t]+(?=\S)/;
/** Tables of contents that a tool fills in. */
const CONTENTS = /^\s*(?:\[\[?_?toc_?\]?\]|@\[toc\].*)\s*$/i;
/** Of kramdown, for the block above or below. */
const ATTRIBUTES = /^\s*\{:[^{}]*\}\s*$/;
/** Commands of Liquid, Jinja, GitBook and Hugo in a line of their own. */
const COMMANDS = /^\s*(?:(?:\{%[^%]*%\}|\{\{[<%][^<>%]*[%>]\}\})\s*)+$/;
const MODULE_LINE =
  /^(?:import\s+(?:[\w*{][^;]*(?<!\s)\s+from\s+)?['"][^'"]+['"]|export\s+(?:default|const|let|function|async)\b.*);?\s*$/;

/** The names that it imports stand below. */
const MODULE_START = /^import\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{[^}]*$/;

/**
 * The text with its containers, admonitions, tabs and definitions as remark reads them, and without filled-in tables
 * of contents and commands of templates. Listings stay as they are.
 */
export const prepareMarkdown = (text: string, settings: SourceSettings): string =>
  prepareLines(text.replace(/^[*-][ \t]+TOC[ \t]*\n(?=\{:toc)/gim, '').split('\n'), settings).join('\n');

function prepareLines(lines: readonly string[], settings: SourceSettings): string[] {
  const prepared: string[] = [];
  let fence: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const before = fence;
    fence = fenceBehind(fence, line);
    if (before !== null || fence !== null) {
      prepared.push(line);
      continue;
    }
    const behind = settings.withoutModules ? endOfModule(lines, i) : i;
    if (behind > i) {
      i = behind - 1;
      continue;
    }
    const note = readAdmonition(line);
    const end = note === null ? i : endOfIndented(lines, i + 1, note.indent);
    if (note !== null && (end > i + 1 || note.isTitled)) {
      prepared.push(...contain(note, lines.slice(i + 1, end), settings));
      i = end - 1;
    } else if (DEFINITION.test(line) && isTerm(prepared.at(-1)))
      define(prepared, line.replace(DEFINITION, ''));
    else if (COMMANDS.test(line)) prepared.push('', ...titlesIn(line), '');
    else if (TAB_LINE.test(line)) prepared.push(line.replace(TAB_LINE, '\n$1**$2**\n'));
    else if (!CONTENTS.test(line) && !ATTRIBUTES.test(line)) prepared.push(prepareLine(line, settings));
  }
  return prepared;
}

/** The fence of the listing that is open behind a line, or null. */
export function fenceBehind(fence: string | null, line: string): string | null {
  const mark = FENCE.exec(line)?.[1] ?? null;
  if (fence === null) return mark;
  return mark?.startsWith(fence) && /^[\s>]*[`~]+\s*$/.test(line) ? null : fence;
}

/** Lines of one statement at most: of one that never closes its brackets the first alone goes. */
const MAX_MODULE_LINES = 100;

/** Number of the line behind an import or export that begins at `from`; `from` where none does. */
function endOfModule(lines: readonly string[], from: number): number {
  if (!MODULE_START.test(lines[from]!) && !MODULE_LINE.test(lines[from]!)) return from;
  let open = 0;
  for (let i = from; i < Math.min(lines.length, from + MAX_MODULE_LINES); i++) {
    for (const bracket of lines[i]!.match(/[()[\]{}]/g) ?? []) open += '([{'.includes(bracket) ? 1 : -1;
    if (open <= 0) return i + 1;
  }
  return from + 1;
}

interface Admonition {
  readonly indent: string;
  readonly name: string;
  readonly title: string;
  /** False where it may be a sentence that begins with exclamation marks. */
  readonly isTitled: boolean;
}

function readAdmonition(line: string): Admonition | null {
  const tab = TAB.exec(line);
  if (tab) return { indent: tab[1]!, name: 'tab', title: tab[2]!, isTitled: true };
  const note = ADMONITION.exec(line);
  return note && { indent: note[1]!, name: note[2]!, title: note[4] ?? '', isTitled: note[4] !== undefined };
}

/** Number of the line behind those that are indented below an admonition. */
function endOfIndented(lines: readonly string[], from: number, indent: string): number {
  let end = from;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    if (!line.startsWith(`${indent}    `) && !line.startsWith(`${indent}\t`)) break;
    end = i + 1;
  }
  return end;
}

/** An admonition as a container, with more colons than any inside. */
function contain(
  { indent, name, title }: Admonition,
  body: readonly string[],
  settings: SourceSettings,
): string[] {
  const inside = prepareLines(
    body.map((line) => line.slice(indent.length).replace(/^(?: {4}|\t)/, '')),
    settings,
  );
  const most = inside.reduce((most, line) => Math.max(most, /^\s*(:+)/.exec(line)?.[1]?.length ?? 0), 2);
  const colons = ':'.repeat(most + 1);
  return ['', `${colons}${name}${label(title)}`, ...inside, colons, ''].map((line) => indent + line);
}

const isTerm = (line: string | undefined): line is string =>
  line !== undefined && /^\s{0,3}[^\s#>|:]/.test(line);

/** `term: definition` as an item of a list; one that is defined twice has its second definition in another. */
function define(prepared: string[], definition: string): void {
  const above = prepared.at(-1)!.trim();
  if (above.startsWith('- ')) {
    prepared.push(`- ${definition}`);
    return;
  }
  const between = /[:：?？!！.。,，]$/.test(above) ? ' ' : /\p{Script=Han}/u.test(above) ? '：' : ': ';
  prepared[prepared.length - 1] = `- ${above}${between}${definition}`;
}

/** Titles that commands give to what follows. */
const titlesIn = (commands: string): string[] =>
  [...commands.matchAll(/\b(?:title|label|summary)=(["'])(.+?)\1/g)].map(([, , title]) => `**${title}**`);

const HEADING_ATTRIBUTES = /(?<![ \t])[ \t]*\{:?[ \t]*([#.][^\s{}]+(?:[ \t]+[#.][^\s{}]+)*)[ \t]*\}[ \t#]*$/;

function prepareLine(line: string, { isMdx }: SourceSettings): string {
  const container = CONTAINER.exec(line);
  if (container) {
    const [, indent, colons, words] = container;
    return `${indent}${colons}${nameOf(words!.trim())}`;
  }
  // Braces begin an expression in MDX: there the attributes are escaped, and read from the text as elsewhere.
  const isHeading = /^\s{0,3}#{1,6}[ \t]/.test(line);
  const written = isHeading ? line.replace(HEADING_ATTRIBUTES, isMdx ? ' \\{$1\\}' : ' {$1}') : line;
  return joinEmphasis(line.includes('`') ? written : withoutWikiLinks(written));
}

/** Of Obsidian and others: the words of a link, nothing of an embedded file. */
const withoutWikiLinks = (line: string): string =>
  line
    .replace(/(?<!\\)!\[\[[^[\]]*\]\]/g, '')
    .replace(/(?<![\\[])\[\[(?:[^[\]|]*\|)?([\p{L}\p{N}][^[\]|]*)\]\](?!\()/gu, '$1');

/** What stands behind the colons of a container, as a name with a label. Messages have attributes, and are ours. */
function nameOf(words: string): string {
  if (/^message\{/.test(words)) return words;
  const [, name, rest] = /^([A-Za-z][\w-]*|\{[^{}]*\})(?=[\s[{]|$)(.*)$/.exec(words) ?? [];
  if (name === undefined) return `note${label(words)}`;
  const [, attributes = ''] = /\{([^{}]*)\}$/.exec(rest!) ?? [];
  const title = rest!.replace(/\{[^{}]*\}$/, '').trim();
  const isShown = TITLED.test(name) || name.startsWith('{') || rest!.startsWith('[');
  const named = /\btitle=(["'])(.+?)\1/.exec(attributes)?.[2] ?? '';
  return `${name.startsWith('{') ? 'note' : name}${label((isShown && title) || named)}`;
}

function label(title: string): string {
  const words = title.replace(/^\[(.*)\]$/, '$1');
  if (words.trim() === '') return '';
  const isBalanced = /^(?:[^[\]\\]|\\.|\[[^[\]\\]*\])*$/.test(words);
  return `[${isBalanced ? words : words.replace(/[[\]]/g, '\\$&')}]`;
}
