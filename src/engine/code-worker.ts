import type { CodeRequest } from './code';
import { runCode } from './run-code';

/** A room for one run of a notebook's code. The port leads to the engine, which hears one answer and hangs up. */
addEventListener('message', ({ data, ports: [port] }) => {
  if (data !== 'port' || !port) return;
  port.onmessage = ({ data: request }: MessageEvent<CodeRequest>) => {
    port.onmessage = null;
    port.postMessage(runCode(request));
  };
});
