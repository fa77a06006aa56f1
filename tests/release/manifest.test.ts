import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INLINED, PROJECT, packageOf } from '../../scripts/bundle.js';
import { dependenciesOfPackage, readManifest } from '../../scripts/release/manifest.js';

const REPOSITORY = readManifest().dependencies;
const PACKAGE = dependenciesOfPackage(readManifest());

describe('what a package lists of the packages that it needs', () => {
  it('leaves out those whose code is in its bundle, and those that only the repository runs', () => {
    const left = Object.keys(REPOSITORY).filter((name) => !(name in PACKAGE));
    expect(left.sort()).toEqual([...INLINED, 'esbuild', 'tsx'].sort());
    expect(REPOSITORY).toHaveProperty('@xenova/transformers');
  });

  it('has each that the sources import', () => {
    const folder = join(PROJECT, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const imported = files.flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      return [
        ...source.matchAll(
          /^(?:import|export)(?! type)[^']*?from '([^.'][^']*)'|\bimport\('([^.'][^']*)'\)/gm,
        ),
      ];
    });
    const names = new Set(imported.map(([, path, late]) => packageOf((path ?? late)!)));
    const missing = [...names].filter(
      (name) => !isBuiltin(name) && !INLINED.includes(name) && !(name in PACKAGE),
    );
    expect(names.size).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('takes each at one version, which no later one replaces', () => {
    expect(Object.values(PACKAGE).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('brings the network’s library at the last version that downloads nothing when it is installed', () => {
    expect(PACKAGE['onnxruntime-node']).toBe('1.14.0');
  });
});
