import type { VersionReason } from '../locale/version-reason';
import { forget, store, storedUnder } from './store';

/** A notebook as it once was. */
export interface Version {
  readonly key: string;
  readonly path: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
  readonly why: VersionReason;
}

const PREFIX = 'version:';
const NEWEST = 20;
const DAYS = 14;
const DAY = 86_400_000;

/** The versions that this browser keeps of the notebooks called `path`, newest first. */
export async function versionsOf(path: string): Promise<readonly Version[]> {
  const kept = await storedUnder<Version>(prefixOf(path));
  return [...kept].sort((a, b) => b.at - a.at);
}

/**
 * Keeps a version; the same text as the newest is not kept twice. Older ones are dropped only when it
 * is on the disk: the newest twenty stay, and the last of each day for two weeks. Gives whether the
 * browser took it.
 */
export async function keepVersion(version: Omit<Version, 'key'>): Promise<boolean> {
  const before = await versionsOf(version.path);
  if (before[0]?.text === version.text) return true;
  const key = `${prefixOf(version.path)}${String(version.at).padStart(15, '0')}-${crypto.randomUUID()}`;
  if (!(await store(key, { ...version, key }))) return false;
  for (const old of outdated(before, version.at)) await forget(old.key);
  return true;
}

/** Those that need not be kept beside a version of `now`; `versions` newest first. */
export function outdated(versions: readonly Version[], now: number): readonly Version[] {
  const days = new Set<number>();
  return versions.filter(({ at }, index) => {
    const day = Math.floor(at / DAY);
    const isLastOfDay = !days.has(day);
    days.add(day);
    if (index < NEWEST - 1) return false;
    return !isLastOfDay || now - at > DAYS * DAY;
  });
}

function prefixOf(path: string): string {
  return `${PREFIX}${encodeURIComponent(path)}:`;
}
