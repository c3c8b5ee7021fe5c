import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/**
 * A Chromium to test with: the one named by `LIFTBOOK_BROWSER`, a Chrome, Chromium or Edge of the
 * system, or Playwright's own. Where there is none it is installed: Playwright's download first,
 * Debian's package where that is refused and we may. Null when all of it failed.
 */
export function findBrowser(): string | null {
  const named = process.env['LIFTBOOK_BROWSER'];
  if (named) return named;
  return (
    installedBrowser() ??
    (installFromPlaywright() || installFromDebian() ? installedBrowser() : null)
  );
}

function installedBrowser(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function installFromPlaywright(): boolean {
  console.log('No Chromium found: trying Playwright’s own …');
  return succeeds('npx', ['playwright', 'install', 'chromium']);
}

function installFromDebian(): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  console.log('Trying Debian’s chromium …');
  const rights = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...rights, 'apt-get', ...args];
    return succeeds(command, rest);
  };
  return apt('update', '-q') && apt('install', '-y', '-q', 'chromium');
}

function succeeds(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 10 * 60_000,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
