import { readFile } from 'node:fs/promises';

interface NetLog {
  readonly constants: {
    readonly logEventTypes: Readonly<Record<string, number>>;
    /** What to add to the time of an event to get epoch ms. */
    readonly timeTickOffset: number | string;
  };
  readonly events: readonly {
    readonly type: number;
    /** 2 at the end of what began before. */
    readonly phase: number;
    readonly time: string;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** Events that mean that something was asked of a network, each with the parameter that says what. */
const ASKING: Readonly<Record<string, string>> = {
  URL_REQUEST_START_JOB: 'url',
  HOST_RESOLVER_MANAGER_REQUEST: 'host',
  TCP_CONNECT_ATTEMPT: 'address',
  UDP_CONNECT: 'address',
  UDP_BYTES_SENT: 'address',
};

/**
 * What Chromium asked of the network after a moment (epoch ms), in its own log (`--log-net-log`):
 * requests, names looked up, connections, datagrams. Addresses within the browser are none.
 */
export async function askedOfNetwork(file: string, after: number): Promise<readonly string[]> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]));
  return events.flatMap(({ type, phase, time, params }) => {
    const name = names.get(type) ?? '';
    const key = ASKING[name];
    if (phase === 2 || key === undefined) return [];
    if (Number(time) + Number(constants.timeTickOffset) < after) return [];
    const what = String(params?.[key] ?? '');
    return /^(data|blob|about|chrome(-\w+)?):/.test(what) ? [] : [`${name} ${what}`.trim()];
  });
}
