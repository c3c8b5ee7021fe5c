/** Bytes in which the lines above the names of the columns are looked for. */
const NEAR = 65_536;

/**
 * The lines at the beginning of a delimited file that say where it is from: `# exported by …`. A line
 * that begins with `#` and names columns (`#user,event`, `#tag`) is none.
 */
export function commentLines(bytes: Uint8Array): { readonly size: number; readonly lines: number } {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, NEAR));
  const comment = /(?:\xef\xbb\xbf)?#(?: [^\r\n]*|[^\t;|,\r\n]* [^\t;|,\r\n]*|)(?:\r\n|\n|\r)/y;
  let size = 0;
  let lines = 0;
  while (comment.test(text)) {
    size = comment.lastIndex;
    ++lines;
  }
  return { size, lines };
}
