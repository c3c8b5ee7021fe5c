import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { Column } from './dataset';
import { exampleOf } from './example-of';

/** Arithmetic over the columns of a row, in postfix order: operands before what joins them. */
export type Formula = readonly Step[];

type Step =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'negate' }
  | { readonly kind: Operator };

type Operator = '+' | '-' | '*' | '/';

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([\p{L}_$][\p{L}\p{N}_$.]*)|"([^"]*)"|([-+*/()]))/iuy;
/** A formula this deep was not written by hand. */
const DEEPEST = 100;

/**
 * Reads `quantity * price`, `(revenue - "shipping costs") / 1.19`, `-amount`: numbers, names of
 * columns (in double quotes where they are not one word), `+ - * /` and parentheses.
 *
 * @throws {Problem} `bad-formula` with the character where it goes wrong
 */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  const steps: Step[] = [];
  let at = 0;
  let depth = 0;
  sum();
  if (at < tokens.length) throw wrong(text, tokens[at]);
  return steps;

  function sum(): void {
    if (++depth > DEEPEST) throw wrong(text, tokens[at]);
    product();
    for (let sign = tokens[at]?.sign; sign === '+' || sign === '-'; sign = tokens[at]?.sign) {
      ++at;
      product();
      steps.push({ kind: sign });
    }
    --depth;
  }

  function product(): void {
    factor();
    for (let sign = tokens[at]?.sign; sign === '*' || sign === '/'; sign = tokens[at]?.sign) {
      ++at;
      factor();
      steps.push({ kind: sign });
    }
  }

  function factor(): void {
    const token = tokens[at++];
    if (token?.step) {
      steps.push(token.step);
    } else if (token?.sign === '(') {
      sum();
      if (tokens[at++]?.sign !== ')') throw wrong(text, tokens[at - 1]);
    } else if (token?.sign === '-' && ++depth <= DEEPEST) {
      factor();
      --depth;
      steps.push({ kind: 'negate' });
    } else throw wrong(text, token);
  }
}

interface Token {
  readonly start: number;
  readonly step?: Step;
  readonly sign?: string;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = 0; text.slice(start).trim() !== '';) {
    TOKEN.lastIndex = start;
    const match = TOKEN.exec(text);
    if (!match) throw wrong(text, { start: start + text.slice(start).search(/\S/) });
    const [, number, word, quoted, sign] = match;
    const name = word ?? quoted;
    if (number !== undefined)
      tokens.push({ start, step: { kind: 'number', value: Number(number) } });
    else if (name !== undefined) tokens.push({ start, step: { kind: 'column', name } });
    else tokens.push({ start, sign: sign! });
    start = TOKEN.lastIndex;
  }
  return tokens;
}

/** `token` is undefined where the formula ends too soon. */
function wrong(text: string, token: Token | undefined): Problem {
  const found = token && text.slice(token.start).trimStart().slice(0, 12);
  return new Problem('bad-formula', { formula: text, found: found ?? null });
}

const BLOCK = 4096;

/**
 * The formula's value in each row: NaN where a column it needs is missing, and where a division has no
 * finite result. Times count in milliseconds, flags as 0 and 1.
 *
 * @throws {Problem} `not-in-data`, `wrong-type` for a column of texts
 */
export function formulaValues(
  formula: Formula,
  columns: readonly Column[],
  rows: number,
): Float64Array {
  const operands = formula.map((step) =>
    step.kind === 'column' ? numbersOf(step.name, columns) : null,
  );
  const values = new Float64Array(rows);
  const stack = formula.map(() => new Float64Array(BLOCK));
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    let top = -1;
    for (let k = 0; k < formula.length; ++k) {
      const step = formula[k]!;
      if (step.kind === 'number') stack[++top]!.fill(step.value);
      else if (step.kind === 'column') load(stack[++top]!, operands[k]!, from, size);
      else if (step.kind === 'negate') negate(stack[top]!, size);
      else {
        --top;
        join(stack[top]!, stack[top + 1]!, step.kind, size);
      }
    }
    const result = stack[0]!;
    for (let i = 0; i < size; ++i)
      values[from + i] = Number.isFinite(result[i]!) ? result[i]! : NaN;
  }
  return values;
}

function numbersOf(name: string, columns: readonly Column[]): Float64Array | Int8Array {
  const known = columns.map((column) => column.name);
  const found = columns[known.indexOf(name)];
  if (!found) {
    throw new Problem('not-in-data', { what: 'column', name, known, near: nearest(name, known) });
  }
  if (found.kind !== 'text') return found.values;
  const args = { name, expected: 'number', found: found.kind, example: exampleOf(found) };
  throw new Problem('wrong-type', args);
}

function load(
  into: Float64Array,
  values: Float64Array | Int8Array,
  from: number,
  size: number,
): void {
  const isFlag = values instanceof Int8Array;
  for (let i = 0; i < size; ++i) {
    const value = values[from + i]!;
    into[i] = isFlag && value < 0 ? NaN : value;
  }
}

function negate(values: Float64Array, size: number): void {
  for (let i = 0; i < size; ++i) values[i] = -values[i]!;
}

function join(a: Float64Array, b: Float64Array, operator: Operator, size: number): void {
  switch (operator) {
    case '+':
      for (let i = 0; i < size; ++i) a[i] = a[i]! + b[i]!;
      break;
    case '-':
      for (let i = 0; i < size; ++i) a[i] = a[i]! - b[i]!;
      break;
    case '*':
      for (let i = 0; i < size; ++i) a[i] = a[i]! * b[i]!;
      break;
    case '/':
      for (let i = 0; i < size; ++i) a[i] = a[i]! / b[i]!;
  }
}
