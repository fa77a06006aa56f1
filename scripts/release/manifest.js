/** `package.json` as a package carries it, and the way there and back: npm packs the file that lies in the folder. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INLINED, PROJECT } from '../bundle.js';

const MANIFEST = join(PROJECT, 'package.json');
/** The repository's own, while that of the package lies in its place; no name that Node looks for. */
const KEPT = join(PROJECT, 'dist', 'package.json.kept');
/** What only the repository runs: it makes bundles and reads TypeScript. */
const REPOSITORY_ONLY = ['esbuild', 'tsx'];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const readManifest = () => readJson(MANIFEST);

/**
 * Packages that an installed package needs: those that are not in its bundle, each at the version that the tests ran with.
 * A range floats there, where no lock holds it: later versions of onnxruntime-node download files when they are installed.
 */
export function dependenciesOfPackage({ dependencies }) {
  const { packages } = readJson(join(PROJECT, 'package-lock.json'));
  const left = Object.keys(dependencies).filter((name) => ![...INLINED, ...REPOSITORY_ONLY].includes(name));
  return Object.fromEntries(left.map((name) => [name, packages[`node_modules/${name}`].version]));
}

const textOf = (manifest) => `${JSON.stringify(manifest, null, 2)}\n`;
const packed = (manifest) => textOf({ ...manifest, dependencies: dependenciesOfPackage(manifest) });

/** Puts the package's in the place of the repository's. */
export function putPackedManifest() {
  // A run that was killed has left the package's there.
  restoreManifest();
  const own = readFileSync(MANIFEST, 'utf8');
  write(KEPT, own);
  write(MANIFEST, packed(JSON.parse(own)));
}

/** Puts the repository's back, unless somebody has changed or restored it meanwhile. */
export function restoreManifest() {
  if (!existsSync(KEPT)) return;
  const own = readFileSync(KEPT, 'utf8');
  if (readFileSync(MANIFEST, 'utf8') === packed(JSON.parse(own))) write(MANIFEST, own);
  rmSync(KEPT);
}

/** Whole or not at all. */
function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
