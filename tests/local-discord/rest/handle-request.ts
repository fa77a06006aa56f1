import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { objectOrEmpty } from '../json.ts';
import type { RequestRecord } from '../records.ts';
import type { State } from '../state.ts';
import { checkSender, parseBody } from './envelope.ts';
import { noteRefusal } from './note-refusal.ts';
import { Refusal, refusal } from './refusal.ts';
import { strike, takeFaults } from './rest-faults.ts';
import { type Answer, findRoute } from './route.ts';
import { ROUTES } from './routes/routes.ts';
import { send } from './send-answer.ts';

const PREFIX = '/api/v10';

/** Answers one request as Discord would, or as a planted fault has it. */
export async function handleRequest(
  state: State,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = startRecord(incoming);
  state.records.requests.push(request);
  const body = await text(incoming);
  const faults = takeFaults(state.restFaults, `${request.method} ${request.path}`);
  const [before, after] = [faults.filter((fault) => !fault.after), faults.filter((fault) => fault.after)];
  if (!(await strike(before, incoming, response))) {
    const answer = answerTo(state, request, body);
    if (!(await strike(after, incoming, response))) send(response, answer.status, answer.body);
  }
  request.status = response.headersSent ? response.statusCode : null;
}

function answerTo(state: State, request: RequestRecord, body: string): Answer {
  try {
    checkSender(state, request);
    request.body = parseBody(request, body);
    const found = findRoute(ROUTES, request.method, request.path);
    if (!found) throw refusal(404, 0, `404: Not Found (${request.method} ${request.path})`);
    return found.route.handle({
      state,
      request,
      body: objectOrEmpty(request.body),
      part: (name) => found.parts.get(name) ?? '',
    });
  } catch (error) {
    noteRefusal(state.records, request, error);
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
  }
}

/** Paths come percent-encoded, `/users/%40me`. A path of another version keeps its prefix, and so has no route. */
function startRecord(incoming: IncomingMessage): RequestRecord {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const path = url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname;
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(path),
    query: url.searchParams,
    headers: incoming.headers,
    atMs: Date.now(),
    body: undefined,
    status: null,
  };
}
