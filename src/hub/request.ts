/** Asks the hub over HTTP: redirects, token, and what a status means. */
import { type HttpClient, type HttpHeaders, type HttpResponse, openHttp, reasonOf } from '../http.ts';
import { HubError, type HubSettings } from './hub.ts';

export interface Hub {
  readonly settings: HubSettings;
  /**
   * Answer with status 200 or 206, or 416 to a range, to a path below the endpoint. Throws {@link HubError} for every
   * other status, and where nothing comes.
   */
  get(path: string, headers?: HttpHeaders): Promise<HttpResponse>;
  close(): Promise<void>;
}

/** The hub redirects once to its storage, a mirror sometimes once more. */
const MAX_REDIRECTS = 5;
/** A hub that asks for a longer wait is not worth waiting for. */
const MAX_WAIT_MS = 60_000;

/** Connections to a hub, by the proxy of the settings where there is one. */
export function openHub(settings: HubSettings): Hub {
  const { http, https } = settings.proxy;
  for (const proxy of [http, https])
    if (proxy !== '' && !(URL.canParse(proxy) && /^https?:/.test(proxy)))
      throw new HubError(
        'the proxy of HTTP_PROXY or HTTPS_PROXY is no URL that begins with http:// or https://',
      );
  const client = openHttp(settings.proxy);
  return {
    settings,
    get: (path, headers = {}) => follow(settings, client, path, headers),
    close: () => client.close(),
  };
}

async function follow(
  settings: HubSettings,
  client: HttpClient,
  path: string,
  headers: HttpHeaders,
): Promise<HttpResponse> {
  let url = new URL(settings.endpoint + path);
  const { origin } = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    // The storage behind the hub belongs to somebody else: the token stays with the hub.
    const authorization = settings.token !== '' && url.origin === origin;
    const response = await ask(settings, client, url, {
      // Sizes, ranges and hashes are those of the file as it is, not of a compressed one.
      'accept-encoding': 'identity',
      ...headers,
      ...(authorization && { authorization: `Bearer ${settings.token}` }),
    });
    const { statusCode } = response;
    if (statusCode === 200 || statusCode === 206 || (statusCode === 416 && 'range' in headers))
      return response;
    await response.body.dump();
    const { location } = response.headers;
    if (statusCode < 300 || statusCode >= 400 || typeof location !== 'string')
      throw refusal(settings, url, response);
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol))
      throw new HubError(`${settings.endpoint} redirects to ${url.protocol}, expected http: or https:`);
  }
  throw new HubError(`${settings.endpoint}${path} redirects more than ${MAX_REDIRECTS} times`);
}

async function ask(
  { stallMs }: HubSettings,
  client: HttpClient,
  url: URL,
  headers: HttpHeaders,
): Promise<HttpResponse> {
  try {
    return await client.get(url, headers, { stallMs });
  } catch (error) {
    throw new HubError(`${url.origin} could not be reached (${reasonOf(error)})`, {
      cause: error,
      passing: !NO_NETWORK.has((error as NodeJS.ErrnoException).code ?? ''),
    });
  }
}

/** Waiting half a minute would not bring a network. */
const NO_NETWORK = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH']);

/** What to do about a status. The hub answers 401, not 404, for a name that it does not know. */
const REMEDIES: Readonly<Record<number, (token: string) => string>> = {
  401: (token) =>
    token === ''
      ? 'either there is no model of this name, or it takes a token. Check the name, or set HF_TOKEN'
      : 'either there is no model of this name, or HF_TOKEN is not valid for it. Check both',
  403: () => 'access is not granted. Accept the conditions on the page of the model, and set HF_TOKEN',
  404: () => 'there is no such model or file. Check the name',
};

function refusal({ token, endpoint }: HubSettings, url: URL, response: HttpResponse): HubError {
  const { statusCode, headers } = response;
  const remedy = REMEDIES[statusCode];
  const path = `${url.origin}${url.pathname}`;
  // A link into the storage runs out, so its 403 means another try, not a lack of rights.
  const atHub = url.origin === new URL(endpoint).origin;
  if (remedy !== undefined && atHub) return new HubError(`${path} answered ${statusCode}: ${remedy(token)}`);
  const seconds = Number(headers['retry-after'] ?? 0);
  return new HubError(`${path} answered ${statusCode}`, {
    passing: statusCode === 429 || statusCode >= 500 || !atHub,
    waitMs: Number.isFinite(seconds) ? Math.min(seconds * 1000, MAX_WAIT_MS) : 0,
  });
}
