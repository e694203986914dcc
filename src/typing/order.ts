import type { Statement } from "../document/document.ts";
import { neededBy, providedBy } from "./mentions.ts";

/** Statements of one body so that what they read comes before them, and what made that impossible. */
export interface Ordered {
  readonly statements: readonly Statement[];
  /** Loops among the statements, each with the name that leads from one to the next. */
  readonly cycles: readonly (readonly Link[])[];
}

/** A statement of a cycle and the name that the one before it in the cycle reads. */
export interface Link {
  readonly statement: Statement;
  readonly name: string;
}

interface Visit {
  readonly statement: Statement;
  readonly needs: Iterator<string>;
  /** The name by which the visit before this one reached the statement. */
  readonly name: string;
}

/** Producers before consumers, else text order; a cycle is cut where it closes. */
export function orderStatements(statements: readonly Statement[]): Ordered {
  const makers = new Map<string, Statement>();
  for (const statement of statements) {
    for (const name of providedBy(statement)) if (!makers.has(name)) makers.set(name, statement);
  }
  const ordered: Statement[] = [];
  const cycles: Link[][] = [];
  const seen = new Set<Statement>();
  const inCycle = new Set<Statement>();
  const path: Visit[] = [];

  const enter = (statement: Statement, name: string): void => {
    seen.add(statement);
    path.push({ statement, needs: neededBy(statement).values(), name });
  };

  for (const first of statements) {
    if (!seen.has(first)) enter(first, "");
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const { value: name, done } = visit.needs.next();
      if (done) {
        ordered.push(visit.statement);
        path.pop();
        continue;
      }
      const maker = makers.get(name);
      if (!maker) continue;
      if (!seen.has(maker)) {
        enter(maker, name);
        continue;
      }
      const from = path.findIndex((other) => other.statement === maker);
      if (from < 0) continue;
      const cycle = cycleFrom(path.slice(from), name);
      if (!cycle.some((link) => inCycle.has(link.statement))) cycles.push(cycle);
      for (const link of cycle) inCycle.add(link.statement);
    }
  }
  return { statements: ordered, cycles };
}

/** The visits reach each other by need; a reader follows the arrays, so the order turns round. */
function cycleFrom(visits: readonly Visit[], closing: string): Link[] {
  const links = visits.map(({ statement, name }, i) => ({
    statement,
    name: i === 0 ? closing : name,
  }));
  return links.reverse();
}
