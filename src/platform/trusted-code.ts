import { store, stored } from './store';

const KEY = 'trusted-code';
const KEPT = 500;

/** Whether the reader has allowed the code of that fingerprint to run in this browser. No file can say so of itself. */
export async function isTrustedCode(fingerprint: string): Promise<boolean> {
  return (await trusted()).includes(fingerprint);
}

/** Remembers that the reader allows the code of that fingerprint; those allowed long ago are forgotten. */
export async function trustCode(fingerprint: string): Promise<void> {
  const others = (await trusted()).filter((each) => each !== fingerprint);
  await store(KEY, [fingerprint, ...others].slice(0, KEPT));
}

async function trusted(): Promise<readonly string[]> {
  return (await stored<readonly string[]>(KEY)) ?? [];
}
