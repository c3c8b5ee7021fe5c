import type { Json } from '../base/json';
import type { ProblemData } from '../base/problem';
import type { Engine, Progress, SourceRequest } from './engine';

/**
 * A file on its way to the worker. A Blob goes along as a handle; where the worker may not read it
 * (WebKit's opaque origin), and for any other source of bytes, the worker asks the page for slices.
 */
export interface SentFile {
  /** The page's number of this file; one number is one file for the life of a worker. */
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly blob: Blob | null;
}

/** A source as it is sent: its files by handle or by number. */
export type SentSource = Omit<SourceRequest, 'files'> & { readonly files: readonly SentFile[] };

/** A method of `Engine` with its arguments; progress and the signal travel as messages of their own. */
export type Call = {
  [Method in keyof Engine]: { readonly method: Method; readonly args: ArgsOf<Method> };
}[keyof Engine];

export type ArgsOf<Method extends keyof Engine> = Sent<Parameters<Engine[Method]>>;

/** What a method of the engine gives in the end. */
export type AnswerOf<Method extends keyof Engine> = Awaited<ReturnType<Engine[Method]>>;

type Sent<Args extends readonly unknown[]> = Args extends [infer First, Progress, AbortSignal]
  ? readonly [First extends SourceRequest ? SentSource : First]
  : Readonly<Args>;

/** Page → worker: with `Reply`, the whole conversation. */
export type Request =
  | { readonly type: 'call'; readonly id: number; readonly call: Call }
  | { readonly type: 'cancel'; readonly id: number }
  /** Answers `read`; null where the page could not read the file either. */
  | { readonly type: 'bytes'; readonly id: number; readonly bytes: ArrayBuffer | null }
  /** Answers `room` with the port that leads into it; null where the page could not open one. */
  | { readonly type: 'room'; readonly id: number; readonly port: MessagePort | null }
  /** Answers `part` with the text of its code; null where the page could not fetch it. */
  | { readonly type: 'part'; readonly part: string; readonly code: string | null };

/** Worker → page. */
export type Reply =
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'read';
      readonly id: number;
      readonly file: number;
      readonly from: number;
      readonly to: number;
    }
  /** Wants the text of a part of the engine's code. */
  | { readonly type: 'part'; readonly part: string }
  /** Wants a worker for one run of a notebook's code, and lets it go. */
  | { readonly type: 'room'; readonly id: number }
  | { readonly type: 'leave'; readonly id: number };

/** Why a call failed: the reader's problem, the reader's wish, or our mistake. */
export type Failure =
  | { readonly type: 'problem'; readonly problem: ProblemData }
  | { readonly type: 'aborted' }
  | { readonly type: 'bug'; readonly message: string; readonly stack: string };

/** The reply that came over a port, or null when it is none: what comes out of the sandbox is looked at first. */
export function replyOf(data: unknown): Reply | null {
  if (typeof data !== 'object' || data === null) return null;
  const reply = data as Partial<Record<string, unknown>>;
  const numbers = (...keys: string[]): boolean => keys.every((key) => Number.isFinite(reply[key]));
  switch (reply['type']) {
    case 'done':
      return numbers('id') && 'value' in reply ? (data as Reply) : null;
    case 'failed':
      return numbers('id') && isFailure(reply['failure']) ? (data as Reply) : null;
    case 'progress':
      return numbers('id', 'done', 'total') ? (data as Reply) : null;
    case 'read':
      return numbers('id', 'file', 'from', 'to') ? (data as Reply) : null;
    case 'room':
    case 'leave':
      return numbers('id') ? (data as Reply) : null;
    case 'part':
      return typeof reply['part'] === 'string' ? (data as Reply) : null;
    default:
      return null;
  }
}

function isFailure(value: unknown): value is Failure {
  if (typeof value !== 'object' || value === null) return false;
  const failure = value as Partial<Record<string, unknown>>;
  switch (failure['type']) {
    case 'problem':
      return typeof (failure['problem'] as { code?: Json } | null)?.code === 'string';
    case 'aborted':
      return true;
    case 'bug':
      return typeof failure['message'] === 'string' && typeof failure['stack'] === 'string';
    default:
      return false;
  }
}
