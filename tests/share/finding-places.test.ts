import { describe, expect, it } from 'vitest';
import { type Finding, type Subject, finding } from '../../src/locale/finding';
import { english } from '../../src/locale/english';
import { findingPlaces } from '../../src/share/finding-places';
import { notesTitle } from '../../src/share/notes-title';

function said(level: Finding['level'], hypothesis: string, about?: Subject): Finding {
  const made = finding(level, 'neutral', 'experiment.hypothesis', { hypothesis });
  return about === undefined ? made : { ...made, about };
}

const findings = [
  said('check', 'a'),
  said('answer', 'b'),
  said('note', 'c'),
  said('warning', 'd'),
  said('warning', 'e', 'metrics'),
  said('note', 'f', 'segments'),
  said('note', 'g', 'metrics'),
  said('note', 'h', 'segments'),
];

describe('the findings of a result', () => {
  const places = findingPlaces(findings, english);
  const texts = (those: readonly Finding[]) => those.map(({ args }) => args['hypothesis']);

  it('stand before the main table where they belong to the answer', () => {
    expect(texts(places.checks)).toEqual(['a']);
    expect(texts(places.answers)).toEqual(['b']);
    expect(texts(places.reasons)).toEqual(['c', 'd']);
  });

  it('stand behind it under their headings where they are about something else', () => {
    expect(texts(places.warnings)).toEqual(['e']);
    expect(places.notes.map(({ title }) => title)).toEqual(['Segments', 'Metrics']);
    expect(places.notes.map((each) => texts(each.findings))).toEqual([['f', 'h'], ['g']]);
    expect(notesTitle(places.notes, english)).toBe('3 notes: Segments 2 · Metrics 1');
  });

  it('stand in one place each', () => {
    const { checks, answers, reasons, warnings, notes } = places;
    const folded = notes.flatMap((each) => each.findings);
    const all = [...checks, ...answers, ...reasons, ...warnings, ...folded];
    expect(texts(all).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });
});
