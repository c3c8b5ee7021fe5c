import { type ChannelCredit, type ModelResult, NO_TOUCH } from './result';

/** Who gets most by one model. */
export interface Leader {
  readonly model: ModelResult;
  readonly channel: ChannelCredit;
  /** The runner-up; null where there is one channel only. */
  readonly next: ChannelCredit | null;
  /** First in at least 95 % of the replicates; null without replicates. */
  readonly isSure: boolean | null;
}

const SURE = 0.95;

/** The leaders by every model that ranks: participation counts conversions several times. */
export function leadersOf(models: readonly ModelResult[]): readonly Leader[] {
  return models
    .filter(({ kind }) => kind !== 'participation')
    .flatMap((model) => {
      const [channel, next = null] = touchedChannels(model).sort(
        (a, b) => b.conversions.estimate! - a.conversions.estimate!,
      );
      if (!channel || !(channel.conversions.estimate! > 0)) return [];
      const chance = channel.firstProbability;
      return [{ model, channel, next, isSure: chance === null ? null : chance >= SURE }];
    });
}

/** A model's channels without that of no touch. */
export function touchedChannels({ channels }: ModelResult): ChannelCredit[] {
  return channels.filter(({ channel }) => channel !== NO_TOUCH);
}
