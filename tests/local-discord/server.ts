import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { acceptConnection } from './gateway/accept-connection.ts';
import { handleRequest } from './rest/handle-request.ts';
import type { State } from './state.ts';

/** Discord closes a connection that sends more than this at once. */
const MAX_PAYLOAD_BYTES = 4096;

/** Serves REST and the gateway on one free port of this machine alone; returns how to stop. */
export async function serve(state: State): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const file = state.world.attachments.get(/^\/attachments\/(\d+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (file !== undefined) return void response.end(file.bytes);
    // Fails only where the client has left in the middle of its request.
    handleRequest(state, request, response).catch(() => response.destroy());
  });
  const gateway = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES });
  server.on('upgrade', (request, socket, head) => {
    if (state.gateway.faults.refuseUpgrades) {
      socket.destroy();
      return;
    }
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    gateway.handleUpgrade(request, socket, head, (client) => acceptConnection(state, client, searchParams));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.port = (server.address() as AddressInfo).port;
  return () => stop(state, server);
}

async function stop(state: State, server: Server): Promise<void> {
  if (!server.listening) return;
  for (const { socket } of state.gateway.connections) socket.terminate();
  for (const { deadline } of state.world.interactions.values()) clearTimeout(deadline);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
