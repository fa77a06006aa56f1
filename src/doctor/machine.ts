/** What runs here: Node, and packages that are compiled for it. */
import { createRequire } from 'node:module';

/** As `engines` of package.json says. */
const MIN_NODE = [20, 12] as const;

/** Throws for a version below {@link MIN_NODE}. */
export function checkNode(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1]))
    throw new Error(`Expected Node ${MIN_NODE.join('.')} or later, found ${version}. Install a newer one.`);
  return version;
}

/** Packages with compiled code, and the package that brings them where it is not this one. */
const ADDONS: readonly { readonly name: string; readonly from?: string }[] = [
  { name: 'hnswlib-node' },
  { name: '@node-rs/jieba' },
  { name: 'onnxruntime-node' },
  { name: 'libsql', from: '@libsql/client' },
];

export function checkAddons(): string {
  const here = createRequire(import.meta.url);
  for (const { name, from } of ADDONS) {
    try {
      (from === undefined ? here : createRequire(here.resolve(from)))(name);
    } catch (error) {
      throw new Error(
        `${name} cannot be loaded (${(error as Error).message.split('\n', 1)[0]}). ` +
          'Run npm ci with this Node; hnswlib-node needs python3, make and a C++ compiler then.',
        { cause: error },
      );
    }
  }
  return ADDONS.map(({ name }) => name).join(', ');
}
