/** Would a style read an address in `text`, also when it is written with CSS escapes? */
export function isStyleAddress(text: string): boolean {
  const plain = text
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => character(hex))
    .replace(/\\(.)/g, '$1');
  return /(url|image|image-set|src|element)\s*\(/i.test(plain);
}

function character(hex: string): string {
  const code = parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
