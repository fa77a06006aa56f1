/** An endpoint on a loopback port that speaks as OpenAI's does, and has every fault that one can have. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it was asked. */
export interface LlmRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly stream?: boolean;
    readonly temperature?: number;
  };
}

/** How it answers: what it writes, piece by piece, and how that ends; or another status, or whatever bytes. */
export type LlmReply =
  | {
      readonly pieces: readonly string[];
      readonly pauseMs?: number;
      /** `broken`: the connection; `silent`: never; `endless`: the pieces come again and again. */
      readonly end?: 'whole' | 'broken' | 'silent' | 'endless';
      readonly tokens?: number;
    }
  | { readonly refusal: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly bytes: string; readonly type?: string }
  | { readonly hangs: true };

export interface LocalLlm {
  /** For LLM_URL. */
  readonly url: string;
  readonly requests: LlmRequest[];
  /** Answers with these pieces of text from now on. */
  readonly say: (...pieces: string[]) => void;
  readonly answer: (reply: LlmReply | ((request: LlmRequest) => LlmReply)) => void;
  /** Connections that were closed before their answer was whole. */
  readonly left: () => number;
  readonly stop: () => Promise<void>;
}

export async function startLocalLlm(): Promise<LocalLlm> {
  const requests: LlmRequest[] = [];
  let reply: LlmReply | ((request: LlmRequest) => LlmReply) = { pieces: [] };
  let left = 0;
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    requests.push(request);
    outgoing.on('close', () => {
      if (!outgoing.writableEnded) left++;
    });
    await send(outgoing, typeof reply === 'function' ? reply(request) : reply, request.body.model ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    say: (...pieces) => {
      reply = { pieces };
    },
    answer: (next) => {
      reply = next;
    },
    left: () => left,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(incoming: IncomingMessage): Promise<LlmRequest> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return { path: incoming.url ?? '', headers: incoming.headers, body: text === '' ? {} : JSON.parse(text) };
}

async function send(outgoing: ServerResponse, reply: LlmReply, model: string): Promise<void> {
  if ('hangs' in reply) return;
  if ('status' in reply) {
    outgoing.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    outgoing.end(JSON.stringify({ error: { message: `status ${reply.status}`, type: 'imitated' } }));
    return;
  }
  if ('bytes' in reply) {
    outgoing.writeHead(200, { 'Content-Type': reply.type ?? 'text/event-stream' });
    outgoing.end(reply.bytes);
    return;
  }
  outgoing.writeHead(200, { 'Content-Type': 'text/event-stream' });
  const event = (data: object): void => void outgoing.write(`data: ${JSON.stringify(data)}\n\n`);
  const chunk = (delta: object, finish: string | null = null): void =>
    event({
      ...{ id: 'imitated', object: 'chat.completion.chunk', model: `${model}-served` },
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
  if ('refusal' in reply) {
    chunk({ role: 'assistant', refusal: reply.refusal });
    outgoing.end('data: [DONE]\n\n');
    return;
  }
  const { pieces, pauseMs = 0, end = 'whole', tokens } = reply;
  do {
    for (const content of pieces) {
      if (outgoing.destroyed) return;
      chunk({ content });
      if (pauseMs > 0 || end === 'endless') await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  } while (end === 'endless');
  if (end === 'silent') return;
  if (end === 'broken') return void outgoing.destroy();
  chunk({}, 'stop');
  if (tokens !== undefined) event({ model, choices: [], usage: { total_tokens: tokens } });
  outgoing.end('data: [DONE]\n\n');
}
