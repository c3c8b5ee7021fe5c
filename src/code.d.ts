/** A file and all it imports as one classic script, as text: see `codeAsText` in `build/sandbox.ts`. */
declare module '*?code' {
  const text: string;
  export default text;
}
