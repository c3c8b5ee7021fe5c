import type { Language } from '../locale/language';
import { proseParts } from '../notebook/prose-values';
import type { Session } from '../session/session';
import { liveValues } from './live-values';

/** The Markdown of a prose cell with the present values in the place of `{{ … }}`. */
export function proseText(
  body: string,
  valueOf: Session['value'],
  language: Language,
  zone: string,
): string {
  const { parts } = proseParts(body);
  const shown = liveValues(
    parts.filter((part) => part.kind === 'value'),
    valueOf,
    language,
    zone,
  );
  let next = 0;
  return parts
    .map(({ kind, start, end }) => (kind === 'text' ? body.slice(start, end) : shown[next++]!.text))
    .join('');
}
