/** Where the command line writes. */
export interface Terminal {
  /** What was asked for. */
  out(text: string): void;
  /** A line beside it. */
  note(line: string): void;
  /** How far the work is: replaces what it said before; empty says no more. */
  progress(text: string): void;
}

const { stdout, stderr } = process;

export const processTerminal: Terminal = {
  out: (text) => void stdout.write(text),
  note: (line) => void stderr.write(`${line}\n`),
  progress: (text) => {
    // In a log file the same line over and over would help nobody.
    if (stderr.isTTY) stderr.write(`\r\u001b[K${text}`);
  },
};
