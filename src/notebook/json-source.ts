import type { Json } from '../base/json';
import { type Place, Problem, type ProblemArgs, type ProblemCode } from '../base/problem';
import { type JsonMember, type JsonNode, jsonValue } from './json-node';
import { type Path, formatPath } from './path';

/** Deeper nesting is refused: no notebook needs it, and it would exhaust the stack. */
const DEEPEST = 100;

const SPACE = /[ \t\r\n]*/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
/** What is taken for a number, so that `01` and `1.` are refused as a whole. */
const NUMBER_LIKE = /[-+.\w]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
/** What an error quotes. */
const TOKEN = /"[^"\r\n]{0,30}"?|[-+.\p{ID_Continue}$]{1,30}|[^]/uy;

/** A strict JSON text that was read, with where everything in it stands. */
export interface JsonSource {
  readonly text: string;
  readonly root: JsonNode;
  readonly value: Json;
  /** Where the text comes from; `line` is the file's line of its first character. */
  readonly at: Place;
}

interface Scan {
  readonly text: string;
  readonly at: Place;
  index: number;
}

/**
 * Reads strict JSON: no comments, no trailing commas, no key twice. `at` says where `text` comes from.
 *
 * @throws {Problem} `json-unexpected`, `json-comment`, `json-trailing-comma`, `json-quotes`,
 *   `json-number`, `json-escape`, `json-control`, `json-unclosed-text`, `json-duplicate-key` or
 *   `json-too-deep`, with the line and column of what was found
 */
export function parseJson(text: string, at: Place = {}): JsonSource {
  const scan: Scan = { text, at, index: 0 };
  skipSpace(scan);
  const root = readValue(scan, 0);
  skipSpace(scan);
  if (scan.index < text.length) fail(scan, 'json-unexpected', { expected: 'end' });
  return { text, root, value: jsonValue(root), at };
}

/**
 * Where the part of `source` at `path` stands, or its key with `part` `key`. What is not there is
 * placed at the innermost object or list around it, so a problem inside a value that stands for a
 * `$ref` points at the ref.
 */
export function placeOf(source: JsonSource, path: Path, part: 'key' | 'value' = 'value'): Place {
  let node = source.root;
  let start = node.start;
  for (const segment of path) {
    const member = memberAt(node, segment);
    if (member === undefined) break;
    node = 'keySpan' in member ? member.value : member;
    start = part === 'key' && 'keySpan' in member ? member.keySpan.start : node.start;
  }
  return { ...placeAt(source, start), path: formatPath(path) };
}

/** Where the character `offset` of a text stands, given where its first character does. */
export function placeAt({ text, at }: Pick<JsonSource, 'text' | 'at'>, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lines = lineStart === 0 ? 0 : before.split('\n').length - 1;
  return { ...at, line: (at.line ?? 1) + lines, column: offset - lineStart + 1 };
}

function memberAt(node: JsonNode, segment: string | number): JsonMember | JsonNode | undefined {
  if (node.kind === 'array') return node.items[Number(segment)];
  if (node.kind === 'object') return node.members.find(({ key }) => key === String(segment));
  return undefined;
}

function readValue(scan: Scan, depth: number): JsonNode {
  if (depth > DEEPEST) fail(scan, 'json-too-deep', { limit: DEEPEST });
  const start = scan.index;
  const first = scan.text[start] ?? '';
  if (first === '{') return readObject(scan, depth);
  if (first === '[') return readArray(scan, depth);
  if (first === '"') return { kind: 'scalar', value: readText(scan), start, end: scan.index };
  if (/[-+.\d]/.test(first)) {
    return { kind: 'scalar', value: readNumber(scan), start, end: scan.index };
  }
  return { kind: 'scalar', value: readWord(scan), start, end: scan.index };
}

function readObject(scan: Scan, depth: number): JsonNode {
  const start = scan.index++;
  const members: JsonMember[] = [];
  const keys = new Set<string>();
  skipSpace(scan);
  if (!takeMark(scan, '}')) {
    do {
      const member = readMember(scan, depth, members.length > 0);
      if (keys.has(member.key)) {
        scan.index = member.keySpan.start;
        fail(scan, 'json-duplicate-key', { name: member.key });
      }
      keys.add(member.key);
      members.push(member);
    } while (takeMark(scan, ','));
    if (!takeMark(scan, '}')) fail(scan, 'json-unexpected', { expected: 'comma-or-brace' });
  }
  return { kind: 'object', members, start, end: scan.index };
}

