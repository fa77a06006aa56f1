import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { renderModels } from '../../../src/terminal/render/models.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { tinyBert } from '../../tiny-model/tiny-bert.ts';

const MODELS = makeFolder(
  Object.fromEntries(
    Object.entries(tinyBert({ words: { 红: [1, 0] }, positions: 8 })).map(([path, content]) => [
      `someone/tiny/${path}`,
      content,
    ]),
  ),
);

/** Cells of the line of a model, its mark first. */
function rowOf(table: string, name: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with
  const lines = table.replace(/\u001b\[\d+m/g, '').split('\n');
  const found = lines.find((line) => line.slice(2).startsWith(`${name} `))!;
  return [found[0]!, ...found.slice(2).split(/ {2,}/)];
}

describe('the list of models', () => {
  it('tells use, size, licence, languages, and what is on disk', () => {
    const table = renderModels(parseConfig({ MODELS, RERANK_MODEL: 'Xenova/bge-reranker-base' }));
    expect(rowOf(table, 'models/e5-small-zh-en')).toEqual([
      '*',
      'models/e5-small-zh-en',
      'embedding',
      '54 MB',
      'MIT',
      'Chinese, English',
      'yes',
    ]);
    expect(rowOf(table, 'models/zh-en-static')).toEqual([
      ' ',
      'models/zh-en-static',
      'embedding',
      '23 MB',
      'CC BY-SA 4.0',
      'Chinese, English',
      'yes',
    ]);
    expect(rowOf(table, 'Xenova/bge-m3')).toEqual([
      ' ',
      'Xenova/bge-m3',
      'embedding',
      'about 590 MB',
      'MIT',
      'about 100',
      'no',
    ]);
    expect(rowOf(table, 'Xenova/bge-reranker-base').slice(0, 3)).toEqual([
      '*',
      'Xenova/bge-reranker-base',
      'reranking',
    ]);
  });

  it('says below the table when to choose which of the two that are always there', () => {
    const [, advice] = renderModels(parseConfig({ MODELS })).split('\n\n');
    expect(advice).toMatch(/models\/e5-small-zh-en is the default: .+ finds best/);
    expect(advice).toMatch(/models\/zh-en-static .+ built in seconds/);
  });

  it('has what is on disk or in use without being known', () => {
    const table = renderModels(parseConfig({ MODELS, EMBEDDING_MODEL: './nowhere' }));
    expect(rowOf(table, 'someone/tiny').slice(0, 4)).toEqual([' ', 'someone/tiny', '?', '0 MB']);
    expect(rowOf(table, 'someone/tiny').at(-1)).toBe('yes');
    expect(rowOf(table, './nowhere')).toEqual([
      '*',
      './nowhere',
      'embedding',
      '?',
      'see its page',
      '?',
      'no',
    ]);
  });

  it('does not take a folder of a model for a model', () => {
    const models = makeFolder({
      'e5-small-zh-en/config.json': '{}',
      'e5-small-zh-en/1_Pooling/config.json': '{}',
    });
    expect(renderModels(parseConfig({ MODELS: models }))).not.toContain('1_Pooling');
  });

  it('names the files that have not come yet', () => {
    const partial = makeFolder({ 'Xenova/bge-m3/config.json': '{}', 'Xenova/bge-m3/tokenizer.json': '{}' });
    expect(rowOf(renderModels(parseConfig({ MODELS: partial })), 'Xenova/bge-m3').slice(-1)).toEqual([
      'without tokenizer_config.json, onnx/model_quantized.onnx',
    ]);
  });
});
