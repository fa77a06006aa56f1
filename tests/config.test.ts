import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';
import { DEFAULT_HUB } from '../src/hub/hub.ts';
import { otherMachine } from '../src/llm-config.ts';

const TOKEN = 'abcDEF012.x-y_z.0123456789';

function messageOf(environment: Record<string, string>): string {
  try {
    parseConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('expected that the settings are refused');
}

describe('settings', () => {
  it('have defaults for all: nothing must be set to ask in the terminal', () => {
    expect(parseConfig({})).toEqual({
      corpus: ['corpus'],
      embeddings: 'embeddings',
      embeddingModel: 'models/e5-small-zh-en',
      buildCores: null,
      rerank: null,
      minConfidence: null,
      search: null,
      models: 'models',
      hub: DEFAULT_HUB,
      discordToken: '',
      discordGuildId: null,
      operators: [],
      messageContent: false,
      shards: null,
      directMessages: true,
      discordApi: null,
      database: 'state/discord.db',
      stateServer: null,
      records: 'state/sources',
      copies: 'state/copies',
      sources: 'sources.yaml',
      sync: null,
      logLevel: 'info',
      llm: null,
      llmTokens: 'state/llm-tokens.json',
      web: {
        isOnInBot: false,
        host: '127.0.0.1',
        port: 8080,
        token: '',
        hosts: [],
        isOpen: true,
        server: null,
      },
    });
  });

  it('treat empty values and white space as not set', () => {
    const empty = {
      CORPUS: '',
      EMBEDDINGS: ' ',
      EMBEDDING_MODEL: '\t',
      BUILD_CORES: ' ',
      RERANK_MODEL: '',
      RERANK_BUDGET_MS: ' ',
      MIN_CONFIDENCE: '',
      MODELS: '',
      HF_ENDPOINT: '',
      HF_TOKEN: ' ',
      https_proxy: '',
      DISCORD_TOKEN: '',
      DISCORD_GUILD_ID: '',
      DISCORD_API: ' ',
      SHARDS: 'auto',
      STATE_URL: ' ',
      STATE_TOKEN: '',
      DATABASE: ' ',
      SOURCES: '',
      SYNC: ' ',
      LOG_LEVEL: '',
    };
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });

  it('are read from the environment, without the space around them', () => {
    expect(
      parseConfig({
        CORPUS: ' /data/新闻 稿 ',
        EMBEDDINGS: '/data/index',
        EMBEDDING_MODEL: 'Xenova/bge-m3',
        BUILD_CORES: '12',
        RERANK_MODEL: 'Xenova/bge-reranker-base',
        RERANK_BUDGET_MS: '500',
        MIN_CONFIDENCE: '0.45',
        SEARCH_URL: 'https://me:secret@one.example:9200/quell, https://two.example:9200',
        MODELS: '/data/models',
        HF_ENDPOINT: 'https://mirror.example.org/',
        HF_TOKEN: 'hf_abc',
        http_proxy: 'http://127.0.0.1:3128',
        HTTPS_PROXY: 'http://127.0.0.1:3129',
        NO_PROXY: 'localhost',
        DISCORD_TOKEN: `${TOKEN}\n`,
        DISCORD_GUILD_ID: '123456789012345678',
        OPERATORS: '123456789012345678, 123456789012345679',
        DIRECT_MESSAGES: '0',
        MESSAGE_CONTENT: '1',
        DISCORD_API: 'http://127.0.0.1:8080/api/',
        SHARDS: '4-6/16',
        STATE_URL: ' libsql://state.example.org/ ',
        STATE_TOKEN: 'letmein',
        DATABASE: ' /data/状态.db',
        SOURCES: '/data/sources.yaml',
        SYNC: ' 0 4 * * * ',
        LOG_LEVEL: 'debug',
        WEB: '0.0.0.0:80',
        WEB_TOKEN: 'sixteen-or-more-x',
        WEB_HOSTS: 'answers.example.org, A.example',
        WEB_OPEN: '1',
        WEB_SERVER: '123456789012345678',
        LLM_URL: 'https://llm.example/v1/',
        LLM_MODEL: 'small one',
        LLM_KEY: 'sk-0123',
        LLM_SECONDS: '30',
        LLM_DAILY_TOKENS: '100000',
        HOME: '/root',
      }),
    ).toEqual({
      corpus: ['/data/新闻 稿'],
      embeddings: '/data/index',
      embeddingModel: 'Xenova/bge-m3',
      buildCores: 12,
      rerank: { model: 'Xenova/bge-reranker-base', budgetMs: 500 },
      minConfidence: 0.45,
      search: {
        nodes: ['https://me:secret@one.example:9200/quell', 'https://two.example:9200'],
        name: 'quell',
      },
      models: '/data/models',
      hub: {
        ...DEFAULT_HUB,
        endpoint: 'https://mirror.example.org',
        token: 'hf_abc',
        proxy: { http: 'http://127.0.0.1:3128', https: 'http://127.0.0.1:3129', except: 'localhost' },
      },
      discordToken: TOKEN,
      discordGuildId: '123456789012345678',
      operators: ['123456789012345678', '123456789012345679'],
      messageContent: true,
      shards: { ids: [4, 5, 6], count: 16 },
      directMessages: false,
      discordApi: 'http://127.0.0.1:8080/api',
      database: '/data/状态.db',
      stateServer: { url: 'libsql://state.example.org', token: 'letmein' },
      records: '/data/sources',
      copies: '/data/copies',
      sources: '/data/sources.yaml',
      sync: '0 4 * * *',
      logLevel: 'debug',
      llm: {
        url: 'https://llm.example/v1',
        model: 'small one',
        key: 'sk-0123',
        seconds: 30,
        dailyTokens: 100_000,
      },
      llmTokens: '/data/llm-tokens.json',
      web: {
        isOnInBot: true,
        host: '0.0.0.0',
        port: 80,
        token: 'sixteen-or-more-x',
        hosts: ['answers.example.org', 'a.example'],
        isOpen: true,
        server: '123456789012345678',
      },
    });
  });

  it.each(['daily', '0 4 * *', '0 0 4 * * *', '61 4 * * *', '0 0 30 2 *'])(
    'refuse the times %j, which never come or are not cron',
    (times) => {
      expect(messageOf({ SYNC: times })).toContain('SYNC: expected minute, hour, day, month and weekday');
    },
  );

  it.each([17, 20])('take a server id of %i digits', (digits) => {
    expect(parseConfig({ DISCORD_GUILD_ID: '1'.repeat(digits) }).discordGuildId).toHaveLength(digits);
  });

  it.each([16, 21])('refuse a server id of %i digits', (digits) => {
    expect(messageOf({ DISCORD_GUILD_ID: '1'.repeat(digits) })).toMatch(
      /DISCORD_GUILD_ID: expected .+17 to 20 digits, found "1+"/,
    );
  });

  it.each(['127.0.0.1:8080', 'ftp://example.org', 'file:///tmp', 'http://'])(
    'refuse the address %s',
    (api) => {
      expect(messageOf({ DISCORD_API: api })).toMatch(/DISCORD_API: expected a URL such as http.+, found "/);
    },
  );

  it.each([
    ['0', 0],
    ['999999', 999_999],
  ])('take a budget for reranking of %s ms', (text, budgetMs) => {
    expect(parseConfig({ RERANK_MODEL: 'a/b', RERANK_BUDGET_MS: text }).rerank).toEqual({
      model: 'a/b',
      budgetMs,
    });
  });

  it.each(['-1', '1000000', '2s', '1.5'])('refuse a budget for reranking of %s ms', (text) => {
    expect(messageOf({ RERANK_BUDGET_MS: text })).toContain(
      `RERANK_BUDGET_MS: expected milliseconds from 0 to 999999, found "${text}"`,
    );
  });

  it('refuse a mirror that is no URL, and a token with a space, which is not repeated', () => {
    const message = messageOf({ HF_ENDPOINT: 'mirror.example.org', HF_TOKEN: 'Bearer hf_abc' });
    expect(message).toContain('HF_ENDPOINT: expected a URL such as https://huggingface.co');
    expect(message).toContain('HF_TOKEN: expected letters and digits without a space');
    expect(message).not.toContain('hf_abc');
  });

  it('refuse a model name of two lines', () => {
    expect(messageOf({ EMBEDDING_MODEL: 'a\nb' })).toMatch(
      /EMBEDDING_MODEL: expected .+ on one line, found "a\\nb"/,
    );
  });
});

describe('the settings of the page', () => {
  it.each([
    ['127.0.0.1:8080', '127.0.0.1', 8080],
    ['localhost:80', 'localhost', 80],
    ['[::1]:65535', '::1', 65_535],
    ['9000', '127.0.0.1', 9000],
  ])('take the address %s, and let whoever sits there ask and read', (address, host, port) => {
    expect(parseConfig({ WEB: address }).web).toMatchObject({ isOnInBot: true, host, port, isOpen: true });
  });

  it.each(['127.0.0.1', '127.0.0.1:65536', 'http://127.0.0.1:80', '[1.2.3.4]:80', 'a b:80', ':80'])(
    'refuse the address %j',
    (address) => {
      expect(messageOf({ WEB: address })).toContain(`WEB: expected host:port`);
    },
  );

  it.each([{ WEB: '0.0.0.0:8080' }, { WEB: '[::]:80' }, { WEB: '192.0.2.1:80' }, { WEB_HOSTS: 'a.example' }])(
    'want a token beside %j, and show nothing without it then',
    (settings) => {
      expect(messageOf(settings)).toContain('WEB: expected WEB_TOKEN');
      const token = 'a'.repeat(16);
      expect(parseConfig({ ...settings, WEB_TOKEN: token }).web).toMatchObject({ token, isOpen: false });
      expect(messageOf({ ...settings, WEB_TOKEN: 'a'.repeat(15) })).toMatch(
        /WEB_TOKEN: expected .+ 15 characters/,
      );
    },
  );
});

describe('the language model', () => {
  const urlOf = (LLM_URL: string) => parseConfig({ LLM_URL, LLM_MODEL: 'm' }).llm?.url;

  it('is off without an address, whatever else is set', () => {
    expect(parseConfig({ LLM_MODEL: 'm', LLM_KEY: 'sk-0123', LLM_SECONDS: '5' }).llm).toBeNull();
  });

  it('is asked within 20 seconds and without a bound of tokens, unless others are set', () => {
    expect(parseConfig({ LLM_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'm' }).llm).toEqual({
      ...{ url: 'http://127.0.0.1:11434/v1', model: 'm', key: '', seconds: 20, dailyTokens: null },
    });
  });

  it('has the address of its API, of its host, or of what is asked', () => {
    expect(urlOf('http://127.0.0.1:11434')).toBe('http://127.0.0.1:11434/v1');
    expect(urlOf('http://127.0.0.1:11434/')).toBe('http://127.0.0.1:11434/v1');
    expect(urlOf('https://llm.example/api/v2/chat/completions')).toBe('https://llm.example/api/v2');
  });

  it.each([
    [{ LLM_URL: 'localhost:11434', LLM_MODEL: 'm' }, 'LLM_URL: expected a URL'],
    [{ LLM_URL: 'http://me:pass@llm.example', LLM_MODEL: 'm' }, 'LLM_URL: expected a URL'],
    [{ LLM_URL: 'http://llm.example' }, 'LLM_URL: expected LLM_MODEL beside it'],
    [{ LLM_SECONDS: '0' }, 'LLM_SECONDS: expected a number from 1 to 300'],
    [{ LLM_SECONDS: '301' }, 'LLM_SECONDS: expected a number from 1 to 300'],
    [{ LLM_DAILY_TOKENS: 'many' }, 'LLM_DAILY_TOKENS: expected a number of tokens'],
    [{ LLM_KEY: 'sk 0123' }, 'LLM_KEY: expected letters and digits without a space, found 7 characters'],
  ])('is refused with %o', (settings, problem) => {
    expect(messageOf(settings)).toContain(problem);
  });
});

describe('problems', () => {
  it('are listed all at once, each on a line with its setting, below what to do', () => {
    const message = messageOf({
      DISCORD_TOKEN: 'wrong',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API: 'localhost',
      EMBEDDING_MODEL: 'a\nb',
      DATABASE: 'a\nb',
      LOG_LEVEL: 'loud',
    });
    const [first, ...others] = message.split('\n');
    expect(first).toMatch(/settings have problems\. Mend them in \.env/);
    expect(others.map((line) => /^ {2}- (\w+): expected /.exec(line)?.[1])).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_API',
      'EMBEDDING_MODEL',
      'DATABASE',
      'LOG_LEVEL',
    ]);
  });

  it.each(['MTIzNDU2.short', 'Key abc.def.ghi', 'secret value', '"abc.def.ghi"'])(
    'never repeat a token, not even the wrong one %o',
    (token) => {
      const message = messageOf({ DISCORD_TOKEN: token, DISCORD_GUILD_ID: 'x' });
      expect(message).toContain('DISCORD_TOKEN: expected three parts joined by dots');
      expect(message).toContain(`${token.length} characters of another form`);
      for (const part of token.match(/\w{3,}/g)!)
        expect(message.replace('DISCORD_TOKEN', '')).not.toContain(part);
    },
  );
});

it.each([
  [undefined, null],
  ['http://127.0.0.1:11434/v1', null],
  ['http://localhost:11434/v1', null],
  ['http://[::1]:11434/v1', null],
  ['http://10.0.0.5:11434/v1', '10.0.0.5:11434'],
  ['https://models.example/v1', 'models.example'],
])('a language model at %s sends what is asked to %s', (LLM_URL, host) => {
  expect(otherMachine(parseConfig({ LLM_MODEL: 'm', ...(LLM_URL && { LLM_URL }) }).llm)).toBe(host);
});
