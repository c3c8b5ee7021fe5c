import { Problem } from '../base/problem';
import { blobSource } from '../data/byte-source';
import type { CodeRoom } from './code';
import type { DataFile } from './engine';
import type { Reply, SentFile } from './protocol';

/** What the engine worker asks of its page while it works: code of parts, bytes it may not read itself, and rooms for a notebook's code. */
export class PageLink {
  #lastRead = 0;
  readonly #reads = new Map<number, (bytes: ArrayBuffer | null) => void>();
  #lastRoom = 0;
  readonly #rooms = new Map<number, (port: MessagePort | null) => void>();
  readonly #parts = new Map<string, (code: string | null) => void>();
  readonly #files = new Map<number, Promise<DataFile>>();

  constructor(private readonly tell: (reply: Reply) => void) {}

  /**
   * The code of a part, as text.
   *
   * @throws {Problem} `code-not-fetched`
   */
  async code(part: string): Promise<string> {
    const code = await new Promise<string | null>((resolve) => {
      this.#parts.set(part, resolve);
      this.tell({ type: 'part', part });
    });
    if (code === null) throw new Problem('code-not-fetched');
    return code;
  }

  /** The file that was sent; the same number is the same object, so that the engine knows what it has read. */
  file(sent: SentFile): Promise<DataFile> {
    let file = this.#files.get(sent.number);
    if (!file) {
      file = this.#opened(sent);
      this.#files.set(sent.number, file);
    }
    return file;
  }

  /**
   * A worker for one run of a notebook's code. The page starts and ends it, but the rows and what
   * comes back go from here to there.
   *
   * @throws {Problem} `code-not-fetched`
   */
  async room(): Promise<CodeRoom> {
    const id = ++this.#lastRoom;
    const port = await new Promise<MessagePort | null>((resolve) => {
      this.#rooms.set(id, resolve);
      this.tell({ type: 'room', id });
    });
    if (port === null) throw new Problem('code-not-fetched');
    const leave = (): void => {
      port.close();
      this.tell({ type: 'leave', id });
    };
    const run: CodeRoom['run'] = (request) =>
      new Promise((resolve) => {
        // One answer is heard: a flood behind it reaches nobody.
        port.onmessage = ({ data }) => {
          port.close();
          resolve(data);
        };
        port.postMessage(request);
      });
    return { run, leave };
  }

  roomArrived(id: number, port: MessagePort | null): void {
    this.#rooms.get(id)?.(port);
    this.#rooms.delete(id);
  }

  codeArrived(part: string, code: string | null): void {
    this.#parts.get(part)?.(code);
    this.#parts.delete(part);
  }

  bytesArrived(id: number, bytes: ArrayBuffer | null): void {
    this.#reads.get(id)?.(bytes);
    this.#reads.delete(id);
  }

  async #opened({ number, name, size, blob }: SentFile): Promise<DataFile> {
    if (blob && (await isReadable(blob))) return { name, size, bytes: blobSource(blob) };
    const slice = async (from: number, to: number): Promise<ArrayBuffer> => {
      const bytes = await this.#read(number, from, to);
      if (bytes === null) throw new Problem('unreadable-file', { file: name });
      return bytes;
    };
    return { name, size, bytes: { size, slice } };
  }

  #read(file: number, from: number, to: number): Promise<ArrayBuffer | null> {
    const id = ++this.#lastRead;
    return new Promise((resolve) => {
      this.#reads.set(id, resolve);
      this.tell({ type: 'read', id, file, from, to });
    });
  }
}

/** WebKit gives a frame of opaque origin the handle of a file, but not its bytes. */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
