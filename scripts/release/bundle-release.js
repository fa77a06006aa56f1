/** Makes the bundle that a package or an image carries, with the licences of what is in it. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { bundleInto, PROJECT, packageOf } from '../bundle.js';
import { dependenciesOfPackage, readManifest } from './manifest.js';

const RELEASE = join(PROJECT, 'dist', 'release');

/** Messages name the commands of this repository: `npm run index -- --full`; in a package there is no npm script. */
const commandsOfPackage = {
  name: 'commands-of-package',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\bnpm run (?:-s )?([a-z]+)(?: --(?= ))?/g, 'corpus-answers $1')
        .replace(/\bnpm start\b/g, 'corpus-answers')
        .replace(/\bnpm ci\b/g, 'npm install'),
      loader: 'ts',
    }));
  },
};

/** Packages of which the bundle holds files, by their folders below the project. */
const foldersInside = ({ inputs }) =>
  [
    ...new Set(Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])),
  ].sort();

/** Throws where a package lacks its licence. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(PROJECT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`Expected a licence in ${folder}, found none.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(PROJECT, folder, file), 'utf8').trim()}\n`;
}

/** Packages that the bundle asks for when it runs. */
const packagesAskedFor = ({ outputs }) =>
  new Set(
    Object.values(outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ path, external }) => external && !isBuiltin(path))
      .map(({ path }) => packageOf(path)),
  );

rmSync(RELEASE, { recursive: true, force: true });
const made = await bundleInto(RELEASE, {}, [commandsOfPackage]);
const listed = dependenciesOfPackage(readManifest());
const missing = [...packagesAskedFor(made)].filter((name) => !(name in listed));
if (missing.length > 0)
  throw new Error(`The bundle imports what the package does not list: ${missing.join(', ')}.`);
writeFileSync(
  join(RELEASE, 'NOTICES.txt'),
  foldersInside(made)
    .map(noticeOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);
