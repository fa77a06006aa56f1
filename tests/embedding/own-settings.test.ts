import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, DEFAULT_SETTINGS, EMBEDDING_MODELS } from '../../src/embedding/models.ts';
import { settingsOf } from '../../src/embedding/own-settings.ts';
import { ModelError } from '../../src/model/folder.ts';
import { makeFolder } from '../temporary-folder.ts';

const settingsFrom = (files: Readonly<Record<string, object>>) =>
  settingsOf(
    'someone/something',
    makeFolder(
      Object.fromEntries(Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)])),
    ),
  );

describe('settings of a model in the table', () => {
  it.each([
    ['models/zh-en-static', 'mean', 8192, '', ''],
    ['Xenova/multilingual-e5-small', 'mean', 512, 'query: ', 'passage: '],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'mean', 128, '', ''],
    ['Xenova/bge-small-zh-v1.5', 'cls', 512, '为这个句子生成表示以用于检索相关文章：', ''],
    ['Xenova/bge-m3', 'cls', 8192, '', ''],
  ])('of %s are those it was trained with', (model, pooling, maxTokens, questionPrefix, passagePrefix) => {
    expect(settingsOf(model, makeFolder())).toMatchObject({
      pooling,
      maxTokens,
      questionPrefix,
      passagePrefix,
    });
  });

  it.each([
    '/data/models/multilingual-e5-small/',
    'D:\\models\\multilingual-e5-small',
    'intfloat/multilingual-e5-small',
  ])('are found by the last part of %s', (model) => {
    expect(settingsOf(model, makeFolder())).toBe(settingsOf('Xenova/multilingual-e5-small', makeFolder()));
  });

  it('come with a licence and a size, and the embedded model is the first', () => {
    expect(EMBEDDING_MODELS[0]!.name).toBe(DEFAULT_MODEL);
    for (const { licence, megabytes } of EMBEDDING_MODELS) {
      expect(licence).not.toBe('');
      expect(megabytes).toBeGreaterThan(0);
    }
  });
});

describe('settings of another model', () => {
  it('are the usual ones where its files say nothing', () => {
    expect(settingsFrom({})).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['pooling_mode_mean_tokens', 'mean'],
    ['pooling_mode_cls_token', 'cls'],
  ])('take over its pooling %s', (name, pooling) => {
    const files = {
      '1_Pooling/config.json': { pooling_mode_max_tokens: false, [name]: true, word_embedding_dimension: 8 },
    };
    expect(settingsFrom(files).pooling).toBe(pooling);
  });

  it.each([
    [{ pooling_mode_max_tokens: true }, 'pooling_mode_max_tokens'],
    [
      { pooling_mode_cls_token: true, pooling_mode_mean_tokens: true },
      'pooling_mode_cls_token, pooling_mode_mean_tokens',
    ],
  ])('are refused for a pooling that cannot be done here', (config, name) => {
    const refused = () => settingsFrom({ '1_Pooling/config.json': config });
    expect(refused).toThrow(ModelError);
    expect(refused).toThrow(`pools by ${name}; expected mean_tokens or cls_token`);
  });

  it.each([
    ['query and passage', { query: 'Q: ', passage: 'P: ' }, 'Q: ', 'P: '],
    ['query and document', { document: 'D: ', query: 'Q: ' }, 'Q: ', 'D: '],
    ['query alone', { query: 'Q: ', clustering: 'C: ' }, 'Q: ', ''],
    ['none of these', { clustering: 'C: ' }, '', ''],
    ['null for a passage', { query: 'Q: ', passage: null }, 'Q: ', ''],
  ])('take over its prefixes for %s', (_, prompts, questionPrefix, passagePrefix) => {
    expect(settingsFrom({ 'config_sentence_transformers.json': { prompts } })).toMatchObject({
      questionPrefix,
      passagePrefix,
    });
  });

  it.each([
    ['of a BERT, its positions', { model_type: 'bert', max_position_embeddings: 256 }, {}, {}, 256],
    ['of an XLM-R, two less', { model_type: 'xlm-roberta', max_position_embeddings: 514 }, {}, {}, 512],
    [
      'its tokenizer, where that says less',
      { max_position_embeddings: 512 },
      { model_max_length: 128 },
      {},
      128,
    ],
    [
      'its positions, where the tokenizer has no limit',
      { max_position_embeddings: 300 },
      { model_max_length: 1e30 },
      {},
      300,
    ],
    ['what it was trained with', { max_position_embeddings: 512 }, {}, { max_seq_length: 64 }, 64],
    ['the usual one, where nothing has a limit', {}, { model_max_length: 1e30 }, {}, 512],
  ])('take over its length: %s', (_, config, tokenizer, sentence, expected) => {
    const files = {
      'config.json': config,
      'tokenizer_config.json': tokenizer,
      'sentence_bert_config.json': sentence,
    };
    expect(settingsFrom(files).maxTokens).toBe(expected);
  });

  it('are refused where a file is broken', () => {
    const folder = makeFolder({ '1_Pooling/config.json': '{"pooling' });
    expect(() => settingsOf('a/b', folder)).toThrow(
      /config\.json is not JSON\. Fetch or copy the model again/,
    );
    const list = makeFolder({ 'config.json': '3' });
    expect(() => settingsOf('a/b', list)).toThrow(/holds no object/);
  });
});
