/** Codes are stable: saved notebooks and translations refer to them. One sentence each in `locale`. */
export type ProblemCode =
  // numbers that cannot be computed
  | 'too-few-users'
  | 'constant-arms'
  | 'same-value'
  | 'control-is-zero'
  | 'control-too-uncertain'
  | 'too-few-arms'
  | 'too-few-groups'
  | 'too-few-values'
  | 'values-too-large'
  | 'tied-quantile'
  | 'no-denominator'
  | 'no-events-yet'
  | 'cap-flattens'
  | 'impossible-rate'
  // names that are not there
  | 'not-in-data'
  | 'wrong-type'
  // columns that a source adds
  | 'bad-formula'
  | 'column-taken'
  | 'companion-without-role'
  // what keeps a notebook from being changed or saved
  | 'save-refused'
  | 'save-failed'
  | 'save-differs'
  | 'open-elsewhere'
  // what says who somebody is
  | 'identifier-shown'
  | 'groups-withheld'
  | 'people-unknown'
  // charts that must not be drawn
  | 'chart-loads-data'
  | 'chart-too-large'
  | 'chart-pattern'
  | 'chart-broken'
  // tables, roles and times
  | 'role-missing'
  | 'no-rows-left'
  | 'needs-times'
  | 'needs-events'
  | 'needs-units'
  // what an analysis looks at
  | 'where-matches-nothing'
  | 'range-matches-nothing'
  | 'nobody-exposed'
  | 'one-arm'
  | 'not-zero-or-one'
  | 'metric-needs'
  | 'same-name'
  | 'split-without-control'
  | 'split-does-not-add-up'
  | 'no-such-metric'
  | 'too-few-for-looks'
  | 'needs-planned-end'
  | 'looks-without-scale'
  | 'end-before-exposure'
  // cohorts
  | 'too-many-periods'
  | 'too-many-cells'
  | 'nobody-started'
  | 'not-mature'
  | 'horizon-too-short'
  | 'cannot-combine'
  | 'too-few-starters'
  // finished counts
  | 'not-counts'
  | 'not-arms'
  | 'needs-users'
  | 'counts-have-one-metric'
  // metrics defined elsewhere
  | 'definitions-cycle'
  | 'no-definitions'
  // the plan of a test
  | 'plan-needs'
  | 'nobody-to-expose'
  | 'too-few-matured'
  | 'baseline-is-zero'
  | 'arrivals-unknown'
  | 'history-too-short'
  | 'arrivals-stopped'
  | 'exposure-is-over'
  | 'split-needs-arms'
  // activity over time
  | 'nothing-to-count'
  | 'before-the-data'
  | 'nobody-dormant'
  | 'nobody-active'
  // segments
  | 'rule-needs'
  | 'nobody-in-either'
  // how users are
  | 'no-weights'
  | 'measure-needs'
  | 'health-too-short'
  | 'reference-too-late'
  | 'reference-too-early'
  | 'bands-overlap'
  | 'nobody-looked-at'
  | 'nobody-scored'
  | 'cannot-validate'
  | 'index-says-nothing'
  | 'dimension-unknown'
  | 'value-not-given'
  // who leaves
  | 'no-churn-rule'
  | 'nobody-silent-so-long'
  | 'nobody-left-to-leave'
  | 'nobody-came-back'
  // funnels
  | 'nobody-entered'
  | 'all-open'
  | 'nobody-reached'
  | 'few-durations'
  | 'unordered-cannot'
  | 'optional-end'
  | 'exclusion-without-steps'
  | 'no-such-step'
  | 'no-such-group'
  // credit for conversions
  | 'attribution-needs'
  | 'attribution-needs-paths'
  | 'too-many-channels'
  | 'too-many-touches'
  | 'negative-count'
  | 'needs-ages'
  | 'same-model'
  | 'weights-are-zero'
  | 'no-conversions'
  | 'no-conversions-in-range'
  | 'not-a-cost-table'
  | 'units-differ'
  | 'no-cost'
  | 'no-conversions-credited'
  | 'no-upper-end'
  | 'no-touched-conversions'
  | 'value-not-positive'
  | 'chain-too-large'
  // customers, their scores and their shares
  | 'one-user'
  | 'nothing-to-share'
  | 'median-is-zero'
  | 'nobody-from-channel'
  | 'previous-not-before'
  | 'no-purchases-before'
  | 'nobody-in-segment'
  | 'cuts-not-ascending'
  // tiers
  | 'tiers-not-ascending'
  | 'same-tier'
  | 'no-mature-orders'
  | 'nobody-in-tier'
  | 'most-still-there'
  | 'too-few-near'
  // a watched metric
  | 'short-history'
  | 'nothing-to-divide-by'
  | 'no-relative-change'
  | 'rule-without-level'
  // waiting
  | 'no-attempts'
  | 'few-drops'
  // what people answer
  | 'no-answers'
  | 'too-few-answers'
  | 'nobody-asked'
  | 'compared-with'
  // invitations
  | 'nobody-invited'
  | 'nobody-accepted'
  | 'more-accepted-than-sent'
  | 'no-cycle'
  // campaigns
  | 'nobody-reached-here'
  | 'no-holdout'
  | 'short-before'
  // content
  | 'few-engaged'
  | 'nobody-began'
  // paths
  | 'no-paths'
  | 'too-many-groups'
  | 'too-rare-to-compare'
  // the value of customers
  | 'no-purchases'
  | 'only-refunds'
  | 'not-there-so-long'
  | 'one-customer'
  | 'too-few-repeats'
  | 'model-not-found'
  | 'model-leaves-open'
  | 'too-few-spenders'
  | 'same-spending'
  | 'spending-without-mean'
  | 'all-bought-alike'
  | 'nothing-to-hold-out'
  | 'nobody-bought-after'
  | 'value-unknown'
  | 'model-cannot-tell'
  | 'not-paid-back'
  | 'nobody-acquired'
  | 'nobody-bought-again'
  | 'nobody-so-often'
  | 'no-recipients'
  | 'window-not-over'
  | 'too-few-weeks'
  | 'nobody-at-risk'
  | 'not-half-yet'
  | 'median-open'
  // the text of a notebook
  | 'not-text'
  | 'not-a-notebook'
  | 'unclosed-fence'
  | 'conflict'
  | 'missing-id'
  | 'bad-id'
  | 'reserved-id'
  | 'duplicate-id'
  | 'name-taken'
  | 'bad-attribute'
  | 'wrong-language'
  | 'unknown-cell-type'
  | 'second-of-its-kind'
  | 'no-header'
  | 'bad-version'
  | 'newer-version'
  | 'not-one-value'
  // slides
  | 'slide-overflows'
  // the JSON of a cell
  | 'json-unexpected'
  | 'json-comment'
  | 'json-trailing-comma'
  | 'json-quotes'
  | 'json-number'
  | 'json-escape'
  | 'json-control'
  | 'json-unclosed-text'
  | 'json-duplicate-key'
  | 'json-too-deep'
  | 'json-not-object'
  // cells that name other cells
  | 'bad-path'
  | 'not-at-path'
  | 'bad-value'
  | 'unknown-format'
  | 'no-such-cell'
  | 'wrong-cell-type'
  | 'cycle'
  | 'bad-ref'
  // parameters against their schema
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-value'
  | 'not-one-of'
  | 'out-of-bounds'
  | 'wrong-length'
  | 'wrong-pattern'
  | 'wrong-roles'
  | 'file-or-files'
  // the engine, and what runs on it
  | 'engine-stopped'
  | 'code-not-fetched'
  | 'sandbox-blocked'
  | 'unreadable-file'
  | 'no-snapshot'
  | 'changed-file'
  | 'rows-without-user'
  | 'rows-without-time'
  | 'users-repeated'
  | 'files-differ'
  | 'source-not-read'
  | 'unknown-analysis'
  | 'data-file-missing'
  | 'population-elsewhere'
  | 'nobody-in-population'
  | 'no-value-yet'
  // the code of a notebook, and what it gives
  | 'untrusted'
  | 'code-syntax'
  | 'code-outside'
  | 'code-threw'
  | 'code-column'
  | 'code-closure'
  | 'code-no-value'
  | 'code-odd-value'
  | 'code-too-much'
  | 'code-too-slow'
  | 'no-table'
  | 'already-frozen'
  | 'which-experiment'
  // calls of the command line
  | 'unknown-command'
  | 'unknown-option'
  | 'option-needs-value'
  | 'bad-locale'
  | 'no-file-named'
  | 'too-many-files'
  | 'bad-assignment'
  | 'file-not-found'
  | 'not-a-file'
  | 'no-access'
  | 'source-file-missing'
  | 'outside-folder'
  | 'cannot-set'
  | 'nobody-behind'
  | 'cannot-write'
  // files that cannot be read
  | 'empty-file'
  | 'not-a-table'
  | 'damaged-file'
  | 'unpacks-too-large'
  | 'unterminated-quote'
  | 'record-too-long'
  | 'unknown-encoding'
  // files that are read with something to say
  | 'named-otherwise'
  | 'no-rows'
  | 'no-column-names'
  | 'comment-lines'
  | 'renamed-columns'
  | 'ragged-rows'
  | 'broken-records'
  | 'nul-bytes'
  | 'not-utf8'
  // columns with something to say
  | 'unreadable-cells'
  | 'mixed-column'
  | 'mixed-zones'
  | 'integers-as-text'
  | 'ambiguous-numbers'
  | 'ambiguous-dates'
  // scorecards
  | 'no-number'
  | 'no-result'
  | 'no-figure'
  | 'zero-is-full'
  | 'link-twice'
  // filters
  | 'wrong-comparison'
  // values that are not what they should be
  | 'not-a-time-zone'
  | 'not-a-time'
  | 'empty-range'
  | 'window-is-zero'
  | 'not-a-duration'
  | 'duration-too-long';

export type ProblemArgs = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** Where in the user's files it went wrong. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Id of the notebook cell. */
  readonly cell?: string;
  /** JSON path inside the cell, e.g. `metrics[0].event`. */
  readonly path?: string;
}

/** A problem as plain data: what crosses the worker's boundary and stands beside a null in a result. */
export interface ProblemData {
  readonly code: ProblemCode;
  readonly args: ProblemArgs;
  readonly at?: Place;
}

/**
 * An error the reader can fix; anything else that is thrown is a bug in Liftbook. It carries no
 * sentence: `locale/…/problems.ts` turns code and arguments into a message and a hint.
 */
export class Problem extends Error implements ProblemData {
  override readonly name = 'Problem';

  /** The parts of the engine are scripts of their own, each with its copy of this class: their problems count too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'Problem';
  }

  constructor(
    readonly code: ProblemCode,
    readonly args: ProblemArgs = {},
    readonly at: Place = {},
  ) {
    super(code);
  }

  /** The same problem with what is known of its place; what it already knew stays. */
  within(place: Place): Problem {
    return new Problem(this.code, this.args, { ...place, ...this.at });
  }

  toJSON(): ProblemData {
    return { code: this.code, args: this.args, at: this.at };
  }
}
