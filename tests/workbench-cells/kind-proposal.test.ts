import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/index';
import { analysisForm } from '../../src/engine/forms';
import { english } from '../../src/locale/english';
import { parseNotebook } from '../../src/notebook/parse';
import { kindProposal } from '../../src/workbench/cells/kind-proposal';
import { renamedAfter } from '../../src/workbench/cells/new-cell';
import { controlOf } from '../../src/workbench/forms/control';
import { readSchema } from '../../src/workbench/forms/schema';
import { shop, source } from './source-outputs';

const found = new Map(
  await Promise.all(
    Object.entries(analyses).map(async ([kind, fetched]) => [kind, await fetched()] as const),
  ),
);
const schemaOf = (kind: string) => readSchema(analysisForm(found.get(kind)!, english));

describe('kindProposal(kind, source, output, schema)', () => {
  it.each([...found.keys()])('is accepted by the schema of %s', (kind) => {
    const { kind: _, ...given } = kindProposal(kind, 'events', shop, schemaOf(kind));
    const { params } = found.get(kind)!;
    expect(params.safeParse(given).error).toBeUndefined();
  });

  it('plans for the event that an experiment would look at', () => {
    expect(kindProposal('power', 'events', shop, {})).toMatchObject({
      source: 'events',
      metric: { type: 'proportion', event: 'purchase', window: '7d' },
    });
  });

  it('begins a funnel with the commonest events, in that order', () => {
    expect(kindProposal('funnel', 'events', shop, schemaOf('funnel'))).toMatchObject({
      steps: [{ event: 'view' }, { event: 'exposure' }, { event: 'purchase' }],
    });
  });

  it.each(['concentration', 'ltv', 'payback', 'repurchase', 'rfm', 'tiers', 'promo'])(
    'finds what is bought for %s',
    (kind) => {
      const proposal = kindProposal(kind, 'events', shop, schemaOf(kind));
      const { purchase, measure } = proposal as Record<string, { event: string; value?: string }>;
      expect((purchase ?? measure)!.event).toBe('purchase');
      expect((purchase ?? measure)!.value).toBe(kind === 'repurchase' ? undefined : 'amount');
    },
  );

  it('leaves empty what the data do not tell', () => {
    const bare = source({ who: 'text' }, { user: 'who' }, {});
    expect(kindProposal('nps', 'users', bare, schemaOf('nps'))).toMatchObject({
      event: '',
      value: '',
    });
  });

  it('leaves counts of finished tests as they are', () => {
    const counts = source({}, { variant: 'arm', users: 'users', conversions: 'buyers' }, {});
    const expected = { kind: 'experiment', source: 'counts' };
    expect(kindProposal('experiment', 'counts', counts, {})).toEqual(expected);
  });

  it('needs no data for a plan and for a calculator', () => {
    expect(kindProposal('power', '', null, {})).toMatchObject({ baseline: 0.1 });
    expect(kindProposal('calculator', '', null, {})).not.toHaveProperty('source');
  });
});

describe('the form of a plan', () => {
  const { properties } = schemaOf('power');

  it('edits a relative change as a number, and an absolute one by its shape', () => {
    expect(controlOf(properties!['mde']!, 0.05)).toBe('number');
    expect(controlOf(properties!['mde']!, { absolute: 0.01 })).toBe('union');
  });

  it('takes arms of a calculator as lines', () => {
    expect(controlOf(schemaOf('calculator').properties!['arms']!, 'A 1 2')).toBe('counts');
  });
});

describe('renamedAfter(notebook, id, kinds)', () => {
  const text = (id: string, more = '') =>
    `\`\`\`json lift:notebook\n{ "liftbook": 1 }\n\`\`\`\n\n${more}\`\`\`json lift:analysis ${id}\n{}\n\`\`\`\n`;
  const renamed = (id: string, more?: string) =>
    renamedAfter(parseNotebook(text(id, more), 'a.lift.md'), id, ['experiment', 'funnel']).id;

  it('names a cell after its kind, and leaves a name that somebody chose or uses', () => {
    expect(renamed('ab')).toBe('funnel');
    expect(renamed('ab2')).toBe('funnel');
    expect(renamed('checkout')).toBe('checkout');
    expect(renamed('ab', 'Won by {{ ab.lift }}.\n\n')).toBe('ab');
    expect(renamed('ab', '```json lift:analysis funnel\n{}\n```\n\n')).toBe('funnel2');
  });
});
