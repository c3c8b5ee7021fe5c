/** A message of the browser: an answer has the number of its command, an event has a method. */
interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly message?: string;
}

/** A line to a browser that speaks WebDriver BiDi. */
export interface Bidi {
  /** @throws {Error} with the browser's own words where it refuses */
  send<Result>(method: string, params: object): Promise<Result>;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to `address`; `hear` gets every event that was subscribed to. */
export async function connect(
  address: string,
  hear: (method: string, params: unknown) => void,
): Promise<Bidi> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, Waiting>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'event') return hear(message.method!, message.params);
    const sent = waiting.get(message.id!);
    waiting.delete(message.id!);
    if (message.type === 'success') sent?.resolve(message.result);
    else sent?.reject(new Error(message.message));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no line to ${address}`)));
  });
  return {
    send<Result>(method: string, params: object): Promise<Result> {
      const id = ++count;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      });
    },
    close: () => socket.close(),
  };
}
