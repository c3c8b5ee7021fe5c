import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Sentence } from '../sentence';
import type { Numbers } from '../numbers';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

const NEEDED: Readonly<Record<string, string>> = {
  touch: 'what counts as a touch',
  conversion: 'what counts as a conversion',
};

/** What keeps credit from being divided, in English. */
export const attributionProblems = {
  'attribution-needs': ({ needs }) => ({
    message: `The analysis does not say ${NEEDED[String(needs)] ?? needs}.`,
    hint: 'A touch is an event and its channel column: "touch": { "event": "visit", "channel": "channel" }. A conversion is an event: "conversion": { "event": "purchase" }.',
  }),
  'attribution-needs-paths': () => ({
    message: 'This data has neither events nor counted paths.',
    hint: 'Mark the user, time and event columns of the data, or its columns of paths and conversions.',
  }),
  'too-many-channels': ({ name, found, most }, n) => ({
    message: `“${name}” has at least ${n.int(Number(found))} different values on touches, so it names something else than channels; at most ${n.int(Number(most))} channels are compared.`,
    hint: 'Choose a column with values such as search, email or social, or group its values first.',
  }),
  'too-many-touches': ({ most }, n) => ({
    message: `The journeys hold more than ${n.int(Number(most))} touches together.`,
    hint: 'Shorten the look-back, let journeys start anew after a conversion ("reset": true), or keep only their last steps ("maxSteps": 50).',
  }),
  'negative-count': ({ name, found }, n) => ({
    message: `“${name}” holds ${n.num(Number(found))}; a count is never negative.`,
    hint: 'Check which columns are marked as conversions and nulls.',
  }),
  'needs-ages': () => ({
    message: 'Time decay needs to know when each touch was; counted paths do not say.',
    hint: 'Leave this model out, or read the events themselves.',
  }),
  'same-model': ({ name }) => ({
    message: `The model “${name}” is listed twice.`,
    hint: 'List it once, or give one of them other numbers.',
  }),
  'weights-are-zero': () => ({
    message: 'The three weights are 0, so there is nothing to divide.',
    hint: 'Write shares of the first touch, all in between and the last, such as [0.4, 0.2, 0.4].',
  }),
  'no-conversions': ({ event }) => ({
    message: event
      ? `No user has the conversion event “${event}” as it is asked for.`
      : 'The table has no conversions.',
    hint: 'Check the filter of the conversion, and the dates.',
  }),
  'no-conversions-in-range': ({ event, from, to }) => ({
    message: `No “${event}” happened between ${from} and ${to}.`,
    hint: 'Check the dates; the end is not included.',
  }),
  'not-a-cost-table': ({ cell }) => ({
    message: `“${cell}” is no table of costs.`,
    hint: 'Mark its columns: "roles": { "channel": "channel", "date": "date", "cost": "cost" }.',
  }),
  'units-differ': ({ value, cost }) => ({
    message:
      value && cost
        ? `Values are in ${value} and costs in ${cost}, so they cannot be divided.`
        : 'Values and costs are in different units, so they cannot be divided.',
    hint: 'Convert one of them, and give both columns the same unit.',
  }),
  'no-cost': () => ({
    message: 'The channel cost nothing, so there is no return on cost.',
    hint: null,
  }),
  'no-conversions-credited': () => ({
    message: 'The model gives this channel no conversions, so none has a cost.',
    hint: null,
  }),
  'no-upper-end': () => ({
    message: 'In some replicates the channel has no conversions: the cost of one has no upper end.',
    hint: 'Wait for more conversions.',
  }),
  'no-touched-conversions': () => ({
    message: 'No conversion has a touch before it, so no channel can be missed.',
    hint: 'Check the touch event and the look-back.',
  }),
  'value-not-positive': () => ({
    message: 'The values add up to nothing or less, so they have no parts.',
    hint: 'Check the value column: refunds may outweigh purchases.',
  }),
  'chain-too-large': ({ states }, n) => ({
    message: `The chain${states ? ` has ${n.int(Number(states))} states and` : ''} is too large to be solved again for every replicate, so it has no intervals.`,
    hint: 'Choose a lower order, fewer replicates, or group the channels.',
  }),
} satisfies Sentences;
