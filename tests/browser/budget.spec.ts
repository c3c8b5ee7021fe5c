import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Sizes of the build in kB gzip. A number that has to grow is a decision: say why where it is made. */
const INITIAL_SCRIPT = 150;
const INITIAL_STYLE = 15;
const HEAVIEST_LAZY_CHUNK = 320;

const page = readFileSync('dist/index.html', 'utf8');
const kilobytes = (file: string) => gzipSync(readFileSync(`dist/${file}`)).length / 1000;
const linked = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, file]) => file!);

/** Those scripts and all that they import before they run. */
function withImports(scripts: readonly string[], seen = new Set<string>()): Set<string> {
  for (const script of scripts) {
    if (seen.has(script)) continue;
    seen.add(script);
    const code = readFileSync(`dist/${script}`, 'utf8');
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)];
    withImports(
      imports.map(([, file]) => `assets/${file}`),
      seen,
    );
  }
  return seen;
}

test('the first script stays under its budget', () => {
  const scripts = withImports(linked(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g));
  expect(scripts.size).toBeGreaterThan(0);
  const total = [...scripts].reduce((sum, file) => sum + kilobytes(file), 0);
  expect(total).toBeLessThan(INITIAL_SCRIPT);
});

test('so does the style', () => {
  const styles = linked(/href="\.\/(assets\/[^"]+\.css)"/g);
  expect(styles.reduce((sum, file) => sum + kilobytes(file), 0)).toBeLessThan(INITIAL_STYLE);
});

test('no lazy chunk outgrows the chart library, sample data apart', () => {
  const heavy = readdirSync('dist/assets')
    .filter((file) => file.endsWith('.js') && !/^(shop-events|users|spend|campaigns)/.test(file))
    .filter((file) => kilobytes(`assets/${file}`) > HEAVIEST_LAZY_CHUNK);
  expect(heavy).toEqual([]);
});

test('no address of another host is in the page', () => {
  const addresses = page.replaceAll('http://www.w3.org/2000/svg', '');
  expect(addresses).not.toMatch(/https?:\/\//);
});
