import { Problem } from '../base/problem';
import { Conversation, type Host, WorkerGone } from './conversation';
import type { CellRequest, Engine, Progress, SourceRequest, TransformRequest } from './engine';
import type { AnswerOf, ArgsOf, SentSource } from './protocol';
import { Sandbox } from './sandbox';

const NAME = 'engine';

/**
 * The engine in the sandbox frame, started on first use. Should the frame die, its sources are read
 * and its segments found again and what was asked is asked once more.
 */
export class SandboxEngine implements Engine {
  #conversation: Promise<Conversation> | null = null;
  readonly #sources = new Map<string, SourceRequest>();
  readonly #transforms = new Map<string, TransformRequest>();
  readonly #segments = new Map<string, CellRequest>();

  /** @param bug  told of what a worker threw where nobody caught it */
  constructor(private readonly bug: (message: string) => void = () => {}) {}

  readonly load: Engine['load'] = async (request, progress, signal) => {
    const output = await this.#ask('load', (line) => [sent(request, line)], progress, signal);
    this.#sources.set(`${request.notebook} ${request.cell}`, request);
    return output;
  };

  readonly segment: Engine['segment'] = async (request) => {
    const output = await this.#ask('segment', () => [request]);
    this.#segments.set(`${request.notebook} ${request.cell}`, request);
    return output;
  };

  readonly run: Engine['run'] = (request, progress, signal) =>
    this.#ask('run', () => [request], progress, signal);

  readonly transform: Engine['transform'] = async (request, progress, signal) => {
    const output = await this.#ask('transform', () => [request], progress, signal);
    this.#transforms.delete(`${request.notebook} ${request.cell}`);
    this.#transforms.set(`${request.notebook} ${request.cell}`, request);
    return output;
  };

  readonly chart: Engine['chart'] = (...args) => this.#ask('chart', () => args);

  readonly plain: Engine['plain'] = (...args) => this.#ask('plain', () => args);

  readonly present: Engine['present'] = (...args) => this.#ask('present', () => args);

  readonly rows: Engine['rows'] = (...args) => this.#ask('rows', () => args);

  readonly arrow: Engine['arrow'] = (...args) => this.#ask('arrow', () => args);

  readonly working: Engine['working'] = (...args) => this.#ask('working', () => args);

  readonly members: Engine['members'] = (...args) => this.#ask('members', () => args);

  readonly form: Engine['form'] = (...args) => this.#ask('form', () => args);

  readonly cellSchema: Engine['cellSchema'] = (...args) => this.#ask('cellSchema', () => args);

  readonly checkHeader: Engine['checkHeader'] = (...args) => this.#ask('checkHeader', () => args);

  readonly close: Engine['close'] = async (notebook) => {
    for (const requests of [this.#sources, this.#transforms, this.#segments]) {
      for (const [key, request] of requests) {
        if (request.notebook === notebook) requests.delete(key);
      }
    }
    if (this.#conversation) await this.#ask('close', () => [notebook]);
  };

  /** Asks a second time when the worker died of the first; a worker that dies twice has too little memory. */
  async #ask<Method extends keyof Engine>(
    method: Method,
    args: (conversation: Conversation) => ArgsOf<Method>,
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<AnswerOf<Method>> {
    for (let attempt = 1; ; ++attempt) {
      try {
        const conversation = await this.#connection();
        return await conversation.ask(method, args(conversation), progress, signal);
      } catch (error) {
        if (!(error instanceof WorkerGone)) throw error;
        if (attempt === 2) throw new Problem('engine-stopped');
      }
    }
  }

  /** One worker for all; a start that failed is tried again by the next call. */
  #connection(): Promise<Conversation> {
    this.#conversation ??= this.#start().catch((error: unknown) => {
      this.#conversation = null;
      throw error;
    });
    return this.#conversation;
  }

  async #start(): Promise<Conversation> {
    const script = fetched(() => import('./engine-worker?split'));
    let conversation: Conversation | null = null;
    const sandbox = new Sandbox({
      died: () => {
        this.#conversation = null;
        conversation?.end();
      },
      bug: (worker, message) => {
        if (worker === NAME) this.bug(message);
      },
    });
    const { default: code, parts } = await script;
    const port = await sandbox.start(NAME, code);
    const begun = new Conversation(port, {
      code: async (name) => (await fetched(parts.get(name)!)).default,
      ...roomsIn(sandbox),
    });
    conversation = begun;
    for (const source of this.#sources.values()) {
      // A source that cannot be read again is told to whoever asks for it next.
      await begun.ask('load', [sent(source, begun)]).catch(() => null);
    }
    for (const transform of this.#transforms.values()) {
      await begun.ask('transform', [transform]).catch(() => null);
    }
    for (const segment of this.#segments.values()) {
      await begun.ask('segment', [segment]).catch(() => null);
    }
    return begun;
  }
}

/** Workers for a notebook's code. One more than is in use waits, so that nobody waits for it to start. */
function roomsIn(sandbox: Sandbox): Pick<Host, 'openRoom' | 'leaveRoom'> {
  interface Room {
    readonly name: string;
    readonly port: MessagePort;
  }
  let count = 0;
  let spare: Promise<Room> | null = null;
  const names = new Map<number, string>();

  async function started(): Promise<Room> {
    const name = `code ${++count}`;
    const { default: code } = await fetched(() => import('./code-worker?code'));
    return { name, port: await sandbox.start(name, code) };
  }

  return {
    async openRoom(id) {
      const taken = spare ?? started();
      spare = null;
      const { name, port } = await taken;
      names.set(id, name);
      spare = started();
      spare.catch(() => (spare = null));
      return port;
    },
    leaveRoom(id) {
      sandbox.stop(names.get(id) ?? '');
      names.delete(id);
    },
  };
}

/** @throws {Problem} `code-not-fetched` when the app's own host does not answer */
async function fetched<Code>(part: () => Promise<Code>): Promise<Code> {
  try {
    return await part();
  } catch {
    throw new Problem('code-not-fetched');
  }
}

function sent(request: SourceRequest, conversation: Conversation): SentSource {
  return { ...request, files: request.files.map((file) => conversation.sent(file)) };
}
