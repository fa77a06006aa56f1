import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchModel } from '../../src/hub/fetch-model.ts';
import { HubError, isHubName } from '../../src/hub/hub.ts';
import { type LocalHub, listen, startLocalHub } from '../local-hub/start-local-hub.ts';
import { makeFolder } from '../temporary-folder.ts';

const MODEL = 'someone/model';
const NETWORK = 'onnx/model_quantized.onnx';
/** Bytes without a pattern, so that a part in the wrong place is seen. */
const NETWORK_BYTES = Buffer.concat(
  Array.from({ length: 5000 }, (_, i) => createHash('sha256').update(`${i}`).digest()),
);
const FILES = {
  'README.md': '# not needed',
  'config.json': '{"model_type":"bert"}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  [NETWORK]: NETWORK_BYTES,
  'onnx/model.onnx': 'not needed beside the smaller one',
} as const;

let hub: LocalHub;
let folder: string;

beforeEach(async () => {
  hub = await startLocalHub();
  hub.add(MODEL, FILES);
  folder = makeFolder();
});

const network = (): Buffer => readFileSync(join(folder, NETWORK));
const inOnnx = (): string[] => readdirSync(join(folder, 'onnx'));
const partBytes = (): number => {
  const part = inOnnx().find((name) => name.endsWith('.part'));
  return part === undefined ? 0 : statSync(join(folder, 'onnx', part)).size;
};
const rangesAsked = (): (string | undefined)[] =>
  hub.asked.filter(({ at }) => at === 'storage').map(({ range }) => range);

async function failureOf(fetching: Promise<void>): Promise<string> {
  const error = await fetching.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HubError);
  return (error as Error).message;
}

/** Leaves a part as a process that has ended would: no process has a number that high. */
function leavePart(content: Uint8Array): string {
  const part = join(folder, `${NETWORK}.999999999.part`);
  mkdirSync(dirname(part), { recursive: true });
  writeFileSync(part, content);
  return part;
}

