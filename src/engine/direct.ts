import type { JsonObject } from '../base/json';
import { loadLanguage } from '../locale/language';
import { cellSchemas, header } from '../notebook/schema';
import { analysisOf, questionOf } from './analysis-of';
import { chartOf } from './chart-cell';
import { checked, problemsWith } from './checked';
import { checkedDefinitions } from './definitions';
import type { Engine } from './engine';
import type { CodeRoom } from './code';
import { analysisForm, cellSchema } from './forms';
import { membersPage } from './members-page';
import type { RowPages } from './row-pages';
import { presented, runAnalysis, setupOf } from './run-analysis';
import { Segments } from './segments';
import { sourceOutput } from './source-output';
import { Sources } from './sources';
import { Transforms } from './transforms';

/** The engine in the process that asks: what the sandbox's worker and the command line run on. */
export class DirectEngine implements Engine {
  readonly #sources: Sources;
  readonly #segments: Segments;
  readonly #transforms: Transforms;
  #pages: Promise<RowPages> | null = null;

  /** @param room  opens a room for one run of a notebook's code */
  constructor(room: () => Promise<CodeRoom>) {
    this.#sources = new Sources();
    this.#segments = new Segments(this.#sources);
    this.#transforms = new Transforms(this.#sources, room);
  }

  readonly load: Engine['load'] = async (request, progress, signal) => {
    const source = await this.#sources.load(request, progress, signal);
    return sourceOutput(source, this.#sources);
  };

  readonly segment: Engine['segment'] = async (request) => this.#segments.define(request);

  readonly run: Engine['run'] = async (request, progress, signal) => {
    const [setup, language] = await Promise.all([
      setupOf(request, this.#sources, this.#segments),
      loadLanguage(request.setting.locale),
    ]);
    return runAnalysis(setup, language, progress, signal);
  };

  readonly transform: Engine['transform'] = (...args) => this.#transforms.run(...args);

  readonly chart: Engine['chart'] = async (request) =>
    chartOf(request, this.#sources, await loadLanguage(request.setting.locale));

  readonly plain: Engine['plain'] = async (type, params) => ({
    type,
    params:
      type === 'definitions'
        ? checkedDefinitions(params)
        : (checked<unknown>(cellSchemas[type], params) as JsonObject),
  });

  readonly present: Engine['present'] = async (kind, params, result, locale) => {
    const question = await questionOf({ ...params, kind });
    return presented(question.analysis, question.params, result, await loadLanguage(locale));
  };

  readonly rows: Engine['rows'] = async (request) => {
    const { dataset } = this.#sources.source(request.notebook, request.cell);
    return (await this.#rowPages()).page(dataset, request);
  };

  readonly arrow: Engine['arrow'] = async (names, rows) =>
    (await import('../data/write-arrow')).arrowFile(names, rows);

  readonly working: Engine['working'] = async (kind, result, path) =>
    (await analysisOf(kind)).working(result, path);

  readonly members: Engine['members'] = async (request, path, from, to) =>
    membersPage(await setupOf(request, this.#sources, this.#segments), path, from, to);

  readonly form: Engine['form'] = async (kind, locale) =>
    analysisForm(...(await Promise.all([analysisOf(kind), loadLanguage(locale)])));

  readonly cellSchema: Engine['cellSchema'] = async (type) => cellSchema(type);

  readonly checkHeader: Engine['checkHeader'] = async (params) => problemsWith(header, params);

  readonly close: Engine['close'] = async (notebook) => {
    this.#segments.close(notebook);
    this.#sources.close(notebook);
  };

  /** A failed fetch is tried again by the next call. */
  #rowPages(): Promise<RowPages> {
    this.#pages ??= import('./row-pages').then(
      ({ RowPages }) => new RowPages(),
      (error: unknown) => {
        this.#pages = null;
        throw error;
      },
    );
    return this.#pages;
  }
}
