type Mark = '.' | ',';

const CURRENCY = '[$€£¥₹₩₽₺₪฿]|(?:[A-Z]{3})|kr|zł';
const BEFORE = new RegExp(`^(?:${CURRENCY})\\s*`, 'u');
const AFTER = new RegExp(`\\s*(?:${CURRENCY})$`, 'u');
/** Groups of three, or no groups; no leading zero before other digits. */
const WITH: Readonly<Record<Mark, RegExp>> = {
  '.': /^(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,14})(?:\.\d{1,15})?$/,
  ',': /^(?:[1-9]\d{0,2}(?:[.\s\u00a0\u202f'’]\d{3})+|0|[1-9]\d{0,14})(?:,\d{1,15})?$/,
};

/**
 * The number of a text with thousands separators, a decimal comma or a currency, such as
 * `337,300.00`, `€ 12.50`, `-1.234,5` or `(12.00)` (negative, in accounts); NaN when `decimal` as its decimal
 * mark does not allow it.
 */
export function separatedNumber(text: string, decimal: Mark): number {
  let body = text.trim();
  let sign = 1;
  if (/^\(.*\)$/.test(body)) {
    sign = -1;
    body = body.slice(1, -1).trim();
  }
  if (/^[-−]/.test(body)) {
    sign = -sign;
    body = body.slice(1).trim();
  }
  body = body.replace(BEFORE, '').replace(AFTER, '');
  if (/^[-−]/.test(body)) {
    sign = -sign;
    body = body.slice(1);
  }
  if (!WITH[decimal].test(body)) return NaN;
  const [whole, fraction] = body.split(decimal);
  return sign * Number(`${whole!.replace(/\D/g, '')}.${fraction ?? '0'}`);
}