function readMember(scan: Scan, depth: number, follows: boolean): JsonMember {
  skipSpace(scan);
  const start = scan.index;
  if (scan.text[start] !== '"') {
    if (follows && scan.text[start] === '}') fail(scan, 'json-trailing-comma');
    if (/['\p{ID_Start}$_]/u.test(scan.text[start] ?? '')) fail(scan, 'json-quotes');
    fail(scan, 'json-unexpected', { expected: 'name' });
  }
  const key = readText(scan);
  const keySpan = { start, end: scan.index };
  skipSpace(scan);
  if (!takeMark(scan, ':')) fail(scan, 'json-unexpected', { expected: 'colon' });
  skipSpace(scan);
  const value = readValue(scan, depth + 1);
  skipSpace(scan);
  return { key, keySpan, value };
}

function readArray(scan: Scan, depth: number): JsonNode {
  const start = scan.index++;
  const items: JsonNode[] = [];
  skipSpace(scan);
  if (!takeMark(scan, ']')) {
    do {
      skipSpace(scan);
      if (items.length > 0 && scan.text[scan.index] === ']') fail(scan, 'json-trailing-comma');
      items.push(readValue(scan, depth + 1));
      skipSpace(scan);
    } while (takeMark(scan, ','));
    if (!takeMark(scan, ']')) fail(scan, 'json-unexpected', { expected: 'comma-or-bracket' });
  }
  return { kind: 'array', items, start, end: scan.index };
}

function readText(scan: Scan): string {
  const start = scan.index++;
  for (;;) {
    take(scan, PLAIN_TEXT);
    const stop = scan.text[scan.index];
    if (stop === '"') {
      ++scan.index;
      return JSON.parse(scan.text.slice(start, scan.index)) as string;
    }
    if (stop === undefined || stop === '\n' || stop === '\r') {
      scan.index = start;
      fail(scan, 'json-unclosed-text');
    }
    if (stop !== '\\') fail(scan, 'json-control');
    if (!take(scan, ESCAPE)) {
      fail(scan, 'json-escape', { found: scan.text.slice(scan.index, scan.index + 2) });
    }
  }
}

function readNumber(scan: Scan): number {
  const start = scan.index;
  take(scan, NUMBER_LIKE);
  const written = scan.text.slice(start, scan.index);
  const value = Number(written);
  if (NUMBER.test(written) && Number.isFinite(value)) return value;
  scan.index = start;
  fail(scan, 'json-number', { found: written });
}

function readWord(scan: Scan): boolean | null {
  const start = scan.index;
  take(scan, WORD);
  const word = scan.text.slice(start, scan.index);
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  scan.index = start;
  if (word === 'NaN' || word === 'Infinity') fail(scan, 'json-number', { found: word });
  if (word !== '' || scan.text[start] === "'") fail(scan, 'json-quotes');
  fail(scan, 'json-unexpected', { expected: 'value' });
}

function skipSpace(scan: Scan): void {
  take(scan, SPACE);
  if (scan.text[scan.index] !== '/') return;
  if (/[/*]/.test(scan.text[scan.index + 1] ?? '')) fail(scan, 'json-comment');
}

/** Goes past what `pattern`, which is sticky, matches here; false where it does not match. */
function take(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.index;
  if (!pattern.test(scan.text)) return false;
  scan.index = pattern.lastIndex;
  return true;
}

function takeMark(scan: Scan, character: string): boolean {
  if (scan.text[scan.index] !== character) return false;
  ++scan.index;
  return true;
}

function fail(scan: Scan, code: ProblemCode, args: ProblemArgs = {}): never {
  throw new Problem(code, { found: found(scan), ...args }, placeAt(scan, scan.index));
}

/** What stands at the scan's place, short enough for a sentence; empty at the end of the text. */
function found(scan: Scan): string {
  TOKEN.lastIndex = scan.index;
  const token = TOKEN.exec(scan.text)?.[0] ?? '';
  return /^[\p{C}\p{Z}]$/u.test(token) ? codePoint(token) : token;
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
