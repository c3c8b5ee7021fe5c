import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { chunkList } from './build/chunk-list.ts';
import { sampleBytes } from './build/sample-bytes.ts';
import { codeAsText, pagePolicy, sandboxPage } from './build/sandbox.ts';
import { splitScript } from './build/split-script.ts';

/** What the page may do: run its own scripts, show its own frame, and talk to nobody. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  'worker-src blob:',
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html liftbook dompurify',
].join('; ');

export default defineConfig({
  base: './',
  build: {
    target: 'es2023',
    modulePreload: false,
    cssCodeSplit: false,
    // In kB: the largest are sample data, fetched when idle, and a test holds the budget of the first load.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      output: {
        // One request for the first screen: sixty small ones take half a second of a cold start.
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 2 },
            { name: 'notebook', test: /src\/workbench\/(cells|forms)\//, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [
    svelte(),
    codeAsText(),
    splitScript(),
    sampleBytes(),
    sandboxPage('src/engine/sandbox-boot.ts'),
    chunkList(),
    pagePolicy(PAGE_POLICY),
  ],
});
