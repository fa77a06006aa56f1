/** What is known of a hub of models, and what can go wrong with it. */
import type { ProxySettings } from '../http.ts';

export const HUB_ENDPOINT = 'https://huggingface.co';

export interface HubSettings {
  /** Base URL without a slash at its end: the hub itself or a mirror with the same paths. */
  readonly endpoint: string;
  /** Empty for what everybody may read. Sent to `endpoint` alone. */
  readonly token: string;
  readonly proxy: ProxySettings;
  /** A download that brings nothing for this long is broken off and taken up again. */
  readonly stallMs: number;
  /** Wait before each further attempt. */
  readonly retryDelaysMs: readonly number[];
}

export const DEFAULT_HUB: HubSettings = {
  endpoint: HUB_ENDPOINT,
  token: '',
  proxy: { http: '', https: '', except: '' },
  stallMs: 30_000,
  retryDelaysMs: [1000, 2000, 4000, 8000, 16_000],
};

/** The hub did not give what was asked for; the message says what came and what to do. */
export class HubError extends Error {
  /** True where the same request may succeed a little later. */
  readonly passing: boolean;
  /** What the hub asks to wait, or 0. */
  readonly waitMs: number;

  constructor(message: string, options: ErrorOptions & { passing?: boolean; waitMs?: number } = {}) {
    super(message, options);
    this.passing = options.passing ?? false;
    this.waitMs = options.waitMs ?? 0;
  }
}

/** True for a name as the hub has them, `owner/model`; a path such as `./a/b`, and the project's `models/`, is none. */
export const isHubName = (model: string): boolean => /^(?!models\/)\w[\w.-]*\/\w[\w.-]*$/.test(model);
