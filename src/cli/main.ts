import { commandLine } from './command-line';
import { processTerminal } from './terminal';

// Whoever reads our output may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await commandLine(process.argv.slice(2), processTerminal);
