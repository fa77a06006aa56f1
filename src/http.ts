/** HTTP: connections by a proxy, directly, or only to addresses that a check lets by. The door to undici. */
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool, request } from 'undici';

export type HttpResponse = Dispatcher.ResponseData;
export type HttpHeaders = Readonly<Record<string, string>>;

export interface HttpClient {
  /** Answer of whatever status; rejects where nothing came for `stallMs`, and with the reason of an aborted signal. */
  get(
    url: URL,
    headers: HttpHeaders,
    limits: { stallMs: number; signal?: AbortSignal },
  ): Promise<HttpResponse>;
  close(): Promise<void>;
}

/** Proxies by the protocol of what is asked for, empty for none, and the hosts that need none, as `NO_PROXY` has them. */
export interface ProxySettings {
  readonly http: string;
  readonly https: string;
  readonly except: string;
}

export const openHttp = ({ http, https, except }: ProxySettings): HttpClient =>
  clientOf(
    http || https
      ? new EnvHttpProxyAgent({ httpProxy: http, httpsProxy: https, noProxy: except })
      : new Agent(),
  );

/** Connections that find their address by `lookupFor(host, port)`, which may throw; no proxy, which would look up itself. */
export const openGuardedHttp = (lookupFor: (host: string, port: number) => LookupFunction): HttpClient =>
  clientOf(
    new Agent({
      factory: (origin, options) => {
        const { hostname, port, protocol } = new URL(origin);
        const lookup = lookupFor(hostname, Number(port) || (protocol === 'https:' ? 443 : 80));
        return new Pool(origin, { ...options, connect: { lookup } });
      },
    }),
  );

const clientOf = (dispatcher: Dispatcher): HttpClient => ({
  get: (url, headers, { stallMs, signal }) =>
    request(url, {
      dispatcher,
      headers,
      headersTimeout: stallMs,
      bodyTimeout: stallMs,
      ...(signal && { signal }),
    }),
  // Not `close`, which waits for the rest of a download that was broken off.
  close: () => dispatcher.destroy(),
});

/** Why a connection failed: its code says more than the message, which is often empty. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT'
    ? 'nothing came for too long'
    : (code ?? message);
}
