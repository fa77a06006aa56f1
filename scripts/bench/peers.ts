/** The peers, and how they come onto the disk: into a folder of their own, never into the project. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Versions are fixed, so that two runs compare the same. */
const PACKAGES = {
  '@langchain/community': '1.1.29',
  '@langchain/core': '1.4.0',
  '@orama/orama': '3.1.18',
  'hnswlib-node': '3.0.0',
  minisearch: '7.2.0',
  vectra: '0.12.3',
} as const;

/** What each peer is loaded from. */
export const PEERS = {
  langchain: `export * from '@langchain/community/vectorstores/hnswlib'; export { Document } from '@langchain/core/documents';`,
  orama: `export * from '@orama/orama';`,
  minisearch: `export { default as MiniSearch } from 'minisearch';`,
  vectra: `export { LocalIndex } from 'vectra';`,
  hnswlib: `import hnswlib from 'hnswlib-node'; export const { HierarchicalNSW } = hnswlib;`,
} as const;

export type Peer = keyof typeof PEERS;

/** Installs the peers with npm, unless they are there; a minute. Throws what npm ends with. */
export function installPeers(folder: string): void {
  const wanted = JSON.stringify({
    private: true,
    type: 'module',
    dependencies: PACKAGES,
    allowScripts: { 'hnswlib-node': true },
  });
  const path = join(folder, 'package.json');
  const isThere = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  mkdirSync(folder, { recursive: true });
  if (!isThere || !existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    writeFileSync(path, wanted);
    // One peer wants others of its peers than there are.
    const options = ['--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel', 'error'];
    execFileSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  for (const [peer, module] of Object.entries(PEERS)) writeFileSync(join(folder, `${peer}.js`), module);
}
