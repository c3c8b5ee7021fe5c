import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox', 'firefox.exe'];

const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/**
 * The Firefox named by `LIFTBOOK_FIREFOX`, or one of the system; null (with the reason printed) where
 * there is none, or no way to talk to it. None is installed: Chromium is what the tests need.
 */
export function findFirefox(): string | null {
  if (typeof WebSocket === 'undefined') {
    console.log('skipped: this Node has no WebSocket to talk to a Firefox with');
    return null;
  }
  const named = process.env['LIFTBOOK_FIREFOX'];
  if (named) return named;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
  if (found === null) console.log('skipped: no Firefox here; install one or set LIFTBOOK_FIREFOX');
  return found;
}
