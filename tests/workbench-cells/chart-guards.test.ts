import { describe, expect, it } from 'vitest';
import { refusingLoader } from '../../src/share/refusing-loader';
import { tooltipLines } from '../../src/share/text-tooltip';

describe('refusingLoader', () => {
  const loader = refusingLoader();

  it('loads nothing, from anywhere', async () => {
    for (const load of [loader.load, loader.http, loader.file]) {
      await expect(load()).rejects.toThrow('may not load');
    }
  });

  it('lets an image through that is written out in the chart', async () => {
    const uri = 'data:image/png;base64,iVBORw0KGgo=';
    expect(await loader.sanitize(uri)).toEqual({ href: uri });
  });

  it.each([
    'https://evil.test/a.png',
    '//evil.test/a.png',
    'a.png',
    'javascript:alert(1)',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html,<script>alert(1)</script>',
    ' data:image/png;base64,x?d=secret',
  ])('refuses %s', async (uri) => {
    await expect(loader.sanitize(uri)).rejects.toThrow();
  });
});

describe('tooltipLines', () => {
  it('writes one line for each field that has a value', () => {
    expect(tooltipLines({ day: '2 Mar', lift: '+3 %', note: null })).toEqual([
      'day: 2 Mar',
      'lift: +3 %',
    ]);
  });

  it('keeps markup as the text it is', () => {
    expect(tooltipLines('<img src=x>')).toEqual(['<img src=x>']);
    expect(tooltipLines({ image: 'https://evil.test' })).toEqual(['image: https://evil.test']);
  });

  it('is empty when there is nothing to say', () => {
    expect(tooltipLines(null)).toEqual([]);
    expect(tooltipLines('')).toEqual([]);
  });
});
