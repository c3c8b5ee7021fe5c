import { type Interval, intervals } from '../../charts/intervals';
import { type StepBar, stepBars } from '../../charts/step-bars';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { CampaignGroup, CampaignResult, Share } from './result';

/** Who opened and acted, by how often they were contacted, and the effect against the hold-out. */
export function charts(result: CampaignResult, language: Language): Chart[] {
  const name = language.words.campaigns;
  const list = [
    uplift(result, language),
    response('groups', name.byGroup, result.groups, language),
    result.frequency.length > 1
      ? response('frequency', name.byFrequency, result.frequency, language)
      : null,
  ];
  return list.filter((chart) => chart !== null);
}

function uplift({ randomised }: CampaignResult, { words, numbers }: Language): Chart | null {
  const rows = (randomised?.comparisons ?? []).flatMap(({ arm, acted }): Interval[] => {
    if (acted.difference.estimate === null) return [];
    const { estimate: value, low, high } = acted.difference;
    const state = low > 0 ? words.better : high < 0 ? words.worse : words.unclear;
    return [{ label: arm, value, low, high, state }];
  });
  if (rows.length === 0) return null;
  const description = rows
    .map(({ label, value, low, high }) =>
      words.campaigns.upliftOf(
        label,
        numbers.pp(value),
        words.fromTo(numbers.pp(low), numbers.pp(high)),
      ),
    )
    .join(' ');
  const title = words.campaigns.randomised;
  const spec = intervals(rows, { axis: words.campaigns.actedUsers, description }, '+.1%');
  return { name: 'uplift', title, description, spec };
}

function response(
  name: string,
  title: string,
  groups: readonly CampaignGroup[],
  { words, numbers }: Language,
): Chart {
  const series = [words.campaigns.opened, words.campaigns.acted];
  const shares = ({ opened, acted }: CampaignGroup) => [opened, acted] as const;
  const bars = groups.flatMap((group) =>
    shares(group).flatMap((share, s) =>
      share === null || share.rate === null
        ? []
        : [bar(group.name ?? words.campaigns.everybody, series[s]!, share, numbers)],
    ),
  );
  const used = series.filter((each) => bars.some((one) => one.series === each));
  const description = bars
    .map(({ step, series: what, label }) => words.campaigns.shareOf(step, what, label))
    .join(' ');
  return {
    ...{ name, title, description },
    spec: stepBars(
      bars,
      { axis: words.campaigns.ofContacts, series: used, open: '', description },
      '.0%',
    ),
  };
}

function bar(step: string, series: string, share: Share, numbers: Language['numbers']): StepBar {
  const value = share.rate!;
  const label = numbers.pct(value, 1);
  return { step, series, value, low: share.low!, high: share.high!, openTo: value, label };
}
