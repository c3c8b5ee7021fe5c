/** What an axis of amounts is called, with the unit where one is known: `Value, EUR`. */
export function axisTitle(name: string, unit: string | null): string {
  return unit === null ? name : `${name}, ${unit}`;
}
