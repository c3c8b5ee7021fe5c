import { type Json, type JsonObject, isObject } from '../base/json';
import type { Language } from '../locale/language';
import { choiceTitle, fieldTitle } from './form-title';

/** One setting as it is read: what it is called, and its value. */
export interface SettingLine {
  readonly title: string;
  readonly text: string;
  /** It is what the analysis takes where nothing is said. */
  readonly isDefault: boolean;
}

/** Keys whose values are names out of the data or of the author; they may look like words of ours. */
const NAMES = [
  ...['name', 'control', 'source', 'event', 'variant', 'value', 'owner', 'ticket'],
  ...['channel', 'direct', 'costs'],
];

/** The choices that are called by the `input` of their field, by the key of the setting. */
const CHOICES: Readonly<Record<string, string>> = {
  models: 'attributionModel',
  conversions: 'conversionsCounted',
  path: 'pathTransform',
  twoTouch: 'twoTouch',
  order: 'stepOrder',
  entry: 'entry',
  count: 'countOfWhat',
  rule: 'exclusionRule',
  breakdownBy: 'breakdownBy',
  cohorts: 'cohortKind',
  mode: 'returnMode',
  windows: 'returnWindows',
  overall: 'overallRow',
  monetary: 'monetary',
};

/** The settings of an analysis in the reader's words, one line each; every metric has its own. */
export function settingLines(
  params: JsonObject,
  defaults: JsonObject,
  language: Language,
): readonly SettingLine[] {
  return Object.entries(params).flatMap(([key, value]): readonly SettingLine[] => {
    if (key === 'kind' || isUnset(value)) return [];
    const title = fieldTitle(key, {}, language);
    const line = (title: string, part: Json) => ({
      title,
      text: settingText(key, part, language),
      isDefault: JSON.stringify(part) === JSON.stringify(defaults[key]),
    });
    if (key !== 'metrics' || !Array.isArray(value)) return [line(title, value)];
    return value.map((metric, i) => line(`${title} ${i + 1}`, metric));
  });
}

function settingText(key: string, value: Json, language: Language): string {
  if (Array.isArray(value)) {
    return value.map((each) => settingText(key, each, language)).join(', ');
  }
  if (!isObject(value)) {
    return NAMES.includes(key) ? String(value) : choiceTitle(value, language, CHOICES[key]);
  }
  const set = Object.entries(value).filter(([, part]) => !isUnset(part));
  if (key === 'split') return splitText(set, language);
  const parts = set.map(([name, part]) => {
    const text = settingText(name, part, language);
    return `${fieldTitle(name, {}, language)}: ${isObject(part) ? `(${text})` : text}`;
  });
  return parts.join(' · ');
}

/** Shares of a split as parts of all of them: they may be given as ratios. */
function splitText(shares: readonly (readonly [string, Json])[], { numbers }: Language): string {
  const all = shares.reduce((sum, [, share]) => sum + Number(share), 0);
  return shares.map(([arm, share]) => `${arm} ${numbers.pct(Number(share) / all, 1)}`).join(', ');
}

function isUnset(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
