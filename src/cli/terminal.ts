/** Where the command line writes: results to `out`, everything else to `note`. */
export interface Terminal {
  out(text: string): void;
  note(text: string): void;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(`${text}\n`),
};
