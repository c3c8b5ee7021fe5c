/** A file and all it imports as one classic script, as text: see `codeAsText` in `build/sandbox.ts`. */
declare module '*?code' {
  const text: string;
  export default text;
}

/** A file as a classic script whose `import()`s fetch what they name: see `build/split-script.ts`. */
declare module '*?split' {
  const text: string;
  export default text;
  /** The text of each part, by name. */
  export const parts: ReadonlyMap<string, () => Promise<{ readonly default: string }>>;
}
