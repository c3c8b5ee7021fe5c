/** The keys of a presentation and the name of what they do, in the order in which they are told. */
export const PRESENTATION_KEYS = [
  { name: 'next', keys: ['ArrowRight', ' '] },
  { name: 'previous', keys: ['ArrowLeft'] },
  { name: 'jump', keys: ['1', '2', 'Enter'] },
  { name: 'ends', keys: ['Home', 'End'] },
  { name: 'speaker', keys: ['S'] },
  { name: 'table', keys: ['T'] },
  { name: 'whatIf', keys: ['W'] },
  { name: 'freeze', keys: ['F'] },
  { name: 'black', keys: ['B'] },
  { name: 'leave', keys: ['Escape'] },
] as const;
