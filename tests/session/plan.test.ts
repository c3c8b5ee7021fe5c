import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { type Language, findingSentence, loadLanguage } from '../../src/locale/language';
import { setHeader, setJson } from '../../src/notebook/edit';
import { freezePlan } from '../../src/session/freeze-plan';
import type { Session } from '../../src/session/session';
import { NOTEBOOK, sessionOf } from './tools';

/** Before anybody in the story was exposed. */
const EARLY = Date.UTC(2026, 1, 20, 9);

async function readout(session: Session, language: Language) {
  await session.run();
  const state = session.state('ab');
  const output = 'output' in state ? state.output : null;
  if (output?.type !== 'analysis') throw new Error(`ab is ${state.state}`);
  const { checks } = output.result as { checks: { name: string }[] };
  return {
    check: checks.find(({ name }) => name === 'plan'),
    said: output.findings.map((finding) => findingSentence(finding, language)),
  };
}

function edit(session: Session, change: Record<string, Json>): void {
  const { json } = session.notebook.cells.find(({ id }) => id === 'ab') as {
    json: { value: Record<string, Json> };
  };
  session.apply((notebook) => setJson(notebook, 'ab', { ...json.value, ...change }));
}

function frozenSession(): Session {
  const session = sessionOf(NOTEBOOK);
  freezePlan(session, 'ab', EARLY);
  return session;
}

describe('a frozen plan', async () => {
  const english = await loadLanguage('en');

  it('stands in the header with its hash, its parameters and its time', () => {
    const { plan } = frozenSession().notebook.header;
    expect(plan).toMatchObject({ cell: 'ab', at: '2026-02-20T09:00:00.000Z', seen: false });
    expect(plan!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(plan!.params).toMatchObject({ kind: 'experiment', control: 'control' });
  });

  it('that was kept is told so', async () => {
    const { check, said } = await readout(frozenSession(), english);
    expect(check).toEqual({
      name: 'plan',
      status: 'pass',
      frozenAt: '2026-02-20T09:00:00.000Z',
      beforeExposure: true,
      seen: false,
      isIntact: true,
      isChanged: false,
      deviations: [],
    });
    expect(said).toContain('Plan frozen on Feb 20, 2026, kept');
  });

  it('is no different for a default that is written out, for the data or for the owner', async () => {
    const session = frozenSession();
    edit(session, { alpha: 0.05, owner: 'Ana', completeThrough: '2026-03-06' });
    expect((await readout(session, english)).check).toMatchObject({ status: 'pass' });
  });

  it.each([
    ['en', 'Not as planned on Feb 20, 2026: alpha was 0.05 and is 0.1.'],
    ['zh-CN', '与 2026年2月20日 的计划不符：alpha 原为 0.05，现为 0.1。'],
  ] as const)('that was changed is told in %s', async (locale, sentence) => {
    const session = frozenSession();
    edit(session, { alpha: 0.1 });
    const { check, said } = await readout(session, await loadLanguage(locale));
    expect(check).toMatchObject({
      status: 'warn',
      isChanged: true,
      deviations: [{ path: 'alpha', was: 0.05, is: 0.1 }],
    });
    expect(said).toContain(sentence);
  });

  it('that was edited itself proves nothing', async () => {
    const session = frozenSession();
    const { plan } = session.notebook.header;
    const forged = { ...plan!, params: { ...plan!.params, alpha: 0.1 } };
    session.apply((notebook) => setHeader(notebook, { plan: forged as never }));
    edit(session, { alpha: 0.1 });
    const { check, said } = await readout(session, english);
    expect(check).toMatchObject({ status: 'warn', isIntact: false });
    expect(said.join('\n')).toContain('was edited');
  });

  it('of which only the hash is kept can be told to be another, not which part', async () => {
    const session = frozenSession();
    const { cell, at, sha256 } = session.notebook.header.plan!;
    session.apply((notebook) => setHeader(notebook, { plan: { cell, at, sha256 } }));
    expect((await readout(session, english)).check).toMatchObject({ status: 'pass' });
    edit(session, { alpha: 0.1 });
    const { check, said } = await readout(session, english);
    expect(check).toMatchObject({ status: 'warn', isChanged: true, deviations: [] });
    expect(said.join('\n')).toContain('keeps only their hash');
  });

  it('that came after results, or after the first exposure, says so', async () => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    freezePlan(session, 'ab', Date.UTC(2026, 2, 6));
    const { check, said } = await readout(session, english);
    expect(check).toMatchObject({ status: 'warn', seen: true, beforeExposure: false });
    expect(said.filter((text) => text.startsWith('The plan was frozen'))).toHaveLength(2);
  });

  it('is frozen once, and of an experiment only', () => {
    const session = frozenSession();
    expect(() => freezePlan(session, 'ab', EARLY)).toThrow('already-frozen');
    expect(() => freezePlan(sessionOf(NOTEBOOK), 'events', EARLY)).toThrow('wrong-cell-type');
    session.undo();
    expect(session.notebook.header.plan).toBeNull();
    freezePlan(session, 'ab', EARLY);
  });

  it('holds the values of the inputs it refers to', async () => {
    const text = NOTEBOOK.replace('"looks": "fixed"', '"looks": "fixed", "alpha": { "$ref": "a" }');
    const input =
      '```json lift:input a\n{ "kind": "slider", "value": 0.01, "min": 0, "max": 1 }\n```\n';
    const session = sessionOf(`${text}\n${input}`);
    expect(() => freezePlan(session, 'ab', EARLY)).toThrow('no-value-yet');
    await session.run(['a']);
    freezePlan(session, 'ab', EARLY);
    expect(session.notebook.header.plan!.params).toMatchObject({ alpha: 0.01 });
  });

  describe('that names a segment', () => {
    const NAMED = `${NOTEBOOK.replace('"source": "events",\n  "exposure"', '"source": "events",\n  "population": "some",\n  "exposure"')}
\`\`\`json lift:input letter
{ "kind": "text", "value": "x" }
\`\`\`

\`\`\`json lift:segment some
{ "source": "events", "where": { "event": { "contains": { "$ref": "letter" } } } }
\`\`\`
`;

    async function frozenNamed(): Promise<Session> {
      const session = sessionOf(NAMED);
      await session.run(['letter']);
      freezePlan(session, 'ab', EARLY);
      return session;
    }

    async function changed(id: string, json: Record<string, Json>): Promise<Session> {
      const session = await frozenNamed();
      session.apply((notebook) => setJson(notebook, id, json));
      return session;
    }

    it('keeps what the segment says, its references replaced', async () => {
      const session = await frozenNamed();
      expect(session.notebook.header.plan!.segments).toEqual({
        some: { where: { event: { contains: 'x' } } },
      });
    });

    it('is kept while the segment means the same', async () => {
      expect((await readout(await frozenNamed(), english)).check).toMatchObject({
        status: 'pass',
        isIntact: true,
      });
    });

    it.each([
      ['the segment', 'some', { source: 'events', where: { event: { contains: 'expo' } } }, 'expo'],
      ['what it refers to', 'letter', { kind: 'text', value: 'expo' }, 'expo'],
    ])('is changed with %s', async (_, id, json, is) => {
      const { check } = await readout(await changed(id, json), english);
      expect(check).toMatchObject({
        status: 'warn',
        deviations: [{ path: 'some.where.event.contains', was: 'x', is }],
      });
    });
  });
});
