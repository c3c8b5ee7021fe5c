import { mkdirSync } from 'node:fs';
import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test';
import { openApp } from './app';
import { listener } from './listener';
import { askedOfNetwork } from './net-log';

/** A browser that writes down all that it asks of the network, and the file it writes to. */
async function logged(): Promise<readonly [BrowserContext, Page, string]> {
  const { launchOptions } = test.info().project.use;
  const log = test.info().outputPath('net.json');
  mkdirSync(test.info().outputPath('.'), { recursive: true });
  const args = [...(launchOptions?.args ?? []), `--log-net-log=${log}`, '--net-log-capture-mode=Everything']; // prettier-ignore
  const context = await chromium.launchPersistentContext(test.info().outputPath('profile'), {
    ...launchOptions,
    args: [
      ...args,
      '--disable-features=OptimizationHints,MediaRouter,NetworkTimeServiceQuerying,AutofillServerCommunication',
    ],
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  return [context, page, log];
}

test('Chromium’s own log shows a request, a STUN packet and a look-up that are made on purpose', async ({
  baseURL,
}) => {
  const spy = await listener();
  const [context, page, log] = await logged();
  await openApp(page, baseURL!);
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 60_000 });
  const ready = Date.now();
  await page.evaluate(async (host) => {
    const prefetch = document.createElement('link');
    prefetch.rel = 'dns-prefetch';
    prefetch.href = '//liftbook-look-up.test';
    document.head.append(prefetch);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
  }, spy.host);
  await expect.poll(() => spy.heard).toContain('udp');
  await page.goto(`http://${spy.host}/on-purpose`);
  await page.evaluate(() => fetch('/asked'));
  await context.close();
  spy.close();
  const asked = (await askedOfNetwork(log, ready)).join('\n');
  expect(asked).toContain(`http://${spy.host}/asked`);
  expect(asked).toContain('liftbook-look-up.test');
  expect(asked).toMatch(/UDP/);
});
