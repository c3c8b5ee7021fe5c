const DATABASE = 'liftbook';
const VERSION = 1;
const VALUES = 'values';

/**
 * What this browser keeps under `key`, or undefined. Only settings and the names of files live here,
 * never rows. A browser that refuses storage (a private window) is a browser that remembers nothing.
 */
export async function stored<T>(key: string): Promise<T | undefined> {
  try {
    return (await inStore('readonly', (values) => values.get(key))) as T | undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `value`, anything that can be cloned, under `key`; gives whether the browser took it. */
export async function store(key: string, value: unknown): Promise<boolean> {
  try {
    await inStore('readwrite', (values) => values.put(value, key));
    return true;
  } catch {
    return false;
  }
}

/** Everything that is kept under keys that start with `prefix`; nothing where storage is refused. */
export async function storedUnder<T>(prefix: string): Promise<readonly T[]> {
  try {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await inStore('readonly', (values) => values.getAll(range))) as readonly T[];
  } catch {
    return [];
  }
}

/** Forgets what is kept under `key`. */
export async function forget(key: string): Promise<void> {
  await inStore('readwrite', (values) => values.delete(key)).catch(() => {});
}

/** Forgets everything this browser keeps for Liftbook. */
export async function eraseStore(): Promise<void> {
  await inStore('readwrite', (values) => values.clear());
}

async function inStore(
  mode: IDBTransactionMode,
  act: (values: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open();
  try {
    // What was kept is on the disk when this resolves: it must survive a crash.
    const transaction = database.transaction(VALUES, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(VALUES));
    // The transaction decides, not the request: over quota it aborts after the request succeeded.
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(VALUES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
