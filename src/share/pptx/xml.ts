import { escaped } from '../escaped';

/** English metric units in a pixel: 1280 pixels are the 13⅓ inches of a wide slide. */
const EMU = 9_525;

/** Pixels as Office counts them. */
export function emu(pixels: number): number {
  return Math.round(pixels * EMU);
}

/** Text in XML: escaped, and without the characters that no XML may hold. */
export function xmlText(text: string): string {
  return escaped(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** A part of a package. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The names that parts of a presentation use. */
export const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that says what another part refers to: by id, the kind and the address of each. */
export function relationships(
  targets: readonly { readonly kind: string; readonly target: string }[],
): string {
  const each = targets.map(({ kind, target }, k) => {
    const type = kind.includes('/') ? kind : `${OFFICE}/${kind}`;
    return `<Relationship Id="rId${k + 1}" Type="${type}" Target="${target}"/>`;
  });
  return xmlPart(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`,
  );
}
