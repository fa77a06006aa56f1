import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { bundle, bundleFolder, PROJECT } from './scripts/bundle.js';

const FORK = join(PROJECT, 'src', 'fork.ts');

/**
 * Processes that the tests start run from the bundle, as those of `npm start` do: read from the sources, each would
 * translate them anew, for some seconds of work a start.
 */
const programsFromBundle: Plugin = {
  name: 'programs-from-bundle',
  enforce: 'pre',
  async transform(code, id) {
    if (id !== FORK) return null;
    const folder = bundleFolder();
    await bundle(folder);
    return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(join(folder, 'fork.js')).href));
  },
};

/** Tests that wait, for processes that they start or a server that hangs, side by side; what is short fills the gaps behind them. */
const WAITS =
  /\/tests\/(?:bin|service)\/|\/(?:library|deploy|faults|formats|index-work|repository|learn|workers|state-away|sharing)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification): boolean => WAITS.test(moduleId);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  plugins: [programsFromBundle],
  test: {
    include: ['tests/**/*.test.ts'],
    // Against a search engine, which `npm run test:scale` starts.
    exclude: [...configDefaults.exclude, ...(process.env.TEST_SEARCH_URL ? [] : ['tests/scale/**'])],
    globalSetup: 'tests/global-setup.ts',
    // Forks, not threads: onnxruntime-node 1.14 cannot be loaded a second time in one process.
    pool: 'forks',
    isolate: false,
    // Many short-lived objects over indexes that stay: a larger nursery is emptied less often. Every core is at work
    // anyway: a collection that is spread over several threads takes a fifth more of them.
    execArgv: ['--max-semi-space-size=64', '--single-threaded-gc'],
    // Some wait for ten processes, maybe on a machine that is busy with other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than a small machine has cores, as some wait.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
  },
});
