/** Blocks with callees first, and the calls that would close a circle. */
export interface BlockOrder {
  readonly names: readonly string[];
  /** By caller and callee: the circle, which starts and ends with the callee. */
  circle(caller: string, callee: string): readonly string[] | undefined;
}

interface Visit {
  readonly name: string;
  readonly callees: Iterator<string>;
}

/** Orders blocks so that each can be checked after all that it calls; text order otherwise. */
export function orderBlocks(calls: ReadonlyMap<string, ReadonlySet<string>>): BlockOrder {
  const names: string[] = [];
  const circles = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const path: Visit[] = [];
  /** Where the names of the path stand in it. */
  const depths = new Map<string, number>();

  const enter = (name: string): void => {
    seen.add(name);
    depths.set(name, path.length);
    path.push({ name, callees: (calls.get(name) ?? new Set<string>()).values() });
  };

  const step = (visit: Visit): void => {
    const { value: callee, done } = visit.callees.next();
    if (done) {
      names.push(visit.name);
      path.pop();
      depths.delete(visit.name);
    } else if (calls.has(callee)) {
      const from = depths.get(callee);
      if (from !== undefined) {
        const circle = path.slice(from).map((other) => other.name);
        circles.set(edge(visit.name, callee), [...circle, callee]);
      } else if (!seen.has(callee)) enter(callee);
    }
  };

  for (const name of calls.keys()) {
    if (!seen.has(name)) enter(name);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) step(visit);
  }
  return { names, circle: (caller, callee) => circles.get(edge(caller, callee)) };
}

function edge(caller: string, callee: string): string {
  return `${caller} ${callee}`;
}
