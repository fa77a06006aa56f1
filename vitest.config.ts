import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    // Forks, not threads: onnxruntime-node 1.14 cannot be loaded a second time in one process.
    pool: 'forks',
    isolate: false,
    // Many short-lived objects over indexes that stay: a larger nursery is emptied less often.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
