import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSources, readSources, SourcesError, syncSources } from '../../src/import/sync.ts';
import { WEB_SETTINGS } from '../../src/import/web/web.ts';
import { makeFolder } from '../temporary-folder.ts';

const messageOf = (text: string): string => {
  try {
    parseSources(text, 'sources.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(SourcesError);
    return (error as Error).message;
  }
  throw new Error('expected that the sources are refused');
};

describe('sources', () => {
  it.each(['', 'sources:\n', '- https://a.example/\n', 'sources:\n  - https://a.example/\n'])(
    'are a list, with or without a name: %j',
    (text) => {
      const sources = parseSources(text, 'sources.yaml').map(({ source }) => source);
      expect(sources).toEqual(text.includes('https') ? ['https://a.example/'] : []);
    },
  );

  it('may differ from the settings of all', () => {
    const text = `
      - source: https://a.example/map.xml
        folder: servers/123456789012345678/handbook
        limit: 20
        delay: 0.5
        allow-private: Intranet:8080`;
    expect(parseSources(text, 'sources.yaml')).toEqual([
      {
        source: 'https://a.example/map.xml',
        folder: 'servers/123456789012345678/handbook',
        maxItems: 20,
        delayMs: 500,
        allowPrivate: ['intranet:8080'],
      },
    ]);
  });

  it('that are not usable are told all at once, with what is expected', () => {
    expect(messageOf('- folder: ../elsewhere\n- source: x\n  limit: 0\n- source: x\n  every: day\n')).toMatch(
      /entry 1: source is missing\s+entry 1: folder is "\.\.\/elsewhere"\s+entry 2: limit is 0\s+entry 3: every is "day"\s+expected a list/,
    );
    expect(messageOf('a: [')).toMatch(/^sources\.yaml is not YAML \(.+line 1/);
    expect(messageOf('https://a.example')).toMatch(/^sources\.yaml: expected a list/);
    expect(() => readSources('nowhere.yaml')).toThrow(/nowhere\.yaml cannot be read .+; expected a list/);
  });
});

describe('a sync', () => {
  it('goes on after a source that fails, and keeps what is for one server apart from the rest', async () => {
    const text = 'The quay of Tarn is open from May to September.';
    const [one, two] = [makeFolder({ 'a.txt': text }), makeFolder({ 'a.txt': text })];
    const folder = makeFolder();
    const sources = parseSources(
      `- source: ${one}\n  folder: servers/123456789012345678\n- nowhere.txt\n- ${two}\n- ${one}\n`,
      'sources.yaml',
    );
    const settings = { ...WEB_SETTINGS, folder, records: makeFolder(), day: '2025-03-01', maxItems: 9 };
    const kinds: string[] = [];
    for await (const { kind } of syncSources(sources, settings)) kinds.push(kind);
    expect(kinds).toEqual(['added', 'failed', 'added', 'known']);
    expect(readdirSync(folder).sort()).toEqual(['servers', expect.stringMatching(/-a-[\da-f]{8}\.md$/)]);
  });
});
