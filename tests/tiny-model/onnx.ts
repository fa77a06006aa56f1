/** Writes ONNX networks. */
import onnxProto, { type onnx as Onnx } from 'onnx-proto';

const { onnx } = onnxProto;

const { FLOAT, INT64 } = onnx.TensorProto.DataType;

/** A constant of the network: its shape and its numbers. */
export const floats = (
  name: string,
  dims: readonly number[],
  values: readonly number[],
): Onnx.ITensorProto => ({
  name,
  dims: [...dims],
  dataType: FLOAT,
  floatData: [...values],
});

export const integers = (
  name: string,
  dims: readonly number[],
  values: readonly number[],
): Onnx.ITensorProto => ({ name, dims: [...dims], dataType: INT64, int64Data: [...values] });

/** One step: `output`, or several of them, is what `operator` makes of `inputs`; attributes are whole numbers. */
export const step = (
  operator: string,
  inputs: readonly string[],
  output: string | readonly string[],
  attributes: Readonly<Record<string, number>> = {},
): Onnx.INodeProto => ({
  opType: operator,
  input: [...inputs],
  output: [output].flat(),
  attribute: Object.entries(attributes).map(([name, i]) => ({
    name,
    i,
    type: onnx.AttributeProto.AttributeType.INT,
  })),
});

/** Bytes of a network with these inputs of whole numbers [batch, tokens] and one output of numbers. */
export function network(
  inputs: readonly string[],
  output: string,
  constants: readonly Onnx.ITensorProto[],
  steps: readonly Onnx.INodeProto[],
): Uint8Array {
  const axes = (elemType: number, ...names: readonly string[]): Onnx.ITypeProto => ({
    tensorType: { elemType, shape: { dim: names.map((dimParam) => ({ dimParam })) } },
  });
  return onnx.ModelProto.encode({
    irVersion: 7,
    opsetImport: [{ domain: '', version: 13 }],
    graph: {
      name: 'tiny',
      input: inputs.map((name) => ({ name, type: axes(INT64, 'batch', 'tokens') })),
      output: [{ name: output, type: { tensorType: { elemType: FLOAT } } }],
      initializer: [...constants],
      node: [...steps],
    },
  }).finish();
}
