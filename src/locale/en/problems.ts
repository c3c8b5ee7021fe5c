import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';
import { codeProblems } from './code-problems';
import { commandLineProblems } from './command-line-problems';
import { engineProblems } from './engine-problems';
import { someOf } from '../some-of';
import { analysisProblems } from './analysis-problems';
import { attributionProblems } from './attribution-problems';
import { dataProblems } from './data-problems';
import { cohortProblems } from './cohort-problems';
import { customerProblems } from './customer-problems';
import { funnelProblems } from './funnel-problems';
import { churnProblems } from './churn-problems';
import { healthProblems } from './health-problems';
import { segmentsProblems } from './segments-problems';
import { lifecycleProblems } from './lifecycle-problems';
import { monitorProblems } from './monitor-problems';
import { frictionProblems } from './friction-problems';
import { npsProblems } from './nps-problems';
import { referralProblems } from './referral-problems';
import { campaignProblems } from './campaign-problems';
import { affinityProblems } from './affinity-problems';
import { scorecardProblems } from './scorecard-problems';
import { pathsProblems } from './paths-problems';
import { keepingProblems } from './keeping-problems';
import { privacyProblems } from './privacy-problems';
import { notebookProblems } from './notebook-problems';
import { planningProblems } from './planning-problems';
import { valueProblems } from './value-problems';

/** What went wrong and what to do, in English: what, the value found, the next step. */
export const problems: Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence> = {
  'slide-overflows': ({ slide, scale }, n) => ({
    message: `Slide ${slide} holds too much: it fits the screen only at ${n.pct(Number(scale), 0)} of its size.`,
    hint: 'Let a cell begin a slide of its own with slide=new, or leave one out with slide=skip.',
  }),
  'too-few-users': ({ users }, n) => ({
    message: `An arm has ${users === 1 ? 'one user' : `${n.int(Number(users))} users`}; a comparison needs at least two.`,
    hint: null,
  }),
  'constant-arms': ({ control, treatment }, n) => ({
    message: `There is no variation: every user has ${n.num(Number(control))} in one arm and ${n.num(Number(treatment))} in the other.`,
    hint: 'Check that the metric is recorded per user.',
  }),
  'same-value': ({ value }, n) => ({
    message: `Every user has the value ${n.num(Number(value))}.`,
    hint: 'A metric that never varies cannot be compared.',
  }),
  'values-too-large': () => ({
    message: 'The amounts are too large to compute with.',
    hint: 'Check the column for wrong values. A filter leaves them out; a metric of an experiment can have "cap": { "max": … }.',
  }),
  'control-is-zero': () => ({
    message: 'The control average is zero, so the change has no percentage.',
    hint: 'The absolute difference is still valid.',
  }),
  'control-too-uncertain': () => ({
    message: 'The control average is too uncertain to express the change as a percentage.',
    hint: 'The absolute difference is still valid.',
  }),
  'too-few-arms': ({ arms }, n) => ({
    message: `Traffic was planned for ${arms === 1 ? 'one arm' : `${n.int(Number(arms))} arms`}; a split needs at least two.`,
    hint: 'Give two or more arms a share above zero.',
  }),
  'too-few-groups': ({ groups }, n) => ({
    message: `There ${groups === 1 ? 'is one group' : `are ${n.int(Number(groups))} groups`} to compare; it takes at least two.`,
    hint: null,
  }),
  'too-few-values': ({ values, needed }, n) => ({
    message: `An arm has ${values === 1 ? 'one value' : `${n.int(Number(values))} values`}; this needs at least ${n.int(Number(needed))}.`,
    hint: 'Wait for more data, or choose a quantile nearer to the median.',
  }),
  'tied-quantile': ({ value }, n) => ({
    message: `Too many values around the quantile equal ${n.num(Number(value))}, so its uncertainty cannot be measured.`,
    hint: 'Compare the share of users above that value, or choose another quantile.',
  }),
  'no-denominator': () => ({
    message: 'The denominator adds up to zero, so there is no ratio.',
    hint: 'Check that the denominator’s events are recorded in every arm.',
  }),
  'no-events-yet': () => ({
    message: 'Nobody has had the event yet, so there is nothing to compare.',
    hint: 'Wait for more data, or check that the event is recorded.',
  }),
  'cap-flattens': ({ cap }, n) => ({
    message: `Capping at ${n.num(Number(cap))} would give every user the same value.`,
    hint: 'Choose a higher percentile or a fixed cap, or compare the share of users above zero.',
  }),
  'impossible-rate': ({ rate }, n) => ({
    message: `The effect would take the rate to ${n.num(Number(rate))}, but a rate lies between 0 and 1.`,
    hint: 'Plan for a smaller effect.',
  }),
  'not-in-data': ({ what, name, known, near }, n) => ({
    message: name === '' ? `No ${what} is chosen yet.` : `The data has no ${what} “${name}”.`,
    hint: [
      Array.isArray(known) ? `It has: ${names(known, n)}.` : '',
      near ? `Did you mean “${near}”?` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  'chart-loads-data': ({ url }) => ({
    message: `The chart asks for “${url}”; charts load nothing.`,
    hint: 'Read the file with a source cell and name that cell as the chart’s data.',
  }),
  'chart-too-large': ({ what, found, most }, n) => ({
    message: `The chart has ${n.int(Number(found))} ${what}; at most ${n.int(Number(most))} can be drawn.`,
    hint: 'Count or group the rows before drawing them.',
  }),
  'chart-broken': ({ reason }) => ({
    message: `The chart could not be drawn: ${reason}`,
    hint: 'Correct its specification; Vega-Lite’s own editor says more.',
  }),
  'chart-pattern': ({ pattern }) => ({
    message: `The chart searches with “${pattern}”, a pattern whose search may never end.`,
    hint: 'Use fewer repeats, none of a group ( ), or make the column in a transform.',
  }),
  'not-a-time-zone': ({ found }) => ({
    message: `“${found}” is not a time zone.`,
    hint: 'Write a name such as "Europe/Berlin" or "UTC".',
  }),
  'duration-too-long': ({ found }) => ({
    message: `“${found}” is longer than a thousand years.`,
    hint: 'Write a duration that the data can hold, such as "7d".',
  }),
  'not-a-duration': ({ found }) => ({
    message: `“${found}” is not a duration.`,
    hint: 'Write a number and s, m, h, d or w, such as "7d".',
  }),
  ...analysisProblems,
  ...attributionProblems,
  ...planningProblems,
  ...cohortProblems,
  ...dataProblems,
  ...customerProblems,
  ...funnelProblems,
  ...churnProblems,
  ...healthProblems,
  ...segmentsProblems,
  ...lifecycleProblems,
  ...monitorProblems,
  ...frictionProblems,
  ...npsProblems,
  ...referralProblems,
  ...campaignProblems,
  ...affinityProblems,
  ...scorecardProblems,
  ...pathsProblems,
  ...valueProblems,
  ...keepingProblems,
  ...privacyProblems,
  ...notebookProblems,
  ...engineProblems,
  ...codeProblems,
  ...commandLineProblems,
};

/** The names there are, cut short where they are many. */
function names(known: readonly unknown[], n: Numbers): string {
  const { shown, more } = someOf(known);
  return shown.join(', ') + (more > 0 ? ` and ${n.int(more)} more` : '');
}
