import type { ProblemData } from '../base/problem';

/** Every name once: an empty one becomes `column3`, a repeated one `name_2`. */
export function uniqueNames(names: readonly string[], width = names.length): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return Array.from({ length: width }, (_, k) => {
    const given = names[k] || `column${k + 1}`;
    let name = given;
    for (let n = 2; seen.has(name) || (name !== names[k] && taken.has(name)); ++n)
      name = `${given}_${n}`;
    seen.add(name);
    return name;
  });
}

export function renamed(names: readonly string[], unique: readonly string[]): ProblemData {
  const changed = unique.filter((name, k) => name !== names[k]);
  return {
    code: 'renamed-columns',
    args: { names: changed.slice(0, 10), count: changed.length },
    at: { line: 1 },
  };
}
