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

/** Settings of an environment. Throws {@link ConfigError} with all problems. */
export function parseConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = (name: string): string => environment[name]?.trim() ?? '';
  const expect = (name: string, value: string, valid: boolean, expected: string): void => {
    if (value !== '' && !valid) problems.push(`${name}: expected ${expected}, found ${shown(name, value)}`);
  };

  const token = read('DISCORD_TOKEN');
  expect(
    'DISCORD_TOKEN',
    token,
    /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token),
    'three parts joined by dots, from the Bot page',
  );
  const guild = read('DISCORD_GUILD_ID');
  expect('DISCORD_GUILD_ID', guild, /^\d{17,20}$/.test(guild), 'a server id of 17 to 20 digits');
  const operators = read('OPERATORS');
  expect(
    'OPERATORS',
    operators,
    /^\d{17,20}(?:[\s,]+\d{17,20})*$/.test(operators),
    'ids of people of 17 to 20 digits, with commas between them',
  );
  const direct = read('DIRECT_MESSAGES');
  expect('DIRECT_MESSAGES', direct, /^[01]$/.test(direct), '1 or 0');
  const content = read('MESSAGE_CONTENT');
  expect('MESSAGE_CONTENT', content, /^[01]$/.test(content), '1 or 0');
  const api = read('DISCORD_API');
  expect('DISCORD_API', api, isHttpUrl(api), 'a URL such as http://127.0.0.1:8080/api');
  const model = read('EMBEDDING_MODEL');
  expect('EMBEDDING_MODEL', model, !/[\0\n]/.test(model), 'a folder or a name on the hub, on one line');
  const cores = read('BUILD_CORES');
  expect('BUILD_CORES', cores, /^[1-9]\d{0,2}$/.test(cores), 'a number from 1 to 999');
  const reranker = read('RERANK_MODEL');
  expect('RERANK_MODEL', reranker, !/[\0\n]/.test(reranker), 'a folder or a name on the hub, on one line');
  const budget = read('RERANK_BUDGET_MS');
  expect('RERANK_BUDGET_MS', budget, /^\d{1,6}$/.test(budget), 'milliseconds from 0 to 999999');
  const confidence = read('MIN_CONFIDENCE');
  expect(
    'MIN_CONFIDENCE',
    confidence,
    /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(confidence),
    'a number from 0 to 1, such as 0.4',
  );
  const searchUrl = read('SEARCH_URL');
  const search = parseSearchUrl(searchUrl);
  expect('SEARCH_URL', searchUrl, search !== null, 'addresses such as https://user:password@host:9200');
  const endpoint = read('HF_ENDPOINT');
  expect('HF_ENDPOINT', endpoint, isHttpUrl(endpoint), `a URL such as ${HUB_ENDPOINT}`);
  const hubToken = read('HF_TOKEN');
  expect('HF_TOKEN', hubToken, /^[!-~]+$/.test(hubToken), 'letters and digits without a space');
  // Not checked here: a proxy is a setting of the whole computer, and most commands never go on the network.
  const proxyOf = (name: string): string => read(name.toLowerCase()) || read(name);
  const database = read('DATABASE');
  expect('DATABASE', database, !/[\0\n]/.test(database), 'the path of a file, on one line');
  const stateUrl = read('STATE_URL');
  expect(
    'STATE_URL',
    stateUrl,
    /^(?:libsql|https?):\/\/[^\s/?#@]+\/?$/.test(stateUrl) && URL.canParse(stateUrl),
    'an address such as libsql://state.example.org or http://10.0.0.5:8080, without a password',
  );
  const stateToken = read('STATE_TOKEN');
  expect('STATE_TOKEN', stateToken, /^[!-~]+$/.test(stateToken), 'letters and digits without a space');
  const sources = read('SOURCES');
  expect('SOURCES', sources, !/[\0\n]/.test(sources), 'the path of a file, on one line');
  const sync = read('SYNC');
  expect('SYNC', sync, isSchedule(sync), 'minute, hour, day, month and weekday, such as "0 4 * * *"');
  const logLevel = LOG_LEVELS.find((level) => level === (read('LOG_LEVEL') || DEFAULT_LOG_LEVEL));
  expect('LOG_LEVEL', read('LOG_LEVEL'), logLevel !== undefined, `one of ${LOG_LEVELS.join(', ')}`);
  const web = parseWeb(read, expect);
  const llm = parseLlm(read, expect);
  if (problems.length > 0) throw new ConfigError(problems);

  return {
    corpus: [read('CORPUS') || 'corpus'],
    embeddings: read('EMBEDDINGS') || 'embeddings',
    embeddingModel: model || DEFAULT_MODEL,
    buildCores: cores ? Number(cores) : null,
    rerank: reranker ? { model: reranker, budgetMs: budget ? Number(budget) : RERANK_BUDGET_MS } : null,
    minConfidence: confidence ? Number(confidence) : null,
    search,
    models: read('MODELS') || 'models',
    hub: {
      ...DEFAULT_HUB,
      endpoint: endpoint.replace(/\/+$/, '') || HUB_ENDPOINT,
      token: hubToken,
      proxy: { http: proxyOf('HTTP_PROXY'), https: proxyOf('HTTPS_PROXY'), except: proxyOf('NO_PROXY') },
    },
    discordToken: token,
    discordGuildId: guild || null,
    operators: operators.split(/[\s,]+/).filter((id) => id !== ''),
    directMessages: direct !== '0',
    messageContent: content === '1',
    discordApi: api.replace(/\/+$/, '') || null,
    database: database || DATABASE,
    stateServer: stateUrl ? { url: stateUrl.replace(/\/$/, ''), token: stateToken } : null,
    records: join(dirname(database || DATABASE), 'sources'),
    copies: join(dirname(database || DATABASE), 'copies'),
    sources: sources || 'sources.yaml',
    sync: sync || null,
    logLevel: logLevel ?? DEFAULT_LOG_LEVEL,
    web,
    llm,
    llmTokens: join(dirname(database || DATABASE), 'llm-tokens.json'),
  };
}

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** A token or password is never repeated, not even a wrong one. */
const shown = (name: string, value: string): string =>
  name.endsWith('_TOKEN') || name.endsWith('_KEY') || name === 'SEARCH_URL'
    ? `${value.length} characters of another form`
    : JSON.stringify(value);
