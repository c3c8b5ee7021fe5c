import { parentPort } from 'node:worker_threads';
import type { CodeRequest } from './code';
import { runCode } from './run-code';

parentPort?.on('message', (request: CodeRequest) => parentPort?.postMessage(runCode(request)));
