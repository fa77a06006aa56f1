import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { operatorsOf } from '../../src/model/operators.ts';
import { makeFolder } from '../temporary-folder.ts';
import { floats, network, step } from '../tiny-model/onnx.ts';

const NETWORK = network(
  ['input_ids'],
  'h',
  [floats('words', [2, 20_000], new Array<number>(40_000).fill(1))],
  [
    step('Gather', ['words', 'input_ids'], 'g'),
    step('DynamicQuantizeLinear', ['g'], ['q', 's', 'z']),
    step('DequantizeLinear', ['q', 's', 'z'], 'h', { axis: 1 }),
  ],
);

describe('the operators of a network', () => {
  it('are read from its file', () => {
    const folder = makeFolder({ 'model.onnx': NETWORK });
    expect([...operatorsOf(join(folder, 'model.onnx'))]).toEqual([
      'Gather',
      'DynamicQuantizeLinear',
      'DequantizeLinear',
    ]);
    expect([...operatorsOf(join(STATIC_MODEL, 'onnx/model_quantized.onnx'))]).toEqual([
      'Gather',
      'Cast',
      'Mul',
    ]);
  });

  it('are none, or those that can be read, of a file that is no network or was cut off', () => {
    const cuts = [0, 1, 20, 30].map((length) => NETWORK.subarray(0, length));
    for (const bytes of [Buffer.from('not a network'), Buffer.alloc(100, 0xff), ...cuts]) {
      const folder = makeFolder({ 'model.onnx': bytes });
      expect(operatorsOf(join(folder, 'model.onnx')).size).toBeLessThan(2);
    }
  });
});
