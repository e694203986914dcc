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
  const walk = new Walk(statements);
  for (const statement of statements) walk.from(statement);
  return { statements: walk.ordered, cycles: walk.cycles };
}

/** A walk from readers to makers, without recursion, since chains can be long. */
class Walk {
  readonly ordered: Statement[] = [];
  readonly cycles: (readonly Link[])[] = [];
  private readonly makers = new Map<string, Statement>();
  private readonly seen = new Set<Statement>();
  private readonly inCycle = new Set<Statement>();
  private readonly path: Visit[] = [];

  constructor(statements: readonly Statement[]) {
    for (const statement of statements) {
      for (const name of providedBy(statement)) {
        if (!this.makers.has(name)) this.makers.set(name, statement);
      }
    }
  }

  /** Orders the statement and all that it needs. */
  from(statement: Statement): void {
    if (this.seen.has(statement)) return;
    this.enter(statement, "");
    for (let visit = this.path.at(-1); visit; visit = this.path.at(-1)) this.step(visit);
  }

  private enter(statement: Statement, name: string): void {
    this.seen.add(statement);
    this.path.push({ statement, needs: neededBy(statement).values(), name });
  }

  private step(visit: Visit): void {
    const { value: name, done } = visit.needs.next();
    if (done) {
      this.ordered.push(visit.statement);
      this.path.pop();
      return;
    }
    const maker = this.makers.get(name);
    if (!maker) return;
    if (this.seen.has(maker)) this.close(maker, name);
    else this.enter(maker, name);
  }

  /** Notes a cycle when the maker still waits for what reads it; one for statements that share any. */
  private close(maker: Statement, name: string): void {
    const from = this.path.findIndex((visit) => visit.statement === maker);
    if (from < 0) return;
    const cycle = cycleFrom(this.path.slice(from), name);
    if (!cycle.some((link) => this.inCycle.has(link.statement))) this.cycles.push(cycle);
    for (const link of cycle) this.inCycle.add(link.statement);
  }
}

/** The visits reach each other by need; a reader follows the arrays, so the order turns round. */
function cycleFrom(visits: readonly Visit[], closing: string): Link[] {
  const links = visits.map(({ statement, name }, i) => ({
    statement,
    name: i === 0 ? closing : name,
  }));
  return links.reverse();
}
