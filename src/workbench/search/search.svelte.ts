import type { Scope } from './notebook-search';

/** What is looked for in notebooks, and what takes its place. */
export class Search {
  text = $state('');
  replacement = $state('');
  matchCase = $state(false);
  scope = $state<Scope>('all');
  /** How often it was asked for: each time its field takes the focus. */
  asked = $state(0);
}
