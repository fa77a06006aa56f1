import { cleanText } from '../../text/plain-text.ts';

/** Thrown for a file or line that cannot be used; the message is a `Problem`'s reason, `remedy` its remedy. */
export class UnusableText extends Error {
  readonly remedy: string;
  constructor(reason: string, remedy: string, options?: ErrorOptions) {
    super(reason, options);
    this.remedy = remedy;
  }
}

const NO_TEXT = ['no text', 'Write the article below its front matter, or remove the file'] as const;

/** Text of an article, cleaned. Throws {@link UnusableText} where there is none. */
export function bodyText(content: string): string {
  const text = cleanText(content);
  if (text === '') throw new UnusableText(...NO_TEXT);
  return text;
}
