import type { IncomingHttpHeaders } from 'node:http';

/** Something that real Discord would have refused. */
export interface Violation {
  /** Method and path, `POST /channels/1/messages`. */
  readonly request: string;
  readonly status: number;
  /** Dotted way to the field, `embeds.0.title`; empty for the request as a whole. */
  readonly path: string;
  readonly code: string | number;
  readonly message: string;
}

/** A message or edit of the bot in which Discord itself looks for mentions: any `@everyone` quoted in it pings. */
export interface LiveMentionRisk {
  readonly request: string;
  readonly content: string;
  /** The `allowed_mentions` that came, undefined when they were left out. */
  readonly allowedMentions: unknown;
}

/** One request as it came in, and the status it was answered with; null while or where it was not. */
export interface RequestRecord {
  readonly method: string;
  /** Below `/api/v10`, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly atMs: number;
  body: unknown;
  status: number | null;
}

/** What the bot did, for tests to look at. */
export interface Records {
  readonly violations: Violation[];
  readonly liveMentionRisks: LiveMentionRisk[];
  readonly requests: RequestRecord[];
  /** Ids of the channels in which the bot showed that it types, in order. */
  readonly typing: string[];
  /** What the bot shows of itself beside its name, in order. */
  readonly presences: unknown[];
}

export function createRecords(): Records {
  return { violations: [], liveMentionRisks: [], requests: [], typing: [], presences: [] };
}
