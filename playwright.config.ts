import { defineConfig } from '@playwright/test';

const port = Number(process.env['LIFTBOOK_PORT'] ?? 4173);

/** The built app under a path of its own, in the browser that `tests/browser/run.ts` found. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/test-results',
  workers: 2,
  retries: 0,
  // A machine may be ten times slower than another, or than itself a minute ago.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/some/path/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
    trace: 'off',
    launchOptions: {
      ...(process.env['LIFTBOOK_BROWSER']
        ? { executablePath: process.env['LIFTBOOK_BROWSER'] }
        : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  webServer: {
    command: `npx tsx tests/browser/static-server.ts ${port} /some/path/`,
    url: `http://127.0.0.1:${port}/some/path/`,
    reuseExistingServer: false,
    timeout: 180_000,
  },
});
