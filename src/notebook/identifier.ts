/** Words that cannot name a value in a transform cell: JavaScript's own, and the two names of Arquero. */
const RESERVED = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false
   finally for function if import in instanceof new null return super switch this throw true try
   typeof var void while with let static yield await implements interface package private protected
   public arguments eval undefined NaN Infinity __proto__ aq op`.split(/\s+/),
);

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Whether `name` has the shape of a JavaScript identifier; it may still be reserved. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * An identifier as near to `name` as can be that is neither reserved nor among `taken`: `my-cell` gives
 * `my_cell`, then `my_cell2`.
 *
 * @param tried  how far the numbers behind each stem are known to be taken: who names many cells keeps
 *   it, so that ten thousand of one name do not count to ten thousand each
 */
export function freeIdentifier(
  name: string,
  taken: ReadonlySet<string>,
  tried = new Map<string, number>(),
): string {
  const cleaned = name.replace(/[^\p{ID_Continue}$]+/gu, '_').replace(/^_+(?=.)|_+$/gu, '');
  const base = isIdentifier(cleaned) ? cleaned : `_${cleaned}`;
  const isFree = (id: string): boolean => !taken.has(id) && !isReserved(id);
  if (isFree(base)) return base;
  const stem = base.replace(/\d+$/, '') || base;
  let count = tried.get(stem) ?? 2;
  while (!isFree(`${stem}${count}`)) ++count;
  tried.set(stem, count);
  return `${stem}${count}`;
}
