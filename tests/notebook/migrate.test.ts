import { describe, expect, it } from 'vitest';
import { setHeader } from '../../src/notebook/edit';
import { migrate, migrations } from '../../src/notebook/migrate';
import { FORMAT_VERSION, type Notebook } from '../../src/notebook/notebook';
import { parseNotebook } from '../../src/notebook/parse';
import { writeNotebook } from '../../src/notebook/write';

const notebook = parseNotebook('```json lift:notebook\n{ "liftbook": 1 }\n```\n', 'a.lift.md');
const step = (note: string, to: number) => (old: Notebook) => {
  const { header, ...rest } = setHeader(old, { title: `${old.header.title ?? ''}${note}` });
  return { ...rest, header: { ...header, liftbook: to } };
};

describe('migrate(notebook)', () => {
  it('goes through every version between, in order', () => {
    const migrated = migrate(notebook, { 1: step('one ', 2), 2: step('two', 3) }, 3);
    expect(migrated.header).toMatchObject({ liftbook: 3, title: 'one two' });
    expect(writeNotebook(migrated)).toContain('"title": "one two"');
  });

  it('leaves a notebook of this version, or a newer one, as it is', () => {
    expect(migrate(notebook)).toBe(notebook);
    const newer = parseNotebook('```json lift:notebook\n{ "liftbook": 9 }\n```\n', 'a.lift.md');
    expect(migrate(newer)).toBe(newer);
  });

  it('takes a missing step for a bug', () => {
    expect(() => migrate(notebook, {}, 2)).toThrow(RangeError);
  });

  it('has a step from every version before the newest', () => {
    for (let version = 1; version < FORMAT_VERSION; ++version) {
      expect(migrations).toHaveProperty(String(version));
    }
  });
});
