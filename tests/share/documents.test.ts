import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { jupyterNotebook } from '../../src/share/ipynb';
import { fitSlides } from '../../src/share/page/fit-slides';
import { printedPage, printedSlides } from '../../src/share/page/printed-page';
import type { Block, DeckSlide } from '../../src/share/pptx/deck';
import { notebookDeck } from '../../src/share/pptx/notebook-deck';
import { ROOM, placeBlocks } from '../../src/share/pptx/place-blocks';
import { presentation } from '../../src/share/pptx/presentation';
import { NOTEBOOK, sessionOf } from '../session/tools';

const SLIDES = `${NOTEBOOK}
## What we do next

- Ship **it** & watch

<!-- lift:md aside slide=notes -->

Say {{ ab.metrics.purchase.arms.treatment.value | pct1 }} slowly.
`;

async function ran(text = SLIDES) {
  const session = sessionOf(text);
  await session.run();
  return session;
}

interface JupyterCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
  readonly outputs?: readonly { readonly data: Readonly<Record<string, readonly string[]>> }[];
  readonly metadata: { readonly liftbook?: { readonly result?: unknown } };
}

describe('jupyterNotebook()', () => {
  it('holds prose with its values, code as comments, and results as outputs', async () => {
    const session = await ran();
    const { cells, nbformat, nbformat_minor } = JSON.parse(
      await jupyterNotebook(session, english),
    ) as { cells: JupyterCell[]; nbformat: number; nbformat_minor: number };
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(cells.map(({ cell_type, id }) => `${cell_type} ${id}`)).toEqual([
      ...['markdown text1', 'code events', 'code ab', 'markdown text2', 'markdown aside'],
    ]);
    expect(cells[0]!.source.join('')).toContain('Of the treated, 66.7 % bought.');
    const ab = cells[2]!;
    expect(ab.source.every((line) => line.startsWith('#'))).toBe(true);
    const shown = ab.outputs!.map(({ data }) => data);
    expect(shown[1]!['text/markdown']!.join('')).toContain('66.67 % (2 of 3)');
    expect(shown.some((data) => data['image/svg+xml']?.join('').startsWith('<svg '))).toBe(true);
    const state = session.state('ab');
    const result =
      state.state === 'done' && state.output.type === 'analysis' && state.output.result;
    expect(ab.metadata.liftbook!.result).toEqual(result);
  });
});

describe('printedSlides()', () => {
  it('is a page a slide, each with what stands behind its numbers', async () => {
    const html = await printedSlides(await ran(), english);
    const slides = html.split('<section class="slide">').slice(1);
    expect(slides).toHaveLength(2);
    for (const [k, slide] of slides.entries()) {
      expect(slide).toMatch(/6 users · Mar 2\s–\s4, 2026 · data [0-9a-f]{6}/);
      expect(slide).toContain(`<span>${k + 1} / 2</span>`);
    }
    expect(html).not.toMatch(/<script>|slowly/);
  });
});

describe('printedPage()', () => {
  it('has everything once and no script that runs', async () => {
    const html = await printedPage(await ran(), english);
    expect(html.match(/class="answer/g)).toHaveLength(1);
    expect(html.match(/<script(?! type="application\/json")/g)).toBeNull();
  });
});

describe('fitSlides()', () => {
  it('scales what is too high until it fits, and nothing up', () => {
    const contents = [1_000, 300].map((height) => slideOf(height));
    fitSlides({ querySelectorAll: () => contents } as unknown as Document);
    const scales = contents.map(({ style }) => Number(style.get()));
    expect(scales[0]! * contents[0]!.scrollHeight).toBeLessThanOrEqual(600);
    expect(scales[0]).toBeGreaterThan(0.5);
    expect(scales[1]).toBe(1);
  });

  /** Content that flows: at a smaller scale it has more width, and is lower. */
  function slideOf(height: number) {
    let scale = 1;
    const style = {
      setProperty: (_: string, to: string) => (scale = Number(to)),
      get: () => scale,
    };
    return {
      parentElement: { clientHeight: 600 },
      style,
      get scrollHeight() {
        return height * scale;
      },
    };
  }
});

describe('presentation()', () => {
  const made = async () => {
    const session = await ran();
    const drawn: string[] = [];
    const file = await presentation(await notebookDeck(session, english), {
      title: 'Story <1>',
      locale: 'en',
      now: Date.UTC(2026, 2, 6),
      draw: ({ svg }) => {
        drawn.push(svg);
        return Promise.resolve(new Uint8Array([1, 2, 3]));
      },
    });
    const parts = Object.fromEntries(
      Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    return { parts, drawn };
  };

  it('names every part once and refers to none that is not there', async () => {
    const { parts } = await made();
    const names = Object.keys(parts);
    const types = parts['[Content_Types].xml']!;
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    expect(names).toEqual(expect.arrayContaining(named));
    expect(new Set(named).size).toBe(named.length);
    for (const [name, xml] of Object.entries(parts)) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        expect(names).toContain(new URL(target!, `file:///${folder}`).pathname.slice(1));
      }
    }
  });

  it('has the slides with their numbers, notes and foot', async () => {
    const { parts, drawn } = await made();
    const slides = Object.keys(parts).filter((name) => /slides\/slide\d+\.xml$/.test(name));
    const whole = slides.map((name) => parts[name]).join('');
    expect(whole).toContain('66.67 % (2 of 3)');
    expect(whole).toContain('<a:buChar char="•"/>');
    expect(whole).toContain('Ship it &amp; watch');
    expect(drawn).toHaveLength(1);
    for (const name of slides) expect(parts[name]).toMatch(/6 users · Mar 2\s–\s4, 2026 · data/);
    const notes = Object.keys(parts).filter((name) => /notesSlide\d+\.xml$/.test(name));
    expect(notes.map((name) => parts[name]).join('')).toContain('Say 66.7 % slowly.');
    expect(parts['docProps/core.xml']).toContain('Story &lt;1&gt;');
  });
});

describe('placeBlocks()', () => {
  const slide = (blocks: readonly Block[]): DeckSlide => ({
    title: '',
    blocks,
    notes: '',
    foot: '',
  });
  const table = (rows: number): Block => ({
    kind: 'table',
    title: '',
    table: {
      header: ['n'],
      rows: Array.from({ length: rows }, (_, k) => [String(k)]),
      isText: [false],
    },
  });

  it('carries a long table on, row by row, and loses none', () => {
    const pages = placeBlocks(slide([table(40)]));
    const rows = pages
      .flat()
      .flatMap(({ block }) => (block.kind === 'table' ? block.table.rows : []));
    expect(rows.map(([n]) => Number(n))).toEqual(Array.from({ length: 40 }, (_, k) => k));
    expect(pages.length).toBeGreaterThan(2);
    for (const { y, height } of pages.flat()) expect(y + height).toBeLessThanOrEqual(ROOM.bottom);
  });

  it('puts a chart that has no room on a slide of its own, whole', () => {
    const figure = { svg: '', width: 960, height: 2_000 };
    const pages = placeBlocks(slide([table(8), { kind: 'picture', figure, text: '' }]));
    expect(pages).toHaveLength(2);
    const [chart] = pages[1]!;
    expect(chart!.height / chart!.width).toBeCloseTo(2_000 / 960, 6);
    expect(chart!.y + chart!.height).toBeLessThanOrEqual(ROOM.bottom);
  });
});
