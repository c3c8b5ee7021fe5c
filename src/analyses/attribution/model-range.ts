import { touchedChannels } from './leaders';
import type { ModelResult } from './result';

/** How far models are apart on one channel. */
export interface ModelRange {
  readonly channel: string;
  readonly low: number;
  readonly lowModel: string;
  readonly high: number;
  readonly highModel: string;
}

/** For each channel the models that give it least and most, in the order of the result. */
export function modelRanges(models: readonly ModelResult[]): readonly ModelRange[] {
  const compared = models.filter(({ kind }) => kind !== 'participation');
  const [first] = compared;
  if (!first) return [];
  return touchedChannels(first).map(({ channel }) => {
    const credits = compared.map(({ name, channels }) => ({
      name,
      credit: channels.find((each) => each.channel === channel)!.conversions.estimate!,
    }));
    const least = credits.reduce((a, b) => (b.credit < a.credit ? b : a));
    const most = credits.reduce((a, b) => (b.credit > a.credit ? b : a));
    return {
      channel,
      low: least.credit,
      lowModel: least.name,
      high: most.credit,
      highModel: most.name,
    };
  });
}
