/** Values of cells as a person sees them. */

/** Digits that a spreadsheet keeps of a number: beyond, 0.1 + 0.2 is not 0.3. */
const SIGNIFICANT_DIGITS = 15;

/** A number in its format: percent, currency, decimals and grouping; plain in any other. */
export function showNumber(value: number, format: string | undefined): string {
  const plain = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
  const [positive] = (format ?? '').split(';');
  const code = positive!
    // Symbols of currencies and their countries; colours and conditions.
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, '')
    // Space as wide as a character, and characters that fill a cell.
    .replace(/[_*]./g, '')
    .replace(/\\(.)/g, '"$1"');
  const shape =
    /^((?:"[^"]*"|[^"#0?%E/]){0,20})([#0?][#0?,]*)(?:\.([#0?]+))?((?:"[^"]*"|[^"#0?E/]){0,20})$/i.exec(code);
  if (shape === null || !Number.isFinite(value)) return plain;
  const [, before, whole, decimals = '', after] = shape as unknown as [
    string,
    string,
    string,
    string?,
    string?,
  ];
  if (whole.endsWith(',') || /@|general/i.test(code)) return plain;
  const isPercent = after?.includes('%') ?? false;
  const digits = Math.abs(isPercent ? value * 100 : value).toLocaleString('en-US', {
    minimumFractionDigits: Math.min(20, decimals.replace(/[^0]/g, '').length),
    maximumFractionDigits: Math.min(20, decimals.length),
    useGrouping: whole.includes(','),
  });
  const literal = (text = ''): string => text.replace(/"/g, '');
  return `${value < 0 ? '-' : ''}${literal(before)}${digits}${literal(after)}`.trim();
}

/** A day, with its time where it has one; a time alone counts from the day 0 of a spreadsheet. */
export function showDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1_000) * 1_000);
  if (Number.isNaN(rounded.valueOf())) return '';
  const [day, clock] = rounded.toISOString().split('T') as [string, string];
  const time = clock.slice(0, clock.startsWith(':00', 5) ? 5 : 8);
  if (rounded.getUTCFullYear() < 1900) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
