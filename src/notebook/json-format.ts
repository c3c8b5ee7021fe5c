import type { JsonTree } from './json-node';

const WIDTH = 100;

/**
 * The canonical JSON of `tree`: two spaces, its own key order, numbers as JavaScript prints them,
 * and every object or list on one line where that line has at most 100 columns. `\n` ends lines;
 * there is none after the last.
 */
export function formatJson(tree: JsonTree): string {
  return pretty(tree, '', 0, 0);
}

/** `before` columns of the first line are taken by a key, `behind` of the last by a comma. */
function pretty(tree: JsonTree, indent: string, before: number, behind: number): string {
  const short = compact(tree);
  if (tree.kind === 'scalar' || short === '{}' || short === '[]') return short;
  if (indent.length + before + [...short].length + behind <= WIDTH) return short;
  const inner = `${indent}  `;
  const parts = tree.kind === 'object' ? tree.members : tree.items.map((value) => ({ value }));
  const lines = parts.map((part, index) => {
    const key = 'key' in part ? `${JSON.stringify(part.key)}: ` : '';
    const comma = index < parts.length - 1 ? ',' : '';
    return inner + key + pretty(part.value, inner, [...key].length, comma.length) + comma;
  });
  const [open, close] = tree.kind === 'object' ? '{}' : '[]';
  return `${open}\n${lines.join('\n')}\n${indent}${close}`;
}

function compact(tree: JsonTree): string {
  if (tree.kind === 'scalar') return JSON.stringify(tree.value);
  if (tree.kind === 'array') return `[${tree.items.map(compact).join(', ')}]`;
  const members = tree.members.map(({ key, value }) => `${JSON.stringify(key)}: ${compact(value)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
