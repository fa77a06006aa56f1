/** Server-sent events of an answer to POST, which EventSource cannot read. */

export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a body, in their order, until it ends; comments are left out. Throws where the connection breaks. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = parts.pop()!;
      for (const part of parts) {
        const lines = part.split('\n');
        const fieldOf = (name: string): string[] =>
          lines
            .filter((line) => line.startsWith(`${name}:`))
            .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
        const data = fieldOf('data');
        if (data.length > 0) yield { event: fieldOf('event')[0] ?? 'message', data: data.join('\n') };
      }
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}
