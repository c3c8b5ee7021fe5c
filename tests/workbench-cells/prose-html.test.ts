import { describe, expect, it } from 'vitest';
import { numbersFor } from '../../src/locale/numbers';
import { formatPath } from '../../src/notebook/path';
import type { ProseValue } from '../../src/notebook/prose-values';
import { liveText } from '../../src/share/live-value';
import { type LiveValue, proseHtml, proseValues } from '../../src/share/prose-html';

const fresh = ({ path, format }: ProseValue): LiveValue => ({
  ...{ text: `[${formatPath(path)} as ${format}]`, state: 'fresh', reason: null },
});

const html = (markdown: string, live: (value: ProseValue) => LiveValue = fresh) =>
  proseHtml(markdown, proseValues(markdown).map(live));

describe('proseHtml', () => {
  it('turns Markdown into HTML', () => {
    expect(html('# Checkout\n\nIt **rose**.')).toBe(
      '<h1>Checkout</h1>\n<p>It <strong>rose</strong>.</p>\n',
    );
  });

  it('puts a live value where the braces stand, also inside other marks', () => {
    expect(html('It rose by **{{ ab.lift | pct1 }}**.')).toBe(
      '<p>It rose by <strong><span class="live fresh">[ab.lift as pct1]</span></strong>.</p>\n',
    );
  });

  it('keeps a table whole when a value in it has a format', () => {
    const made = html('| a |\n|---|\n| {{ ab.lift | pct1 }} |');
    expect(made).toContain('<td><span class="live fresh">[ab.lift as pct1]</span></td>');
  });

  it('says why a value is stale or missing', () => {
    const stale: LiveValue = { text: '+3 %', state: 'stale', reason: '“ab” was edited' };
    expect(html('{{ ab.x }}', () => stale)).toContain(
      '<span class="live stale" title="“ab” was edited">+3 %</span>',
    );
  });

  it('leaves braces in code alone, and those that cannot be read', () => {
    expect(html('Write `{{ ab.x }}`.')).toContain('<code>{{ ab.x }}</code>');
    expect(html('{{ ab. }}')).toBe('<p>{{ ab. }}</p>\n');
  });

  it('shows no value inside an address or a title', () => {
    const made = html('[a](x "{{ ab.x }}") ![b](y "{{ ab.y }}")');
    expect(made).not.toMatch(/span|\uE000/);
  });

  it('is not confused by the characters that hold a place', () => {
    expect(html('\uE0007\uE001 {{ ab.x }}')).toContain('7 <span');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'text <b onclick="x()">bold</b>',
    '<style>body { background: url(//evil.test) }</style>',
    '<form id="a"><input name="b"></form>',
    '<!-- <script> -->',
  ])('shows %s as the text it is', (markdown) => {
    const tags = html(markdown).match(/<[^>]+>/g) ?? [];
    expect(tags.filter((tag) => !/^<\/?p>$/.test(tag))).toEqual([]);
  });

  it('does not let a value become markup', () => {
    const hostile: LiveValue = { text: '<img src=x>', state: 'problem', reason: '"><b>' };
    expect(html('{{ a }}', () => hostile)).toContain(
      '<span class="live problem" title="&quot;&gt;&lt;b&gt;">&lt;img src=x&gt;</span>',
    );
  });

  it('shows the words of an image that would have to be loaded', () => {
    expect(html('![chart](https://evil.test/a.png)')).toBe('<p>chart</p>\n');
    expect(html('![chart](data:image/svg+xml;base64,PHN2Zz4=)')).toBe('<p>chart</p>\n');
  });

  it('keeps an image that is written out', () => {
    const uri = 'data:image/png;base64,iVBORw0KGgo=';
    expect(html(`![chart](${uri})`)).toContain(`<img src="${uri}" alt="chart">`);
  });
});

describe('liveText', () => {
  const n = numbersFor('en');

  it.each([
    [1211, 'int', '1,211'],
    [2.13999, 'num2', '2.14'],
    [0.10664, 'pct1', '10.7 %'],
    [0.10664, 'pct0', '11 %'],
    [-0.0082, 'pp1', '−0.8 pp'],
    [0.00155, 'p', '0.00155'],
    [2.5, 'money', '2.50'],
    [7_200_000, 'duration', '2 hr'],
    ['7d', 'duration', '7 days'],
    ['2026-03-02', 'date', 'Mar 2, 2026'],
    ['purchase', 'text', 'purchase'],
    ['purchase', 'pct1', 'purchase'],
    [null, 'pct1', '–'],
    [0.5, null, '0.500'],
    [['a'], null, '["a"]'],
  ] as const)('writes %s as %s: %s', (value, format, written) => {
    expect(liveText(value, format, n, 'UTC')).toBe(written);
  });

  it('shows what is nested beyond all reading as it is written', () => {
    expect(html(`${'>'.repeat(5_000)} <b>deep</b>`)).toMatch(
      /^<pre>(&gt;){5000} &lt;b&gt;deep&lt;\/b&gt;<\/pre>$/,
    );
  });
});
