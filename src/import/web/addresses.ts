/** Addresses of the web as people and sites write them down. */

/** True for an address that begins with http:// or https://. */
export const isWebAddress = (source: string): boolean => /^https?:\/\//i.test(source) && URL.canParse(source);

/** The addresses of a text that has one on each line, beside empty lines and those that begin with #; else null. */
export function addressesIn(text: string): URL[] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(isWebAddress) ? lines.map((line) => new URL(line)) : null;
}

/** A text as it is written without percent signs; unchanged where these are no encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
