/** A node on its way through the search. */
interface Visit {
  readonly id: string;
  readonly index: number;
  /** The earliest node on the stack that can be reached from here. */
  low: number;
  /** How many of its targets were looked at. */
  next: number;
}

/**
 * The strongly connected components of a directed graph: nodes that reach each other stand together.
 * A component stands behind those its nodes point to, else in the order of `targets`, as do the
 * nodes within it. Every target has to be a key.
 *
 * @see Tarjan (1972); without recursion, so that a long chain does not exhaust the stack
 */
export function strongComponents(
  targets: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const components: (readonly string[])[] = [];
  const visits = new Map<string, Visit>();
  const stack: Visit[] = [];
  const onStack = new Set<string>();
  const position = new Map([...targets.keys()].map((id, index) => [id, index]));

  function enter(id: string): Visit {
    const visit = { id, index: visits.size, low: visits.size, next: 0 };
    visits.set(id, visit);
    stack.push(visit);
    onStack.add(id);
    return visit;
  }

  function leave(visit: Visit): void {
    if (visit.low < visit.index) return;
    const members = stack.splice(stack.lastIndexOf(visit)).map(({ id }) => id);
    for (const id of members) onStack.delete(id);
    components.push(members.sort((a, b) => position.get(a)! - position.get(b)!));
  }

  for (const root of targets.keys()) {
    if (visits.has(root)) continue;
    const way = [enter(root)];
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const target = targets.get(visit.id)![visit.next++];
      if (target === undefined) {
        way.pop();
        leave(visit);
        const parent = way.at(-1);
        if (parent) parent.low = Math.min(parent.low, visit.low);
      } else if (!visits.has(target)) way.push(enter(target));
      else if (onStack.has(target)) visit.low = Math.min(visit.low, visits.get(target)!.index);
    }
  }
  return components;
}
