import { defineConfig } from 'vitest/config';

/** A zone that is not UTC, with daylight saving: code that forgets the zone fails here. */
process.env.TZ = 'America/New_York';

const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, testTimeout: 120_000, setupFiles: ['tests/fixed-seed.ts'] },
});

export default defineConfig({
  test: {
    // Every core: the suite is arithmetic, and nothing else runs beside it.
    maxWorkers: '100%',
    // Modules are loaded once a worker, not once a file: nothing in them is changed by a test.
    isolate: false,
    projects: [
      project('unit', ['tests/**/*.test.ts'], ['tests/browser/**', 'tests/notebooks/**']),
      project('notebooks', ['tests/notebooks/**/*.test.ts']),
    ],
  },
});
