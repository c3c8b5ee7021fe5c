import { type Node, parse } from 'acorn';
import { Problem } from '../base/problem';
import type { CodeRead } from './references';

/** What every piece of code may use without its being a cell. */
const KNOWN = new Set(
  `aq op arguments undefined NaN Infinity isNaN isFinite parseInt parseFloat Math JSON Date Intl Object
   Array Number String Boolean BigInt Symbol RegExp Map Set WeakMap WeakSet Error TypeError RangeError
   Float32Array Float64Array Int8Array Int16Array Int32Array Uint8Array Uint16Array Uint32Array
   encodeURIComponent decodeURIComponent console`.split(/\s+/),
);

/** Names of what lies outside the sandbox: that they are missing is meant so. */
const OUTSIDE = new Set(
  `fetch XMLHttpRequest WebSocket EventSource Worker importScripts require process window document
   navigator location localStorage sessionStorage indexedDB caches globalThis self eval Function
   setTimeout setInterval`.split(/\s+/),
);

/**
 * The names that JavaScript reads from outside, in order; `aq`, `op` and the language's own are left
 * out. `$.name` is one too, as the verbs of tables see it, unless the code sets it by `params`.
 *
 * @throws {Problem} `code-syntax` where it cannot be read, `code-outside` at a name of the network,
 *   the page or storage, each with its line and column from 1
 */
export function readsOfCode(code: string): readonly CodeRead[] {
  const reads: CodeRead[] = [];
  const visit: Visitor = ({ name, start, end }, scope, shorthand) => {
    if (KNOWN.has(name) || declares(scope, name)) return;
    if (OUTSIDE.has(name)) throw new Problem('code-outside', { name }, placeIn(code, start));
    reads.push({ name, start, end, shorthand });
  };
  const tree = parsed(code);
  walk(tree, null, visit);
  const own = namesIn(tree, paramsSet).map(({ name }) => name);
  for (const { name, start, end } of namesIn(tree, paramsRead)) {
    if (!own.includes(name)) reads.push({ name, start, end, shorthand: false });
  }
  return reads.sort((a, b) => a.start - b.start);
}

function parsed(code: string): SyntaxNode {
  try {
    const tree: Node = parse(code, { ecmaVersion: 2023, sourceType: 'script' });
    return tree as SyntaxNode;
  } catch (error) {
    const { message, pos } = error as { readonly message: string; readonly pos: number };
    const found = message.replace(/ \(\d+:\d+\)$/, '');
    throw new Problem('code-syntax', { found }, placeIn(code, pos));
  }
}

function placeIn(code: string, at: number): { readonly line: number; readonly column: number } {
  const before = code.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** A node of the syntax tree: its parts are nodes, lists of nodes and plain values. */
interface SyntaxNode extends Node {
  readonly [part: string]: unknown;
}

interface Name extends SyntaxNode {
  readonly name: string;
}

/** The names that are declared around a place, the innermost first. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly around: Scope | null;
}

type Visitor = (name: Name, scope: Scope | null, shorthand: boolean) => void;

function declares(scope: Scope | null, name: string): boolean {
  return scope !== null && (scope.names.has(name) || declares(scope.around, name));
}

/** Visits every identifier that stands for a value. A declared name stands in its own scope, so declarations need no care. */
function walk(node: SyntaxNode, around: Scope | null, visit: Visitor): void {
  const names = declaredBy(node);
  const scope = names.size > 0 ? { names, around } : around;
  if (node.type === 'Identifier') return visit(node as Name, scope, false);
  if (node.type === 'Property' && node['shorthand'] === true) {
    const value = node['value'] as SyntaxNode;
    return value.type === 'Identifier'
      ? visit(value as Name, scope, true)
      : walk(value, scope, visit);
  }
  for (const part of valueParts(node)) walk(part, scope, visit);
}

/** What `names` finds at any node of a tree. */
function namesIn(
  node: SyntaxNode,
  names: (node: SyntaxNode) => readonly SyntaxNode[],
): readonly Name[] {
  const inside = Object.values(node).flatMap(nodesIn);
  return [...(names(node) as Name[]), ...inside.flatMap((part) => namesIn(part, names))];
}

/** `name` of `$.name`. */
function paramsRead(node: SyntaxNode): readonly SyntaxNode[] {
  const { object, property, computed } = node;
  if (node.type !== 'MemberExpression' || computed === true) return [];
  const isDollar = nodesIn(object).some((each) => (each as Name).name === '$');
  return isDollar ? nodesIn(property) : [];
}

/** The keys that `….params({ … })` sets. */
function paramsSet(node: SyntaxNode): readonly SyntaxNode[] {
  const [callee] = nodesIn(node['callee']);
  const [method] = nodesIn(callee?.['property']);
  if (node.type !== 'CallExpression' || (method as Name | undefined)?.name !== 'params') return [];
  const [given] = nodesIn(node['arguments']);
  return nodesIn(given?.['properties']).flatMap((each) => nodesIn(each['key']));
}

/** The parts of a node that are read as values: not the names of members, keys and labels. */
function valueParts(node: SyntaxNode): readonly SyntaxNode[] {
  const isPlain = node['computed'] !== true;
  const skipped: Readonly<Record<string, readonly string[]>> = {
    MemberExpression: isPlain ? ['property'] : [],
    Property: isPlain ? ['key'] : [],
    MethodDefinition: isPlain ? ['key'] : [],
    PropertyDefinition: isPlain ? ['key'] : [],
    LabeledStatement: ['label'],
    BreakStatement: ['label'],
    ContinueStatement: ['label'],
    MetaProperty: ['meta', 'property'],
  };
  const without = skipped[node.type] ?? [];
  return Object.entries(node).flatMap(([key, part]) =>
    without.includes(key) ? [] : nodesIn(part),
  );
}

function nodesIn(part: unknown): readonly SyntaxNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  const isNode = typeof part === 'object' && part !== null && 'type' in part;
  return isNode ? [part as SyntaxNode] : [];
}

