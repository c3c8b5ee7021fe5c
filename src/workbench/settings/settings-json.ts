import { type Json, isObject } from '../../base/json';
import { nearest } from '../../base/nearest';
import { type Place, Problem } from '../../base/problem';
import { timeZone } from '../../base/time-zone';
import { LOCALES, type Locale } from '../../locale/language';
import { formatJson } from '../../notebook/json-format';
import { jsonTree } from '../../notebook/json-node';
import { type JsonSource, parseJson, placeOf } from '../../notebook/json-source';
import { THEMES, type Theme } from '../../platform/preferences';
import { type ChosenKeys, isKeys } from '../configured-keys';

/** What can be set, in the form and as JSON. */
export interface Settings {
  readonly theme: Theme;
  readonly language: Locale;
  /** Of new notebooks and of files read for the first time; null is the machine's. */
  readonly timezone: string | null;
  readonly keys: ChosenKeys;
}

const NAMES = ['theme', 'language', 'timezone', 'keys'];

export function settingsText(settings: Settings): string {
  return formatJson(jsonTree(settings as unknown as Json));
}

/**
 * The settings that `text` says; what it does not say is as in `now`.
 *
 * @param commands  ids of the commands that may have keys
 * @throws {Problem} what is wrong with the JSON; `unknown-key`, `not-one-of`, `unknown-timezone` or
 *   `wrong-value`, with the place
 */
export function readSettings(text: string, now: Settings, commands: readonly string[]): Settings {
  const source = parseJson(text, { line: 1 });
  const { value } = source;
  if (!isObject(value)) throw new Problem('json-not-object', { found: text.trim().slice(0, 30) });
  for (const name of Object.keys(value)) checkName(name, NAMES, placeOf(source, [name], 'key'));
  return {
    theme: oneOf(value['theme'], now.theme, THEMES, 'theme', source),
    language: oneOf(value['language'], now.language, LOCALES, 'language', source),
    timezone: zoneOf(value['timezone'], source),
    keys: keysOf(value['keys'], commands, source),
  };
}

function checkName(name: string, known: readonly string[], at: Place): void {
  if (known.includes(name)) return;
  throw new Problem('unknown-key', { name, known, near: nearest(name, known) }, at);
}

function oneOf<Value extends string>(
  value: Json | undefined,
  now: Value,
  known: readonly Value[],
  name: string,
  source: JsonSource,
): Value {
  if (value === undefined) return now;
  const found = known.find((each) => each === value);
  if (found) return found;
  const args = { name, found: JSON.stringify(value), known, near: nearest(String(value), known) };
  throw new Problem('not-one-of', args, placeOf(source, [name]));
}

function zoneOf(value: Json | undefined, source: JsonSource): string | null {
  if (value === undefined || value === null) return null;
  try {
    timeZone(String(value));
    return String(value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.args, placeOf(source, ['timezone']));
  }
}

function keysOf(
  value: Json | undefined,
  commands: readonly string[],
  source: JsonSource,
): ChosenKeys {
  if (value === undefined) return {};
  const wrong = (path: readonly (string | number)[], found: Json, name: string): Problem => {
    const args = { name, found: JSON.stringify(found), expected: ['array'] };
    return new Problem('wrong-value', args, placeOf(source, path));
  };
  if (!isObject(value)) throw wrong(['keys'], value, 'keys');
  for (const [id, list] of Object.entries(value)) {
    checkName(id, commands, placeOf(source, ['keys', id], 'key'));
    const isList =
      Array.isArray(list) && list.every((each) => typeof each === 'string' && isKeys(each));
    if (!isList) throw wrong(['keys', id], list, id);
  }
  return value as unknown as ChosenKeys;
}
