import type { Chart } from '../analyses/analysis';
import { PAPER, drawing, vegaSpec } from './chart-drawing';
import { escaped } from './escaped';
import { lines } from './lines';
import { safeSvg } from './safe-svg';

/** A chart that can stand alone: an SVG document, and its size in pixels. */
export interface Figure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 920;
const MARGIN = 20;
const TITLE = { size: 16, leading: 22 };
const FOOT = { size: 11, leading: 16 };

/**
 * A chart on white with its title above it, and under it what stands behind its numbers, so that a
 * picture in somebody's slides still says where it comes from.
 *
 * @param foot  shown smaller; empty for none
 * @throws {Problem} what `scrubSpec` refuses
 */
export async function figureOf(chart: Chart, foot: string): Promise<Figure> {
  const drawn = await drawing(vegaSpec(chart, WIDTH));
  const [width, height] = ['width', 'height'].map((name) => attribute(drawn, name)) as [
    number,
    number,
  ];
  const full = Math.max(width, 320) + 2 * MARGIN;
  const title = lines(chart.title, (full - 2 * MARGIN) / TITLE.size);
  const under = lines(foot, (full - 2 * MARGIN) / FOOT.size);
  const top = MARGIN + title.length * TITLE.leading;
  const bottom = top + height + (under.length > 0 ? 12 : 0);
  const tall = Math.ceil(bottom + under.length * FOOT.leading + MARGIN);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${full}" height="${tall}" viewBox="0 0 ${full} ${tall}" role="img">`,
    `<title>${escaped(chart.title)}</title><desc>${escaped(chart.description)}</desc>`,
    `<rect width="100%" height="100%" fill="${PAPER.paper}"/>`,
    ...title.map((line, k) => text(line, MARGIN + k * TITLE.leading, TITLE.size, PAPER.ink, 600)),
    `<g transform="translate(${MARGIN} ${top})">${drawn}</g>`,
    ...under.map((line, k) => text(line, bottom + k * FOOT.leading, FOOT.size, PAPER.ink3, 400)),
    '</svg>',
  ].join('');
  return { svg: safeSvg(svg), width: full, height: tall };
}

/** A number that the drawing says of itself in its first tag. */
function attribute(svg: string, name: string): number {
  return Math.ceil(Number(new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0));
}

function text(line: string, top: number, size: number, color: string, weight: number): string {
  return `<text x="${MARGIN}" y="${top + size}" font-family="${PAPER.font}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`;
}
