import { Problem } from '../base/problem';
import type { Failure } from './protocol';

/** An error as data that can cross to the page. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Problem) return { type: 'problem', problem: error.toJSON() };
  if (isAbort(error)) return { type: 'aborted' };
  if (error instanceof Error) {
    return { type: 'bug', message: error.message, stack: error.stack ?? '' };
  }
  return { type: 'bug', message: String(error), stack: '' };
}

/** The error that `failure` was, with the stack it had where it was thrown. */
export function errorOf(failure: Failure): Error {
  switch (failure.type) {
    case 'problem': {
      const { code, args, at } = failure.problem;
      return new Problem(code, args, at);
    }
    case 'aborted':
      return new DOMException('The work was cancelled.', 'AbortError');
    case 'bug': {
      const error = new Error(failure.message);
      error.stack = failure.stack;
      return error;
    }
  }
}

/** Whether `error` says that the reader cancelled, which is no failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
