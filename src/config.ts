/** The settings of the project, read from an environment and checked all at once. */
import { dirname, join } from 'node:path';
import { DEFAULT_MODEL } from './embedding/models.ts';
import { DEFAULT_HUB, HUB_ENDPOINT, type HubSettings } from './hub/hub.ts';
import { parseSearchUrl, type SearchPlace } from './index/opensearch/place.ts';
import { type LlmConfig, parseLlm } from './llm-config.ts';
import { LOG_LEVELS, type LogLevel } from './log-levels.ts';
import { isSchedule } from './schedule.ts';
import type { StateServer } from './storage/database/server.ts';
import { parseWeb, type WebConfig } from './web-config.ts';

export interface Config {
  /** Folders and files the articles are read from. */
  readonly corpus: readonly string[];
  /** Folder the index is built in. */
  readonly embeddings: string;
  readonly embeddingModel: string;
  /** Processes that embed while an index is built; null for one a core but one, and one where the bot answers meanwhile. */
  readonly buildCores: number | null;
  /** Null where nothing is reranked; no batch of passages is begun after `budgetMs`. */
  readonly rerank: { readonly model: string; readonly budgetMs: number } | null;
  /** An answer of less confidence is not given; null for the fitted threshold. */
  readonly minConfidence: number | null;
  /** The search engine that is asked; null where the files of the index are. */
  readonly search: SearchPlace | null;
  /** Folder that models of the hub are fetched into. */
  readonly models: string;
  readonly hub: HubSettings;
  /** Empty where the bot is not to go on Discord. */
  readonly discordToken: string;
  /** Server to deploy the commands to, or null for all. */
  readonly discordGuildId: string | null;
  /** Base URL of Discord's API, or null for Discord's own. */
  readonly discordApi: string | null;
  /** Ids of people who may do what concerns all servers, beside the owner of the application. */
  readonly operators: readonly string[];
  /** Part of the shards that this process has; null for as many as Discord advises. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
  /** Whether the bot answers in direct messages. */
  readonly directMessages: boolean;
  /** Whether the bot reads messages that are not for it, to answer new posts where a server wants that. */
  readonly messageContent: boolean;
  /** File of the database in which the bot keeps what it knows of servers. */
  readonly database: string;
  /** Server that keeps it instead, for several processes; null where the file does. */
  readonly stateServer: StateServer | null;
  /** Folder of what was fetched of each source: `sources` beside the database. */
  readonly records: string;
  /** Folder of articles as they were before they were changed in Discord: `copies` beside the database. */
  readonly copies: string;
  /** File of the sources that are kept up to date. */
  readonly sources: string;
  /** When the bot brings them up to date, as five fields of cron in the machine's time zone; null for never. */
  readonly sync: string | null;
  readonly logLevel: LogLevel;
  /** The page. */
  readonly web: WebConfig;
  /** The language model that writes answers; null where none does. */
  readonly llm: LlmConfig | null;
  /** File that counts its tokens: beside the database. */
  readonly llmTokens: string;
}

/** Some settings are not usable; the message lists every problem. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(
      ['The settings have problems. Mend them in .env or in the environment:', ...problems].join('\n  - '),
    );
  }
}

/** What a person waits for an answer in the order of a reranker. */
const RERANK_BUDGET_MS = 2000;
const DATABASE = 'state/discord.db';
const DEFAULT_LOG_LEVEL: LogLevel = 'info';

type Environment = Readonly<Record<string, string | undefined>>;

/** How settings are read; what is not usable is noted. */
interface Reader {
  /** Without space around it; empty where it is not set. */
  read(name: string): string;
  expect(name: string, value: string, valid: boolean, expected: string): void;
  /** What is set, which has to be of a form, where it is set at all. */
  take(name: string, form: RegExp | ((text: string) => boolean), expected: string): string;
}

