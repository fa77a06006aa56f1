/** A text as it is read, without what colours it. */
export const withoutColour = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with
  text.replace(/\u001b\[\d+m/g, '');
