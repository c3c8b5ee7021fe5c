import type { CodeAnswer, CodeRequest } from './code';
import { runCode } from './run-code';

/** A room for one run of a notebook's code. The port leads to the engine, which hears one answer and hangs up. */
addEventListener('message', ({ data, ports: [port] }) => {
  if (data !== 'port' || !port) return;
  port.onmessage = ({ data: request }: MessageEvent<CodeRequest>) => {
    port.onmessage = null;
    try {
      port.postMessage(runCode(request));
    } catch {
      // The code has spoiled what its answer is made with.
      port.postMessage({ type: 'odd', found: '?' } satisfies CodeAnswer);
    }
  };
});
