/** What the front matter of a page says. The door to smol-toml. */
import { parse as parseToml } from 'smol-toml';
import { readUrl } from '../../text/plain-text.ts';
import { latest } from '../shared/changed-day.ts';
import { readDay } from '../shared/day.ts';
import type { Reading } from '../shared/reading.ts';
import { parseYaml } from './yaml.ts';

export type FrontMatter = Pick<Reading, 'title' | 'date' | 'source' | 'url' | 'missing'>;

type Fields = Readonly<Record<string, string>>;

/** Names of fields, the more telling first. */
const NAMES = {
  title: ['title', 'sidebar_label', 'sidebarlabel', 'name', '标题', '標題'],
  date: ['date', 'pubdate', 'published', 'publishdate', 'published_at', 'publishedat', 'datepublished', 'pub_date',
    'publish_date', 'published_date', 'created', 'created_at', 'createdat', 'posted', '日期', '发布日期', '發佈日期'],
  changed: ['updated', 'updated_at', 'updatedat', 'lastmod', 'last_modified', 'lastmodified', 'last-modified', 'modified',
    'modified_at', 'lastupdated', 'last_updated', 'last_update', 'updatedate', 'revised', '更新', '更新日期', '更新时间',
    '更新時間', '最后更新', '最後更新'],
  source: ['source', 'publisher', '来源', '來源'],
  url: ['url', 'canonical_url', 'canonical', 'permalink', 'link'],
} as const; // biome-ignore format: a table

/**
 * Fields of front matter without its fences. What cannot be read costs itself alone: where the whole is not what it
 * should be, its lines are read one by one, and `missing` says so.
 */
export function readFrontMatter(kind: 'yaml' | 'toml', value: string): FrontMatter {
  const { fields, problem } = parseFields(kind, value);
  const first = (names: readonly string[]): string | null =>
    names.map((name) => fields[name]).find((one) => one) ?? null;
  const written = first(NAMES.date);
  const published = written === null ? null : readDay(written);
  const changed = readDay(first(NAMES.changed) ?? '');
  const reason =
    problem ??
    (written !== null && published === null ? `the date ${JSON.stringify(written)} is not a day` : null);
  const remedy =
    problem === null
      ? 'Write it as YYYY-MM-DD; the article is read without it'
      : 'Put values that hold a colon or a quote into double quotes; what could be read of it counts';
  return {
    title: first(NAMES.title),
    date: latest(published, changed),
    source: first(NAMES.source),
    url: readUrl(NAMES.url.map((name) => fields[name]).find((one) => one && readUrl(one))),
    ...(reason !== null && { missing: { reason, remedy } }),
  };
}

function parseFields(kind: 'yaml' | 'toml', value: string): { fields: Fields; problem: string | null } {
  try {
    const fields: unknown = kind === 'yaml' ? parseYaml(value) : parseToml(value);
    if (fields === null) return { fields: {}, problem: null };
    if (typeof fields === 'object' && !Array.isArray(fields))
      return { fields: plainFields(fields as Record<string, unknown>), problem: null };
    return { fields: fieldsByLine(value), problem: 'the front matter is no list of "name: value" lines' };
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    const fields = fieldsByLine(value);
    const problem = `the front matter is not ${kind === 'yaml' ? 'YAML' : 'TOML'} (${reason})`;
    // Where title and day came out of it all the same, nobody misses anything.
    return { fields, problem: fields.title && fields.date ? null : problem };
  }
}

/** Names in small letters, values as text; of a list its first, of a group its date. */
function plainFields(fields: Record<string, unknown>): Fields {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return text(value[0]);
    if (value instanceof Date) return value.toISOString();
    if (value === null) return '';
    return typeof value === 'object'
      ? text((value as Record<string, unknown>).date ?? '')
      : String(value).trim();
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), text(value)]));
}

/** Lines of `name: value` or `name = value`, whatever stands around them. */
function fieldsByLine(value: string): Fields {
  const lines = value.matchAll(/^["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*[:=：](.*)$/gmu);
  return Object.fromEntries(
    [...lines].map(([, name, text]) => [
      name!.toLowerCase(),
      whole(text!.trim().replace(/^(["'])(.*)\1$/, '$2')),
    ]),
  );
}

/** A value without the quote that it only begins with; nothing of one whose bracket nothing closes. */
function whole(value: string): string {
  const said = value.replace(/^["'](?!.*["'])/, '');
  return /^(?:\[[^\]]*|\{[^}]*)$/.test(said) ? '' : said;
}
