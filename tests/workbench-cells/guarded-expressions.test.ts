import { parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { guardedExpressions, plainEvent } from '../../src/share/guarded-expressions';

/** The value of a Vega expression as the guarded interpreter gives it, with `page` standing for what it may not see. */
async function valueOf(update: string, page: unknown = null): Promise<unknown> {
  const spec = { signals: [{ name: 'page' }, { name: 'answer', update }] };
  const runtime = parse(spec, {}, { ast: true });
  const view = new View(runtime, { expr: guardedExpressions as never });
  view.signal('page', page);
  await view.runAsync();
  const answer: unknown = view.signal('answer');
  view.finalize();
  return answer;
}

describe('guardedExpressions', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ["{ a: [1, { b: 2 }] }.a[1]['b']", 2],
    ["'purchase'.length", 8],
    ["page ? page.rate : 'none'", 0.5],
    ["if(page.rate > 0.4, upper('yes'), 'no')", 'YES'],
    ["replace('a-b', /-/, '+')", 'a+b'],
    ['sequence(3).length + sequence(1, 10, 3)[2]', 10],
    ['page[page.key]', 0.5],
  ])('computes %s', async (expression, value) => {
    expect(await valueOf(expression, { rate: 0.5, key: 'rate' })).toEqual(value);
  });

  it('hides windows, documents and elements, however they are reached', async () => {
    const window = Object.assign(new EventTarget(), { secret: 'token' });
    const item = { mark: { group: { _svg: window } }, view: window };
    expect(await valueOf("page.view || 'hidden'", item)).toBe('hidden');
    expect(await valueOf("page['vi' + 'ew'] || 'hidden'", item)).toBe('hidden');
    expect(await valueOf("page.mark.group['_svg'] || 'hidden'", item)).toBe('hidden');
  });

  it.each([
    "page.constructor || 'hidden'",
    "page['constr' + 'uctor'] || 'hidden'",
    "'text'.replace || 'hidden'",
    "[1].map || 'hidden'",
  ])('hands out no function: %s', async (expression) => {
    expect(await valueOf(expression, {})).toBe('hidden');
  });

  it('does not let `replace` call a function of the page', async () => {
    let called = false;
    const page = { act: () => (called = true) };
    await valueOf("replace('x', /x/, page.act)", page).catch(() => null);
    expect(called).toBe(false);
  });

  it('gives an empty sequence instead of one that fills the memory', async () => {
    expect(await valueOf('sequence(0, 1e12).length')).toBe(0);
    expect(await valueOf('sequence(0, 1, 0).length')).toBe(0);
  });
});

describe('plainEvent', () => {
  it('keeps numbers, texts and flags, and what Vega adds', () => {
    const vega = { x: () => 3 };
    const event = {
      type: 'click',
      clientX: 7,
      shiftKey: true,
      target: {},
      view: {},
      vega,
      item: 1,
    };
    expect({ ...plainEvent(event as unknown as Event) }).toEqual({
      ...{ type: 'click', clientX: 7, shiftKey: true },
      ...{ vega, item: 1 },
    });
  });

  it('keeps the places of touches and drops what was touched', () => {
    const touch = { clientX: 1, clientY: 2, pageX: 3, pageY: 4, identifier: 0, target: {} };
    const event = { type: 'touchmove', touches: [touch] } as unknown as Event;
    const { touches } = plainEvent(event) as { touches: object[] };
    expect(touches).toEqual([{ clientX: 1, clientY: 2, pageX: 3, pageY: 4, identifier: 0 }]);
  });

  it('never passes on what was typed', () => {
    const event = { type: 'keydown', key: 'p', code: 'KeyP', keyCode: 80 } as unknown as Event;
    expect(Object.keys(plainEvent(event))).not.toEqual(expect.arrayContaining(['key']));
    expect(JSON.stringify(plainEvent(event))).not.toMatch(/KeyP|80/);
  });
});
