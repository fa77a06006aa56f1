/** Marks that tools put into Markdown and that no parser knows, made ones that it knows. */

/** Containers whose words behind the name are a title that readers see. */
const TITLED =
  /^(?:tip|info|note|warning|danger|caution|important|success|question|example|details|abstract|quote)$/i;
const FENCE = /^\s{0,3}(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;
const CONTAINER = /^(\s*)(:{3,})[ \t]*([A-Za-z][\w-]*)(?:[ \t]*\{[^}]*\}[ \t]*$|[ \t]+(.*?))?[ \t]*$/;
/** Of Python-Markdown and MkDocs: `!!! note "Title"`, its text indented below. */
const ADMONITION = /^(\s*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)[^"\n]*(?:"(.*)")?[ \t]*$/;
const HEADING_ATTRIBUTES = /^(\s{0,3}#{1,6}[ \t].*?)[ \t]*\{((?:[ \t]*[#.][^\s{}]+)+)[ \t]*\}[ \t#]*$/;
/** Tables of contents that a tool fills in. */
const CONTENTS = /^\s*(?:\[\[?_?toc_?\]?\]|\{:toc\}|@\[toc\].*)\s*$/i;
const MODULE_LINE =
  /^(?:import\s+(?:[\w*{][^;]*\s+from\s+)?['"][^'"]+['"]|export\s+(?:default|const|let|function|async)\b.*);?\s*$/;

/**
 * The text with its containers, admonitions and attributes of headings as remark reads them, and without filled-in
 * tables of contents. Code stays as it is.
 * @param withoutModules also without lines that import and export, where MDX is read as Markdown
 */
export function prepareMarkdown(text: string, isMdx: boolean, withoutModules = false): string {
  let fence: string | null = null;
  let admonition: string | null = null;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (
      fence !== null &&
      mark &&
      mark[0] === fence[0] &&
      mark.length >= fence.length &&
      /^\s*[`~]+\s*$/.test(line)
    )
      fence = null;
    else if (fence === null) {
      if (
        admonition !== null &&
        line.trim() !== '' &&
        !line.startsWith(`${admonition}    `) &&
        !line.startsWith(`${admonition}\t`)
      ) {
        lines.push('', `${admonition}:::`, '');
        admonition = null;
      }
      const note = ADMONITION.exec(line);
      if (note) {
        if (admonition !== null) lines.push('', `${admonition}:::`);
        admonition = note[1]!;
        lines.push('', `${note[1]}:::${note[2]}${label(note[3])}`);
        continue;
      }
      if (CONTENTS.test(line) || (withoutModules && MODULE_LINE.test(line))) continue;
      lines.push(prepareLine(admonition === null ? line : line.replace(/^(\s*?)(?: {4}|\t)/, '$1'), isMdx));
      continue;
    }
    lines.push(admonition === null ? line : line.replace(/^(?: {4}|\t)/, ''));
  }
  if (admonition !== null) lines.push('', `${admonition}:::`);
  return lines.join('\n');
}

function prepareLine(line: string, isMdx: boolean): string {
  const container = CONTAINER.exec(line);
  if (container) {
    const [, indent, colons, name, rest] = container;
    // With attributes it is a directive as it stands.
    if (/\{[^}]*\}[ \t]*$/.test(line)) return line.replace(/^(\s*:{3,})[ \t]+/, '$1');
    return `${indent}${colons}${name}${TITLED.test(name!) ? label(rest) : ''}`;
  }
  const heading = HEADING_ATTRIBUTES.exec(line);
  // Braces begin an expression in MDX: there the attributes are escaped, and read from the text as elsewhere.
  if (heading) return `${heading[1]} ${isMdx ? '\\' : ''}{${heading[2]!.trim()}${isMdx ? '\\' : ''}}`;
  return line;
}

const label = (title: string | undefined): string =>
  title ? `[${title.replace(/^\[(.*)\]$/, '$1').replace(/[[\]]/g, '\\$&')}]` : '';
