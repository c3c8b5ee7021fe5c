import { shaped, shapedChange } from '../../locale/shaped';
import type { Language } from '../../locale/language';
import { formatPath } from '../../notebook/path';
import type { Table } from '../analysis';
import { linkName } from './link-name';
import type { Figure, Link, ScorecardResult } from './result';

type Row = Table['rows'][number];

/** Every link: its figure, the rule, the score, and what moved. */
export function tables({ links, line }: ScorecardResult, language: Language): Table[] {
  const { scorecard: name } = language.words;
  const format = { by: 'format' } as const;
  const hasBefore = links.some(({ before }) => before !== null);
  return [
    {
      name: 'links',
      title: name.links,
      columns: [
        { key: 'link', title: name.link, format: 'text', caption: 'measure' },
        { key: 'value', title: name.figure, format, path: 'figure', caption: 'valueRange' },
        { key: 'needed', title: name.needed(language.numbers.num(line, 0)), format },
        { key: 'score', title: name.score, format: 'number', path: 'score', caption: 'scoreRange' },
        { key: 'stateName', title: name.state, format: 'text', tone: 'tone' },
        ...(hasBefore
          ? ([
              { key: 'before', title: name.before, format },
              {
                key: 'points',
                title: name.points,
                format: 'signed',
                caption: 'change',
                path: 'moved',
              },
              { key: 'movedName', title: name.moved, format: 'text', tone: 'movedTone' },
            ] as const)
          : []),
      ],
      rows: links.map((link) => rowOf(link, language)),
    },
  ];
}

const TONES = { reached: 'good', below: 'bad', unclear: 'neutral', unknown: 'warn' } as const;
const MOVED_TONES = { better: 'good', worse: 'bad', unclear: 'neutral' } as const;

function rowOf(link: Link, language: Language): Row {
  const { name, measure, format, unit, figure, zero, full, needed, score, state } = link;
  const { words, numbers } = language;
  const problem = figure.estimate === null ? figure.problem.code : null;
  return {
    path: formatPath(['links', name]),
    ...{ link: linkName(name, language), measure: measure ?? null, format, unit },
    ...{ value: figure.estimate, valueRange: rangeOf(figure, (x) => written(x, link, language)) },
    ...{ zero, full, needed },
    ...{ score: score.estimate, scoreRange: rangeOf(score, (x) => numbers.num(x, 0)) },
    ...{ stateName: words.scorecard.states[state], tone: TONES[state], problem },
    ...movedCells(link, language),
  };

  function rangeOf(given: Figure, write: (value: number) => string): string | null {
    if (given.estimate === null || given.low === undefined) return null;
    return words.fromTo(write(given.low), write(given.high!));
  }
}

function movedCells(link: Link, language: Language): Row {
  const { before, moved, format, unit } = link;
  const { scorecard: name } = language.words;
  return {
    before: before?.figure.estimate ?? null,
    points: moved?.points ?? null,
    change: moved && shapedChange(moved.change.estimate, format, unit, language.numbers),
    movedName: moved && name.moves[moved.state],
    movedTone: moved && MOVED_TONES[moved.state],
  };
}

function written(value: number, { format, unit }: Link, { numbers }: Language): string {
  return format === 'duration' ? numbers.duration(value) : shaped(value, format, unit, numbers);
}
