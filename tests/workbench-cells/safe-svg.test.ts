import { describe, expect, it } from 'vitest';
import { safeSvg } from '../../src/share/safe-svg';

describe('safeSvg', () => {
  it.each([
    'fill="url(http://a.example/x)"',
    'style="mix-blend-mode: u\\72l(http://a.example)"',
    'cursor="image-set(&quot;http://a.example&quot; 1x)"',
    'xlink:href="http://a.example/x.png"',
    'href="javascript:alert(1)"',
  ])('takes out %s', (attribute) => {
    expect(safeSvg(`<svg><path ${attribute} d="M0,0"/></svg>`)).toBe('<svg><path d="M0,0"/></svg>');
  });

  it.each(['fill="url(#gradient_0)"', 'clip-path="url(#clip1)"', 'href="#a"', 'fill="#4c78a8"'])(
    'keeps %s',
    (attribute) => {
      const svg = `<svg><path ${attribute} d="M0,0"/></svg>`;
      expect(safeSvg(svg)).toBe(svg);
    },
  );

  it('replaces what no XML may hold, and nothing else', () => {
    expect(safeSvg('<text>x\u0007y\ud800z\uffff 😀\n\té</text>')).toBe(
      '<text>x\ufffdy\ufffdz\ufffd 😀\n\té</text>',
    );
  });
});
