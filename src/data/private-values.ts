/** What kind of personal data a column seems to hold. */
export type Identifier = 'email' | 'phone' | 'ip';

const SHAPES: Readonly<Record<Identifier, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/,
  // A plain run of digits is more often an id than a phone number.
  phone: /^(?=(?:\D*\d){7,15}\D*$)(?=.*[+\s().-])\+?[\d\s().-]+$/,
  ip: /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[0-9a-f:]{3,39})$/i,
};
const SAMPLE = 200;
const MOST = 0.8;

/** The identifier that most of the texts look like, by their content; null when they look like none. */
export function identifierIn(texts: readonly string[]): Identifier | null {
  const sample = texts.slice(0, SAMPLE);
  if (sample.length === 0) return null;
  for (const [identifier, shape] of Object.entries(SHAPES) as [Identifier, RegExp][]) {
    const count = sample.filter((text) => shape.test(text.trim())).length;
    if (count >= sample.length * MOST) return identifier;
  }
  return null;
}
