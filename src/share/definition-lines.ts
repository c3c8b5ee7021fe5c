import { type Json, type JsonObject, isObject } from '../base/json';
import type { Language } from '../locale/language';
import { settingLines } from './setting-lines';

/** A defined metric as it is read: its name, and its settings in the reader's words. */
export interface DefinitionLine {
  readonly name: string;
  readonly text: string;
}

/** The metrics of a `definitions` cell, in their order. */
export function definitionLines(
  { metrics }: JsonObject,
  language: Language,
): readonly DefinitionLine[] {
  if (!isObject(metrics)) return [];
  return Object.entries(metrics).map(([name, metric]) => ({
    name,
    text: textOf(metric, name, language),
  }));
}

function textOf(metric: Json, key: string, language: Language): string {
  if (!isObject(metric)) return '';
  const { name = key, ...settings } = metric;
  const shown = name === key ? settings : metric;
  return settingLines({ metrics: [shown] }, {}, language)[0]?.text ?? '';
}
