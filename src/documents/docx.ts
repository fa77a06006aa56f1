/** Word documents to text. The door to mammoth, loaded when the first document is met. */
import { MAX_FILE_BYTES } from './limits.ts';
import { UnusableText } from './unusable.ts';
import { checkZip } from './zip.ts';

/** Text of a .docx file, a line for each paragraph. Throws {@link UnusableText} where it cannot be read. */
export async function readDocx(bytes: Buffer): Promise<string> {
  checkZip(bytes, MAX_FILE_BYTES);
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    return value.replace(/\n{2,}/g, '\n').trim();
  } catch (error) {
    throw new UnusableText(
      `not a Word document that can be read (${(error as Error).message})`,
      'Open it in a word processor and save it as .docx',
      { cause: error },
    );
  }
}
