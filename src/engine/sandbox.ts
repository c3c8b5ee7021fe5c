import { Problem } from '../base/problem';
import type { FromFrame, ToFrame } from './sandbox-boot';

const START_MS = 20_000;
const BEAT_MS = 500;
/** Longer than a busy machine keeps an idle frame waiting. */
const DEAD_MS = 10_000;

export interface SandboxListener {
  /** The frame stopped answering: its process crashed or ran out of memory. Said once; the frame is gone by then. */
  died(): void;
  /** A worker threw where nobody caught it. */
  bug(worker: string, message: string): void;
}

/**
 * The sandbox frame seen from the page: an opaque origin without network or storage, holding workers
 * by name, each with a port straight to the page.
 */
export class Sandbox {
  readonly #frame = document.createElement('iframe');
  readonly #ready: Promise<void>;
  #markReady = (): void => {};
  #pulse: number | undefined;
  #lastBeat = 0;
  #lastTick = 0;

  constructor(private readonly listener: SandboxListener) {
    this.#ready = new Promise((resolve, reject) => {
      this.#markReady = resolve;
      setTimeout(() => reject(new Problem('sandbox-blocked')), START_MS);
    });
    this.#frame.setAttribute('sandbox', 'allow-scripts');
    this.#frame.src = './sandbox.html';
    this.#frame.title = 'Code sandbox';
    this.#frame.hidden = true;
    addEventListener('message', this.#receive);
    document.body.append(this.#frame);
  }

  /**
   * Starts a worker from its code, or starts it anew, and gives the port to talk to it.
   *
   * @throws {Problem} `sandbox-blocked` when the frame does not load: a browser or host forbids it
   */
  async start(name: string, code: string): Promise<MessagePort> {
    await this.#ready;
    const { port1, port2 } = new MessageChannel();
    this.#tell({ type: 'start', name, code }, [port2]);
    return port1;
  }

  /** Ends a worker, whatever it is doing; its port may deliver one last message. */
  stop(name: string): void {
    this.#tell({ type: 'stop', name });
  }

  /** Ends every worker and all they hold. */
  remove(): void {
    clearInterval(this.#pulse);
    removeEventListener('message', this.#receive);
    this.#frame.remove();
  }

  readonly #receive = ({ source, data }: MessageEvent<FromFrame>): void => {
    if (source !== this.#frame.contentWindow) return;
    this.#lastBeat = performance.now();
    if (data.type === 'ready') this.#start();
    if (data.type === 'bug') this.listener.bug(String(data.name), String(data.message));
  };

  #start(): void {
    this.#markReady();
    this.#lastTick = performance.now();
    this.#pulse = window.setInterval(this.#beat, BEAT_MS);
  }

  /** Silence counts only while the page itself is awake: a sleeping laptop must not look like a dead frame. */
  readonly #beat = (): void => {
    const now = performance.now();
    if (now - this.#lastTick > 2 * BEAT_MS) this.#lastBeat = now;
    this.#lastTick = now;
    if (now - this.#lastBeat <= DEAD_MS) return this.#tell({ type: 'beat' });
    this.remove();
    this.listener.died();
  };

  #tell(message: ToFrame, ports: MessagePort[] = []): void {
    this.#frame.contentWindow?.postMessage(message, '*', ports);
  }
}