/** The names that are known inside `node` and not around it. */
function declaredBy(node: SyntaxNode): ReadonlySet<string> {
  switch (node.type) {
    case 'Program':
      return new Set([...hoisted(node), ...lexical(node)]);
    case 'BlockStatement':
    case 'StaticBlock':
      return new Set(lexical(node));
    case 'SwitchStatement':
      return new Set(nodesIn(node['cases']).flatMap((each) => lexical(each, 'consequent')));
    case 'ForStatement':
      return new Set(nodesIn(node['init']).flatMap(declaredNames));
    case 'ForInStatement':
    case 'ForOfStatement':
      return new Set(nodesIn(node['left']).flatMap(declaredNames));
    case 'CatchClause':
      return new Set(nodesIn(node['param']).flatMap(boundNames));
    case 'ClassExpression':
      return new Set(nodesIn(node['id']).flatMap(boundNames));
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const own = [...nodesIn(node['id']), ...nodesIn(node['params'])].flatMap(boundNames);
      return new Set([...own, ...nodesIn(node['body']).flatMap(hoisted)]);
    }
    default:
      return new Set();
  }
}

/** Names of `let`, `const`, classes and functions that a list of statements declares. */
function lexical(node: SyntaxNode, list = 'body'): readonly string[] {
  return nodesIn(node[list]).flatMap((statement) => {
    const isNamed = ['FunctionDeclaration', 'ClassDeclaration'].includes(statement.type);
    return isNamed ? nodesIn(statement['id']).flatMap(boundNames) : declaredNames(statement);
  });
}

function declaredNames(node: SyntaxNode): readonly string[] {
  if (node.type !== 'VariableDeclaration') return [];
  return nodesIn(node['declarations']).flatMap((each) => nodesIn(each['id']).flatMap(boundNames));
}

/** Names of `var`, wherever they stand in a function. */
function hoisted(node: SyntaxNode): readonly string[] {
  if (node.type === 'VariableDeclaration' && node['kind'] === 'var') return declaredNames(node);
  const isFunction = /Function|Class/.test(node.type);
  return isFunction ? [] : Object.values(node).flatMap(nodesIn).flatMap(hoisted);
}

/** The names that a pattern binds. */
function boundNames(pattern: SyntaxNode): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [(pattern as Name).name];
    case 'ObjectPattern':
      return nodesIn(pattern['properties']).flatMap(boundNames);
    case 'Property':
      return nodesIn(pattern['value']).flatMap(boundNames);
    case 'ArrayPattern':
      return nodesIn(pattern['elements']).flatMap(boundNames);
    case 'AssignmentPattern':
      return nodesIn(pattern['left']).flatMap(boundNames);
    case 'RestElement':
      return nodesIn(pattern['argument']).flatMap(boundNames);
    default:
      return [];
  }
}
