import { expressionInterpreter } from 'vega-interpreter';
import { boundedFunctions, boundedList, boundedSum } from './bounded-functions';
import { spendSteps } from './chart-work';
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
const SUM = 'guarded sum';
const LIST = 'guarded list';

/**
 * Vega's expression interpreter with every property read through a guard. An expression sees data
 * and drawn items, but neither the page (elements, windows, events) nor a function it could hand
 * to another one; an event is a copy of its plain fields. What it works is counted.
 */
export const guardedExpressions: typeof expressionInterpreter = {
  operator: (context: Context, expression: Expression) => {
    const { ast, steps } = guardedExpression(expression);
    const run = expressionInterpreter.operator(guardedContext(context), { ast });
    return (signals: unknown) => {
      spendSteps(steps);
      return run(signals);
    };
  },

  parameter: (context: Context, expression: Expression) => {
    const { ast, steps } = guardedExpression(expression);
    const run = expressionInterpreter.parameter(guardedContext(context), { ast });
    return (datum: unknown, signals: unknown) => {
      spendSteps(steps);
      return run(datum, signals);
    };
  },

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
    const steps = Object.values(channels).reduce((sum, each) => sum + each.steps, 0);
    const run = expressionInterpreter.encode(guardedContext(context), { ...encode, channels });
    return (item: unknown, signals: unknown) => {
      spendSteps(steps);
      return run(item, signals);
    };
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
  if (node.type === 'ArrayExpression') return call(LIST, ...(inner['elements'] as Node[]));
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    return call(SUM, inner['left'], inner['right']);
  }
  if (node.type !== 'MemberExpression') return inner;
  const named = node['property'] as Node;
  const key = node['computed'] ? inner['property'] : { type: 'Literal', value: named['name'] };
  return call(READ, inner['object'], key);
}

function call(name: string, ...given: readonly unknown[]): Node {
  return { type: 'CallExpression', callee: { type: 'Identifier', name }, arguments: given };
}

/** What a property may give: data, never a piece of the page or a function. */
export function guardedRead(object: unknown, key: PropertyKey): unknown {
  const value = (object as Record<PropertyKey, unknown>)[key];
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  const isPage = typeof EventTarget !== 'undefined' && value instanceof EventTarget;
  return typeof value === 'function' || isPage ? undefined : value;
}

/** A guarded tree and how many steps it takes at most. */
interface Guarded extends Expression {
  readonly steps: number;
}

/** The parts of a chart that is divided are built from the same expressions. */
const known = new WeakMap<Node, Guarded>();

function guardedExpression({ ast }: Expression): Guarded {
  const before = known.get(ast);
  if (before) return before;
  const tree = guardedTree(ast);
  const guarded = { ast: tree, steps: nodeCount(tree) };
  known.set(ast, guarded);
  return guarded;
}

function nodeCount(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, each) => sum + nodeCount(each), 0);
  if (typeof part !== 'object' || part === null || !('type' in part)) return 0;
  return Object.values(part).reduce<number>((sum, each) => sum + nodeCount(each), 1);
}

function guardedPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(guardedPart);
  const isNode = typeof part === 'object' && part !== null && 'type' in part;
  return isNode ? guardedTree(part as Node) : part;
}

/** Guarded functions by those of Vega, which all charts share, and contexts by Vega's own. */
const shared = new WeakMap<object, object>();
const contexts = new WeakMap<Context, Context>();

function guardedContext(context: Context): Context {
  const before = contexts.get(context);
  if (before) return before;
  const functions = Object.create(guardedFunctions(context.functions)) as Context['functions'];
  const guarded = Object.assign(Object.create(context) as Context, { functions });
  Object.assign(functions, { context: context.functions['context'] });
  contexts.set(context, guarded);
  return guarded;
}

function guardedFunctions(functions: Context['functions']): object {
  let own = functions;
  while (Object.hasOwn(own, 'context')) own = Object.getPrototypeOf(own) as Context['functions'];
  const before = shared.get(own);
  if (before) return before;
  const guarded = {
    ...boundedFunctions(own),
    [READ]: guardedRead,
    [SUM]: boundedSum,
    [LIST]: boundedList,
  };
  shared.set(own, guarded);
  return guarded;
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
