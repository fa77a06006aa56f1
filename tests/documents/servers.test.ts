import { expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import { isProblem, readCorpus } from '../../src/documents/read.ts';
import { makeFolder } from '../temporary-folder.ts';

it('gives what lies in the folder of a server to that server, also where lines of two have the same id', async () => {
  const line = '{"id": "1", "title": "One", "text": "Some words."}\n';
  const corpus = makeFolder({
    'lines.jsonl': line,
    'servers/setup.md': 'How a server is set up.',
    'servers/1234/rules.md': 'Too short for the id of a server.',
    'servers/123456789012345678/lines.jsonl': line,
    'servers/123456789012345678/guides/rules.md': 'Be kind.',
    'servers/223456789012345678/lines.jsonl': line,
  });
  const read: unknown[] = [];
  for await (const item of readCorpus(listCorpus([corpus])))
    read.push(isProblem(item) ? item.reason : [item.id, item.server]);
  expect(read).toEqual([
    ['1', undefined],
    ['servers/1234/rules', undefined],
    ['servers/123456789012345678/guides/rules', '123456789012345678'],
    ['servers/123456789012345678/1', '123456789012345678'],
    ['servers/223456789012345678/1', '223456789012345678'],
    ['servers/setup', undefined],
  ]);
});
