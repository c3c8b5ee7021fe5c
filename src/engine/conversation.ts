import type { DataFile, Engine, Progress } from './engine';
import { errorOf } from './failure';
import {
  type AnswerOf,
  type ArgsOf,
  type Call,
  type Reply,
  type Request,
  type SentFile,
  replyOf,
} from './protocol';

/** What the worker may have from its page. */
export interface Host {
  /** The text of a part of the engine's code. */
  code(part: string): Promise<string>;
  /** A port into a new worker for a notebook's code, and the end of that worker. */
  openRoom(id: number): Promise<MessagePort>;
  leaveRoom(id: number): void;
}

/** What a call still waits with. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress | undefined;
}

/** The worker is gone and took what was asked of it along. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone';
}

/** The page's end of the port to one engine worker: calls out, answers and wishes in. */
export class Conversation {
  #last = 0;
  #ended = false;
  readonly #waiting = new Map<number, Waiting>();
  readonly #numbers = new Map<DataFile['bytes'], number>();
  readonly #files: DataFile[] = [];

  constructor(
    private readonly port: MessagePort,
    private readonly host: Host,
  ) {
    port.onmessage = ({ data }) => {
      const reply = replyOf(data);
      if (reply) this.#receive(reply);
    };
  }

  /** The engine's answer. Rejects with what the worker threw, or at once with an `AbortError` when `signal` fires. */
  async ask<Method extends keyof Engine>(
    method: Method,
    args: ArgsOf<Method>,
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<AnswerOf<Method>> {
    signal?.throwIfAborted();
    if (this.#ended) throw new WorkerGone();
    const id = ++this.#last;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
    });
    const cancel = (): void => {
      this.#tell({ type: 'cancel', id });
      this.#waiting.get(id)?.reject(errorOf({ type: 'aborted' }));
    };
    signal?.addEventListener('abort', cancel);
    this.#tell({ type: 'call', id, call: { method, args } as Call });
    try {
      return (await answer) as AnswerOf<Method>;
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#waiting.delete(id);
    }
  }

  /** A file in the form in which it is sent; its bytes are read when the worker asks. */
  sent(file: DataFile): SentFile {
    let number = this.#numbers.get(file.bytes);
    if (number === undefined) {
      number = this.#files.push(file) - 1;
      this.#numbers.set(file.bytes, number);
    }
    const { name, size, bytes } = file;
    return { number, name, size, blob: bytes instanceof Blob ? bytes : null };
  }

  /** Hangs up: whatever is still waited for is rejected with `WorkerGone`. */
  end(): void {
    this.#ended = true;
    this.port.close();
    for (const { reject } of this.#waiting.values()) reject(new WorkerGone());
  }

  #receive(reply: Reply): void {
    switch (reply.type) {
      case 'done':
        return this.#waiting.get(reply.id)?.resolve(reply.value);
      case 'failed':
        return this.#waiting.get(reply.id)?.reject(errorOf(reply.failure));
      case 'progress':
        return this.#waiting.get(reply.id)?.progress?.(reply.done, reply.total);
      case 'read':
        return void this.#read(reply.id, reply.file, reply.from, reply.to);
      case 'part':
        return void this.#send(reply.part);
      case 'room':
        return void this.#open(reply.id);
      case 'leave':
        return this.host.leaveRoom(reply.id);
    }
  }

  async #read(id: number, number: number, from: number, to: number): Promise<void> {
    const bytes = await this.#bytes(number, from, to).catch(() => null);
    this.#tell({ type: 'bytes', id, bytes }, bytes ? [bytes] : []);
  }

  async #bytes(number: number, from: number, to: number): Promise<ArrayBuffer> {
    const source = this.#files[number]?.bytes;
    if (!source) throw new RangeError(`There is no file ${number}.`);
    const slice = source.slice(from, to);
    return slice instanceof Blob ? slice.arrayBuffer() : slice;
  }

  async #send(part: string): Promise<void> {
    this.#tell({ type: 'part', part, code: await this.host.code(part).catch(() => null) });
  }

  async #open(id: number): Promise<void> {
    const port = await this.host.openRoom(id).catch(() => null);
    this.#tell({ type: 'room', id, port }, port ? [port] : []);
  }

  #tell(request: Request, transfer: Transferable[] = []): void {
    this.port.postMessage(request, transfer);
  }
}