/** Settings of an environment. Throws {@link ConfigError} with all problems. */
export function parseConfig(environment: Environment): Config {
  const problems: string[] = [];
  const reader = readerOf(environment, problems);
  const config: Config = {
    ...discordSettings(reader),
    ...answerSettings(reader),
    ...hubSettings(reader),
    ...stateSettings(reader),
    ...sourceSettings(reader),
    logLevel: parseLogLevel(reader),
    web: parseWeb(reader.read, reader.expect),
    llm: parseLlm(reader.read, reader.expect),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readerOf(environment: Environment, problems: string[]): Reader {
  const read = (name: string): string => environment[name]?.trim() ?? '';
  const expect = (name: string, value: string, valid: boolean, expected: string): void => {
    if (value !== '' && !valid) problems.push(`${name}: expected ${expected}, found ${shown(name, value)}`);
  };
  return {
    read,
    expect,
    take(name, form, expected) {
      const value = read(name);
      expect(name, value, typeof form === 'function' ? form(value) : form.test(value), expected);
      return value;
    },
  };
}

const PERSON_IDS = /^\d{17,20}(?:[\s,]+\d{17,20})*$/;

function discordSettings({ take }: Reader) {
  const token = take(
    'DISCORD_TOKEN',
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    'three parts joined by dots, from the Bot page',
  );
  const guild = take('DISCORD_GUILD_ID', /^\d{17,20}$/, 'a server id of 17 to 20 digits');
  const operators = take(
    'OPERATORS',
    PERSON_IDS,
    'ids of people of 17 to 20 digits, with commas between them',
  );
  const shards = take('SHARDS', (text) => readShards(text) !== undefined, 'auto, or a part such as 0-3/16');
  const direct = take('DIRECT_MESSAGES', /^[01]$/, '1 or 0');
  const content = take('MESSAGE_CONTENT', /^[01]$/, '1 or 0');
  const api = take('DISCORD_API', isHttpUrl, 'a URL such as http://127.0.0.1:8080/api');
  return {
    discordToken: token,
    discordGuildId: guild || null,
    discordApi: api.replace(/\/+$/, '') || null,
    operators: operators.split(/[\s,]+/).filter((id) => id !== ''),
    shards: readShards(shards) ?? null,
    directMessages: direct !== '0',
    messageContent: content === '1',
  };
}

const ONE_LINE = /^[^\0\n]*$/;
const CONFIDENCE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/;

/** Index, models and confidence. */
function answerSettings({ read, expect, take }: Reader) {
  const model = take('EMBEDDING_MODEL', ONE_LINE, 'a folder or a name on the hub, on one line');
  const cores = take('BUILD_CORES', /^[1-9]\d{0,2}$/, 'a number from 1 to 999');
  const reranker = take('RERANK_MODEL', ONE_LINE, 'a folder or a name on the hub, on one line');
  const budget = take('RERANK_BUDGET_MS', /^\d{1,6}$/, 'milliseconds from 0 to 999999');
  const confidence = take('MIN_CONFIDENCE', CONFIDENCE, 'a number from 0 to 1, such as 0.4');
  const searchUrl = read('SEARCH_URL');
  const search = parseSearchUrl(searchUrl);
  expect('SEARCH_URL', searchUrl, search !== null, 'addresses such as https://user:password@host:9200');
  return {
    corpus: [read('CORPUS') || 'corpus'],
    embeddings: read('EMBEDDINGS') || 'embeddings',
    embeddingModel: model || DEFAULT_MODEL,
    buildCores: cores ? Number(cores) : null,
    rerank: reranker ? { model: reranker, budgetMs: budget ? Number(budget) : RERANK_BUDGET_MS } : null,
    minConfidence: confidence ? Number(confidence) : null,
    search,
  };
}

const NO_SPACE = /^[!-~]+$/;

function hubSettings({ read, take }: Reader) {
  const endpoint = take('HF_ENDPOINT', isHttpUrl, `a URL such as ${HUB_ENDPOINT}`);
  const token = take('HF_TOKEN', NO_SPACE, 'letters and digits without a space');
  // Not checked here: a proxy is a setting of the whole computer, and most commands never go on the network.
  const proxyOf = (name: string): string => read(name.toLowerCase()) || read(name);
  const proxy = { http: proxyOf('HTTP_PROXY'), https: proxyOf('HTTPS_PROXY'), except: proxyOf('NO_PROXY') };
  return {
    models: read('MODELS') || 'models',
    hub: { ...DEFAULT_HUB, endpoint: endpoint.replace(/\/+$/, '') || HUB_ENDPOINT, token, proxy },
  };
}

/** What is kept, and where: one folder beside the database has all that is not in it. */
function stateSettings({ take }: Reader) {
  const database = take('DATABASE', ONE_LINE, 'the path of a file, on one line') || DATABASE;
  const url = take(
    'STATE_URL',
    (text) => /^(?:libsql|https?):\/\/[^\s/?#@]+\/?$/.test(text) && URL.canParse(text),
    'an address such as libsql://state.example.org or http://10.0.0.5:8080, without a password',
  );
  const token = take('STATE_TOKEN', NO_SPACE, 'letters and digits without a space');
  const folder = dirname(database);
  return {
    database,
    stateServer: url ? { url: url.replace(/\/$/, ''), token } : null,
    records: join(folder, 'sources'),
    copies: join(folder, 'copies'),
    llmTokens: join(folder, 'llm-tokens.json'),
  };
}

function sourceSettings({ take }: Reader) {
  const sources = take('SOURCES', ONE_LINE, 'the path of a file, on one line');
  const sync = take('SYNC', isSchedule, 'minute, hour, day, month and weekday, such as "0 4 * * *"');
  return { sources: sources || 'sources.yaml', sync: sync || null };
}

function parseLogLevel({ read, expect }: Reader): LogLevel {
  const named = read('LOG_LEVEL');
  const level = LOG_LEVELS.find((one) => one === (named || DEFAULT_LOG_LEVEL));
  expect('LOG_LEVEL', named, level !== undefined, `one of ${LOG_LEVELS.join(', ')}`);
  return level ?? DEFAULT_LOG_LEVEL;
}

/** `0-3/16` and `3/16`; null for `auto` and nothing, undefined where it is none of these. */
function readShards(text: string): Config['shards'] | undefined {
  if (text === '' || text === 'auto') return null;
  const [, from, to = from, all] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text) ?? [];
  const [first, last, count] = [Number(from), Number(to), Number(all)];
  if (!(first <= last && last < count)) return undefined;
  return { ids: Array.from({ length: last - first + 1 }, (_, i) => first + i), count };
}

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** A token or password is never repeated, not even a wrong one. */
const shown = (name: string, value: string): string =>
  name.endsWith('_TOKEN') || name.endsWith('_KEY') || name === 'SEARCH_URL'
    ? `${value.length} characters of another form`
    : JSON.stringify(value);
