import { describe, expect, it } from 'vitest';
import { figureOf } from '../../src/share/figure';
import { lines } from '../../src/share/lines';

const CHART = {
  name: 'effects',
  title: 'Effects <of> it',
  description: 'One point.',
  spec: {
    width: 'container',
    data: { values: [{ x: 1, y: 'a' }] },
    mark: 'point',
    encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'nominal' } },
  },
} as const;

describe('figureOf()', () => {
  it('has its title and what stands behind it in the picture, on white', async () => {
    const { svg, width, height } = await figureOf(CHART, '1,200 users · data 9f86d0');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('>Effects &lt;of&gt; it</text>');
    expect(svg).toContain('>1,200 users · data 9f86d0</text>');
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toMatch(/class="mark-symbol/);
    expect(width).toBe(960);
    expect(svg).toContain(`viewBox="0 0 960 ${height}"`);
    expect(svg.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/g, '')).not.toMatch(/https?:|url\(/);
  });

  it('has no line for a foot that says nothing', async () => {
    const { height } = await figureOf(CHART, '');
    const { height: withFoot } = await figureOf(CHART, 'n');
    expect(withFoot - height).toBe(12 + 16);
  });
});

describe('lines()', () => {
  it('breaks at spaces', () => {
    expect(lines('one two three', 4)).toEqual(['one two', 'three']);
  });

  it('breaks between Chinese characters, which are as wide as they are high', () => {
    expect(lines('结账测试的结果', 3)).toEqual(['结账测', '试的结', '果']);
  });

  it('leaves a long word whole and knows no line of nothing', () => {
    expect(lines('incomprehensible', 2)).toEqual(['incomprehensible']);
    expect(lines('', 2)).toEqual([]);
  });
});
