/** Word documents to trees. The door to mammoth, loaded when the first document is met. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { treeOfHtml } from './html/tree.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { headBold } from './shared/bold-headings.ts';
import { type Reading, UNSTATED } from './shared/reading.ts';
import { UnusableText } from './shared/unusable.ts';
import { checkZip } from './shared/zip.ts';

/** Styles of paragraphs that mammoth does not know; it knows those of headings and lists. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
];

/**
 * Headings, lists, tables and paragraphs of a .docx file; its title is the paragraph of that style, or the first
 * heading. Throws {@link UnusableText} where it cannot be read.
 */
export async function readDocx(bytes: Buffer): Promise<Reading> {
  checkZip(bytes, MAX_FILE_BYTES);
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    html = (await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, convertImage })).value;
  } catch (error) {
    throw new UnusableText(
      `not a Word document that can be read (${(error as Error).message})`,
      'Open it in a word processor and save it as .docx',
      { cause: error },
    );
  }
  // Bookmarks of a document lead nowhere once it is a page among others.
  const tree = headBold(await treeOfHtml(html.replace(/<a id="[^"]*"><\/a>/g, '')));
  const heading = tree.children.find((node: RootContent) => node.type === 'heading');
  return { ...UNSTATED, title: heading ? textOf(heading) : null, tree };
}