describe('a model of the hub', () => {
  it('comes with the files that are needed and no others', async () => {
    await fetchModel(hub.settings, MODEL, folder);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'SHA256SUMS',
      'config.json',
      'onnx',
      NETWORK,
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });

  it('is asked for as it is: the hash of a compressed file would be another', async () => {
    await fetchModel(hub.settings, MODEL, folder);
    expect(new Set(hub.asked.map(({ encoding }) => encoding))).toEqual(new Set(['identity']));
  });

  it('comes with what it says of itself, and with its network last', async () => {
    hub.add('someone/other', { ...FILES, '1_Pooling/config.json': '{}', 'sentence_bert_config.json': '{}' });
    await fetchModel(hub.settings, 'someone/other', folder);
    expect(existsSync(join(folder, '1_Pooling/config.json'))).toBe(true);
    expect(existsSync(join(folder, 'sentence_bert_config.json'))).toBe(true);
    expect(hub.asked.at(-1)!.path).toContain(NETWORK);
  });

  it('comes with the full network where there is no smaller one', async () => {
    const { [NETWORK]: _, ...others } = FILES;
    hub.add('someone/full', others);
    await fetchModel(hub.settings, 'someone/full', folder);
    expect(inOnnx()).toEqual(['model.onnx']);
  });

  it('is told in bytes of the whole, from nothing to all', async () => {
    const told: number[] = [];
    let whole = 0;
    await fetchModel(hub.settings, MODEL, folder, (done, total) => {
      told.push(done);
      whole = total;
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(whole);
    expect(whole).toBe(21 + 2 + 2 + NETWORK_BYTES.length);
  });

  it('is not fetched a second time, but checked: a file that has changed on disk comes again', async () => {
    await fetchModel(hub.settings, MODEL, folder);
    const before = hub.asked.length;
    await fetchModel(hub.settings, MODEL, folder);
    expect(hub.asked.slice(before).map(({ path }) => path)).toEqual([
      `/api/models/${MODEL}/tree/main?recursive=true`,
    ]);
    writeFileSync(join(folder, 'tokenizer.json'), '[]');
    await fetchModel(hub.settings, MODEL, folder);
    expect(readFileSync(join(folder, 'tokenizer.json'), 'utf8')).toBe('{}');
  });

  it.each([
    ['an owner and a name', 'Xenova/bge-m3', true],
    ['a point in the name', 'Xenova/bge-small-zh-v1.5', true],
    ['a folder of the project', 'models/zh-en-static', false],
    ['a path from here', './Xenova/bge-m3', false],
    ['a path from above', '../bge-m3', false],
    ['an absolute path', '/models/bge-m3', false],
    ['a folder in folders', 'a/b/c', false],
    ['one word', 'bge-m3', false],
  ])('is known by its name: %s', (_, name, expected) => {
    expect(isHubName(name)).toBe(expected);
  });
});

describe('the token', () => {
  it('goes to the hub, and not to the storage that the hub redirects to', async () => {
    await fetchModel({ ...hub.settings, token: 'hf_secret' }, MODEL, folder);
    const sent = (at: string) =>
      new Set(hub.asked.filter((one) => one.at === at).map(({ authorization }) => authorization));
    expect(sent('hub')).toEqual(new Set(['Bearer hf_secret']));
    expect(sent('storage')).toEqual(new Set([undefined]));
  });

  it('is not sent where there is none', async () => {
    await fetchModel(hub.settings, MODEL, folder);
    expect(hub.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});

describe('a download that breaks', () => {
  it.each([
    [
      'is cut off',
      {
        cutAfter: 50_000,
        taken: () => vi.waitFor(() => expect(partBytes()).toBeGreaterThan(0), { timeout: 30_000 }),
      },
    ],
    ['ends early', { endAfter: 50_000 }],
    ['stands still', { stallAfter: 50_000 }],
  ])('off, since it %s, goes on where it was', async (_, fault) => {
    hub.fail('storage', NETWORK, fault);
    await fetchModel({ ...hub.settings, stallMs: 200 }, MODEL, folder);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
    expect(rangesAsked()).toHaveLength(2);
    expect(rangesAsked()[1]).toMatch(/^bytes=[1-9]\d*-$/);
    expect(inOnnx()).toEqual(['model_quantized.onnx']);
  });

  it('off again and again is given up after the last delay, and kept', async () => {
    hub.fail('storage', NETWORK, ...Array.from({ length: 4 }, () => ({ endAfter: 10_000 })));
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toBe(
      `${MODEL}: ${NETWORK} broke off after 40000 of ${NETWORK_BYTES.length} bytes`,
    );
    expect(inOnnx()).toEqual([`model_quantized.onnx.${process.pid}.part`]);

    await fetchModel(hub.settings, MODEL, folder);
    expect(rangesAsked().at(-1)).toBe('bytes=40000-');
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });

  it('off with its process is taken over by the next', async () => {
    leavePart(NETWORK_BYTES.subarray(0, 70_000));
    await fetchModel(hub.settings, MODEL, folder);
    expect(rangesAsked()).toEqual(['bytes=70000-']);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
    expect(inOnnx()).toEqual(['model_quantized.onnx']);
  });

  it('off just before the rename asks for nothing more', async () => {
    leavePart(NETWORK_BYTES);
    await fetchModel(hub.settings, MODEL, folder);
    expect(rangesAsked()).toEqual([]);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });

  it('off at a server without ranges begins anew', async () => {
    leavePart(NETWORK_BYTES.subarray(0, 70_000));
    hub.fail('storage', NETWORK, { ignoreRange: true });
    await fetchModel(hub.settings, MODEL, folder);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });

  it.each([
    ['of another version', Buffer.alloc(1000, 'x')],
    ['that is longer than the file', Buffer.alloc(NETWORK_BYTES.length + 1)],
    ['as long as the file, of another version', Buffer.alloc(NETWORK_BYTES.length)],
  ])('off with a part %s begins anew', async (_, part) => {
    leavePart(part);
    await fetchModel(hub.settings, MODEL, folder);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
    expect(rangesAsked().at(-1)).toBeUndefined();
  });

  it('off with more than the server has begins anew', async () => {
    leavePart(NETWORK_BYTES.subarray(0, 70_000));
    hub.fail('storage', NETWORK, { status: 416 });
    await fetchModel(hub.settings, MODEL, folder);
    expect(rangesAsked()).toEqual(['bytes=70000-', undefined]);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });
});

describe('a disk', () => {
  it('that does not take a part is told, and the hub not asked again', async () => {
    mkdirSync(join(folder, `${NETWORK}.${process.pid}.part`), { recursive: true });
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toMatch(
      /\.part cannot be written \(EISDIR\)\. Is the disk full, or the folder not writable\?/,
    );
    expect(rangesAsked()).toHaveLength(1);
  });
});

describe('a file that is not what the hub states', () => {
  it('by its sha256 is removed and told', async () => {
    hub.fail('storage', NETWORK, { other: Buffer.alloc(NETWORK_BYTES.length, 'x') });
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toMatch(
      /model_quantized\.onnx is not the file that the hub states \(its sha256 is another\).+removed/,
    );
    expect(inOnnx()).toEqual([]);
  });

  it('by its git hash is removed and told', async () => {
    hub.add(MODEL, FILES, { 'config.json': 'a'.repeat(40) });
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toMatch(
      /config\.json is not the file that the hub states \(its git hash is another\)/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('by its length, which is greater, is cut short and removed', async () => {
    hub.fail('storage', NETWORK, { other: Buffer.concat([NETWORK_BYTES, Buffer.alloc(1)]) });
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toContain(
      `longer than the ${NETWORK_BYTES.length} bytes that the hub states`,
    );
    expect(inOnnx()).toEqual([]);
  });
});

describe('a hub that does not answer as it should', () => {
  it.each([
    [401, '', 'either there is no model of this name, or it takes a token. Check the name, or set HF_TOKEN'],
    [401, 'hf_x', 'either there is no model of this name, or HF_TOKEN is not valid for it. Check both'],
    [403, 'hf_x', 'access is not granted. Accept the conditions on the page of the model'],
    [404, '', 'there is no such model or file. Check the name'],
  ])(
    'is not asked again after %i with the token %o, and the remedy is told',
    async (status, token, remedy) => {
      hub.fail('hub', 'recursive=true', { status });
      const message = await failureOf(fetchModel({ ...hub.settings, token }, MODEL, folder));
      expect(message).toContain(`answered ${status}: ${remedy}`);
      expect(message).not.toContain('hf_x');
      expect(hub.asked).toHaveLength(1);
    },
  );

  it('is not asked again for a model that it does not know', async () => {
    expect(await failureOf(fetchModel(hub.settings, 'someone/nothing', folder))).toContain('Check the name');
    expect(hub.asked).toHaveLength(1);
  });

  it.each([429, 500, 502, 503, 504])(
    'is asked again after %i, for the list and for a file',
    async (status) => {
      hub.fail('hub', 'recursive=true', { status });
      hub.fail('hub', NETWORK, { status, headers: { 'retry-after': '0' } });
      hub.fail('storage', NETWORK, { status });
      await fetchModel(hub.settings, MODEL, folder);
      expect(network().equals(NETWORK_BYTES)).toBe(true);
    },
  );

  it('is asked as often as there are delays, and once more', async () => {
    hub.fail('hub', 'recursive=true', { status: 503 }, { status: 503 }, { status: 503 });
    await fetchModel(hub.settings, MODEL, folder);
    hub.fail('hub', 'recursive=true', { status: 503 }, { status: 503 }, { status: 503 }, { status: 503 });
    expect(await failureOf(fetchModel(hub.settings, MODEL, folder))).toContain('answered 503');
  });

  it('is asked again where a link into its storage has run out', async () => {
    hub.fail('storage', NETWORK, { status: 403 });
    await fetchModel(hub.settings, MODEL, folder);
    expect(network().equals(NETWORK_BYTES)).toBe(true);
  });

  it('that sends a page instead of a list is told', async () => {
    const { origin } = await listen((_, response) => response.end('<html>Log in</html>'));
    expect(await failureOf(fetchModel({ ...hub.settings, endpoint: origin }, MODEL, folder))).toMatch(
      /answered no list of files\. Does HF_ENDPOINT name a mirror/,
    );
  });

  it.each([
    ['in a circle', 'recursive=true', /redirects more than 5 times/],
    ['to a file', 'file:///etc/passwd', /redirects to file:, expected http: or https:/],
  ])('that redirects %s is told', async (_, location, expected) => {
    const { origin } = await listen((request, response) =>
      response.writeHead(302, { location: location.startsWith('file:') ? location : request.url! }).end(),
    );
    expect(await failureOf(fetchModel({ ...hub.settings, endpoint: origin }, MODEL, folder))).toMatch(
      expected,
    );
  });

  it('that nothing listens at is told at once', async () => {
    const { origin, server } = await listen(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await failureOf(fetchModel({ ...hub.settings, endpoint: origin }, MODEL, folder))).toBe(
      `${origin} could not be reached (ECONNREFUSED)`,
    );
  });

  it('that has the model in a form that cannot be read is told', async () => {
    hub.add('someone/pytorch', { 'config.json': '{}', 'tokenizer.json': '{}', 'model.safetensors': '' });
    expect(await failureOf(fetchModel(hub.settings, 'someone/pytorch', folder))).toMatch(
      /has no tokenizer_config\.json, no onnx\/model_quantized\.onnx, so it cannot be used here/,
    );
    hub.add('someone/huge', { ...FILES, [`${NETWORK}_data`]: 'weights' });
    expect(await failureOf(fetchModel(hub.settings, 'someone/huge', folder))).toMatch(
      /keeps its weights beside onnx\/model_quantized\.onnx/,
    );
  });
});

describe('a proxy', () => {
  /** A proxy that notes where it was asked to connect. */
  async function startProxy(): Promise<{ origin: string; asked: string[] }> {
    const asked: string[] = [];
    const { origin, server } = await listen((_, response) => response.writeHead(400).end());
    server.on('connect', (request, socket) => {
      asked.push(request.url!);
      const [host, port] = request.url!.split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const end of [socket, onward]) end.on('error', () => socket.destroy());
    });
    return { origin, asked };
  }

  it('of the settings is used, but not for the hosts that are excepted', async () => {
    const proxy = await startProxy();
    const { host } = new URL(hub.settings.endpoint);
    const settings = { ...hub.settings, proxy: { http: proxy.origin, https: '', except: '' } };
    await fetchModel(settings, MODEL, folder);
    expect(proxy.asked).toContain(host);
    expect(network().equals(NETWORK_BYTES)).toBe(true);

    const before = proxy.asked.length;
    await fetchModel({ ...settings, proxy: { ...settings.proxy, except: '127.0.0.1' } }, MODEL, makeFolder());
    expect(proxy.asked).toHaveLength(before);
  });

  it('that is no URL is told', async () => {
    const settings = { ...hub.settings, proxy: { http: '', https: 'socks5://127.0.0.1', except: '' } };
    expect(await failureOf(fetchModel(settings, MODEL, folder))).toContain('HTTPS_PROXY is no URL');
  });
});
