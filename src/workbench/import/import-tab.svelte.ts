import type { JsonObject } from '../../base/json';
import { Problem, type ProblemData } from '../../base/problem';
import type { DataFile, Engine, RoleGuess, Setting, SourceOutput } from '../../engine/engine';
import { isAbort } from '../../engine/failure';
import { sourceParams } from './source-params';
import { type TestChoice, suggestedChoice } from './test-choice';

/** A data file on its way into a notebook: what is in it, and which of its columns play which role. */
export class ImportTab {
  readonly kind = 'import';
  progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  output = $state.raw<SourceOutput | null>(null);
  problem = $state.raw<ProblemData | null>(null);
  /** Column by role, as chosen; an empty text is nobody. */
  roles = $state<Record<string, string>>({});
  /** What the roles were at first, and why. */
  guesses = $state.raw<readonly RoleGuess[]>([]);
  /** Columns that must not be shown outside this browser. */
  privates = $state<Record<string, boolean>>({});
  /** The A/B test to start with; null where nothing looks like a variant. */
  test = $state.raw<TestChoice | null>(null);
  #reading: AbortController | null = null;

  constructor(
    readonly id: string,
    readonly file: DataFile,
    private readonly engine: Engine,
    private readonly setting: Setting,
  ) {}

  get name(): string {
    return this.file.name;
  }

  /** Times are shown in this zone. */
  get zone(): string {
    return this.setting.timezone;
  }

  /** The body of the source cell that the choices come to. */
  get params(): JsonObject {
    return sourceParams(this.file.name, this.output, this.roles, this.privates);
  }

  /** Reads the file and takes over the roles that the engine guesses. */
  async read(): Promise<void> {
    const output = await this.#load({ file: this.file.name });
    if (!output) return;
    this.guesses = output.guesses;
    this.privates = Object.fromEntries(
      output.columns.filter((each) => each.private !== null).map(({ name }) => [name, true]),
    );
    this.roles = Object.fromEntries(output.guesses.map(({ role, column }) => [role, column]));
    await this.check();
  }

  async choose(role: string, column: string): Promise<void> {
    this.roles[role] = column;
    await this.check();
  }

  /** Asks the engine what the roles come to: how many users, from when to when, or what is wrong with them. */
  async check(): Promise<void> {
    const output = await this.#load(this.params);
    if (output) this.test = suggestedChoice(output);
  }

  async close(): Promise<void> {
    this.#reading?.abort();
    await this.engine.close(this.id);
  }

  /** The newest call wins; an older one ends without a word. */
  async #load(params: JsonObject): Promise<SourceOutput | null> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const request = {
      notebook: this.id,
      cell: 'import',
      params,
      files: [this.file],
      setting: this.setting,
    };
    try {
      const output = await this.engine.load(
        request,
        (done, total) => (this.progress = { done, total }),
        reading.signal,
      );
      if (reading.signal.aborted) return null;
      this.problem = null;
      return (this.output = output);
    } catch (error) {
      if (isAbort(error) || reading.signal.aborted) return null;
      if (!(error instanceof Problem)) throw error;
      this.problem = error.toJSON();
      return null;
    } finally {
      if (this.#reading === reading) this.progress = null;
    }
  }
}
