const LOCK = 'liftbook-file:';
const CHANNEL = 'liftbook-files';
/** How long the page that holds a file may take to let go of it. */
const PATIENCE_MS = 2_000;

/** A page's hold on a file, so that no other page of this browser changes it too. */
export class FileHold {
  #release: (() => void) | null = null;
  readonly #channel = new BroadcastChannel(CHANNEL);

  /**
   * @param path  of the file
   * @param lost  called when another page has taken it
   */
  constructor(
    private readonly path: string,
    private readonly lost: () => void,
  ) {
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data !== path || !this.#release) return;
      this.#letGo();
      lost();
    };
  }

  /** Takes the file if no other page has it; gives whether this one has it now. */
  take(): Promise<boolean> {
    return this.#request({ ifAvailable: true });
  }

  /** Asks the page that has the file to let go of it, and takes it, after a while without its consent. */
  async takeOver(): Promise<void> {
    this.#channel.postMessage(this.path);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await this.#request({ signal }).catch(() => this.#request({ steal: true }));
  }

  /** Lets go of the file for good. */
  close(): void {
    this.#letGo();
    this.#channel.close();
  }

  #letGo(): void {
    this.#release?.();
    this.#release = null;
  }

  /** Resolves when the file is held or refused; the lock itself stays until it is let go or stolen. */
  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const whole = navigator.locks.request(LOCK + this.path, options, (lock) => {
        resolve(lock !== null);
        return lock && new Promise<void>((release) => (this.#release = release));
      });
      whole.catch((error: unknown) => {
        reject(error as Error);
        if (!this.#release) return;
        this.#release = null;
        this.lost();
      });
    });
  }
}
