import { expressionInterpreter } from 'vega-interpreter';
import { boundedFunctions } from './bounded-functions';
import { tamePattern } from './tame-pattern';

/** A node of a parsed Vega expression, as the interpreter walks it. */
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

interface Expression {
  readonly ast: Node;
}

interface Context {
  readonly functions: Readonly<Record<string, unknown>>;
}

/** Names our guards among the functions an expression may call; no expression can spell a space. */
const READ = 'guarded read';

/**
 * Vega's expression interpreter with every property read through a guard. An expression sees data
 * and drawn items, but neither the page (elements, windows, events) nor a function it could hand
 * to another one; an event is a copy of its plain fields.
 */
export const guardedExpressions: typeof expressionInterpreter = {
  operator: (context: Context, expression: Expression) =>
    expressionInterpreter.operator(guardedContext(context), guardedExpression(expression)),

  parameter: (context: Context, expression: Expression) =>
    expressionInterpreter.parameter(guardedContext(context), guardedExpression(expression)),

  event: (context: Context, expression: Expression) => {
    const run = expressionInterpreter.event(guardedContext(context), guardedExpression(expression));
    return (event: Event) => run(plainEvent(event));
  },

  handler: (context: Context, expression: Expression) => {
    const run = expressionInterpreter.handler(
      guardedContext(context),
      guardedExpression(expression),
    );
    return (signals: unknown, event: Event) => run(signals, plainEvent(event));
  },

  encode: (context: Context, encode: { readonly channels: Record<string, Expression> }) => {
    const channels = Object.fromEntries(
      Object.entries(encode.channels).map(([name, each]) => [name, guardedExpression(each)]),
    );
    return expressionInterpreter.encode(guardedContext(context), { ...encode, channels });
  },
};

/**
 * The same tree with each `a.b` and `a[b]` turned into a call of the guard.
 *
 * @throws {Problem} `chart-pattern` when it holds a regular expression that may never end
 */
export function guardedTree(node: Node): Node {
  const regex = node['regex'] as { readonly pattern: string } | undefined;
  if (regex) tamePattern(regex.pattern);
  const parts = Object.entries(node).map(([name, part]) => {
    const isName = node.type === 'Property' && name === 'key';
    return [name, isName ? part : guardedPart(part)] as const;
  });
  const inner = Object.fromEntries(parts) as unknown as Node;
  if (node.type !== 'MemberExpression') return inner;
  const named = node['property'] as Node;
  const key = node['computed'] ? inner['property'] : { type: 'Literal', value: named['name'] };
  const callee = { type: 'Identifier', name: READ };
  return { type: 'CallExpression', callee, arguments: [inner['object'], key] };
}

/** What a property may give: data, never a piece of the page or a function. */
export function guardedRead(object: unknown, key: PropertyKey): unknown {
  const value = (object as Record<PropertyKey, unknown>)[key];
  const isPage = typeof EventTarget !== 'undefined' && value instanceof EventTarget;
  return typeof value === 'function' || isPage ? undefined : value;
}

function guardedExpression(expression: Expression): Expression {
  return { ...expression, ast: guardedTree(expression.ast) };
}

function guardedPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(guardedPart);
  const isNode = typeof part === 'object' && part !== null && 'type' in part;
  return isNode ? guardedTree(part as Node) : part;
}

function guardedContext(context: Context): Context {
  const functions = Object.create(context.functions) as Record<string, unknown>;
  functions[READ] = guardedRead;
  Object.assign(functions, boundedFunctions(context.functions));
  return Object.assign(Object.create(context) as Context, { functions });
}

const FIELDS = [
  ...['type', 'timeStamp', 'altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'button', 'buttons'],
  ...['clientX', 'clientY', 'pageX', 'pageY', 'screenX', 'screenY', 'offsetX', 'offsetY'],
  ...['movementX', 'movementY', 'deltaX', 'deltaY', 'deltaZ', 'deltaMode'],
  ...['pointerType', 'pointerId', 'isPrimary', 'pressure'],
];

/** The numbers, texts and flags of an event, with Vega's own additions, and nothing that leads to the page. */
export function plainEvent(event: Event): object {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  const plain = Object.create(null) as Record<string, unknown>;
  for (const name of FIELDS) {
    const value = fields[name];
    if (['number', 'string', 'boolean'].includes(typeof value)) plain[name] = value;
  }
  for (const name of ['touches', 'changedTouches']) {
    const touches = fields[name] as ArrayLike<Touch> | undefined;
    if (touches) plain[name] = Array.from(touches, plainTouch);
  }
  return Object.assign(plain, { vega: fields['vega'], item: fields['item'] });
}

function plainTouch({ clientX, clientY, pageX, pageY, identifier }: Touch): object {
  return { clientX, clientY, pageX, pageY, identifier };
}
