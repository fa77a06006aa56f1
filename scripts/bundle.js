/**
 * Bundles what `npm start` and its like run: hundreds of source files are read and translated once, not at every start.
 *
 * A bundle is a folder of `dist/` named after the state of the sources. A bot that runs for weeks loads some of its parts
 * late, so older bundles stay for a while.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(PROJECT, 'src');
const BUNDLES = join(PROJECT, 'dist');

/** What is started by itself, by name in the bundle. */
const PROGRAMS = Object.fromEntries(
  [
    ...readdirSync(join(SOURCES, 'bin')).map((file) => `bin/${file}`),
    ...['service/answering.ts', 'service/building.ts', 'embedding/working.ts', 'documents/parsing.ts'],
  ].map((file) => [file.replace(/\.ts$/, '').replace('/', '-'), join(SOURCES, file)]),
);

/**
 * Packages whose many small files are put into the bundle, with those that they bring; the others stay where they are, native
 * ones among them.
 */
export const INLINED = ['@xenova/transformers', 'dotenv', 'picocolors', 'cli-progress', 'github-slugger'];
/** What the model's library loads for browsers and for pictures, and no question needs. */
const UNUSED = /^(?:onnxruntime-web|sharp)$/;
/** What it runs networks with, as we do. */
const NATIVE = 'onnxruntime-node';

/** Folder of the bundle of the sources as they are; it is not there before {@link bundle} has made it. */
export function bundleFolder() {
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const state = createHash('sha256').update(process.version);
  for (const file of [...files.sort(), join(PROJECT, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    const { size, mtimeMs } = statSync(file);
    state.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return join(BUNDLES, state.digest('hex').slice(0, 16));
}

/** Makes the bundle. Throws what esbuild or the file system throws. */
export async function bundle(folder = bundleFolder()) {
  if (existsSync(folder)) return;
  mkdirSync(BUNDLES, { recursive: true });
  const temporary = mkdtempSync(join(BUNDLES, 'new-'));
  try {
    await bundleInto(temporary);
    renameSync(temporary, folder);
  } catch (error) {
    // Another start may have made it in the meantime.
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  removeOld(folder);
}

/**
 * Puts the programs of the project into a folder of `dist/`, and others by their names. Resolves to what came in and out, as
 * esbuild tells it. Throws what esbuild throws.
 */
export async function bundleInto(folder, others = {}, plugins = []) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: { ...PROGRAMS, ...others },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    // Packages in CommonJS ask for Node's own modules with it.
    banner: {
      js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
    },
    logLevel: 'error',
    plugins: [packages, ...plugins],
    absWorkingDir: PROJECT,
    metafile: true,
  });
  return metafile;
}

/** What a package that is inlined imports. */
const BROUGHT = /[\\/]node_modules[\\/]/;

/** The package that an import names: the first part of it, two where it has a scope. */
export const packageOf = (path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)[0];

const packages = {
  name: 'packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (UNUSED.test(path)) return { path, namespace: 'unused' };
      const isInlined = kind === 'entry-point' || INLINED.includes(packageOf(path)) || BROUGHT.test(importer);
      return isInlined && path !== NATIVE ? null : { path, external: true };
    });
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default {}; export const env = {};',
    }));
  },
};

const KEPT_MS = 180 * 86_400_000;

/** Those that nothing was started from for so long; another start may be at it, too. */
function removeOld(current) {
  for (const name of readdirSync(BUNDLES)) {
    const folder = join(BUNDLES, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (folder !== current && Date.now() - mtimeMs > KEPT_MS)
      rmSync(folder, { recursive: true, force: true });
  }
}

/** Notes that something is started from a bundle: a bot may run for months, and its processes start from it again. */
export function noteUse(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Of a folder that nobody may write to nothing is removed either.
  }
}
