import type { Statement } from "../document/document.ts";
import type { Body, Checking } from "./checking.ts";
import type { TypedNode, Value } from "./diagram.ts";
import { meaningOf } from "./digest.ts";
import { lessonsOf, startOf } from "./lessons.ts";
import { providedBy } from "./mentions.ts";
import { isMeant, meantBy, type Reading, readingOf } from "./reading.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Stands for all that is known about a definition when a statement is typed: names, axes, sizes and
 * what has been said of them. It is a digest of where the definition starts, and then a symbol for
 * each step that taught something; the same step from the same place leads to the same place.
 */
type Known = string | symbol;

/** How a statement was typed the last time. */
export interface KeptStatement extends Reading {
  readonly meaning: string;
  readonly before: Known;
  /** What the names of the reading stood for. */
  readonly meant: readonly unknown[];
  readonly after: Known;
  /** Absent where the statement taught something or said something, and has to be typed again. */
  readonly effects?: Effects;
}

/** All that typing the statement did. */
interface Effects {
  readonly nodes: readonly TypedNode[];
  readonly provided: readonly (readonly [string, Value])[];
  readonly used: readonly string[];
  readonly requirements: readonly Requirement[];
}

/**
 * Types the statements that stand directly in one definition. Typing one is a function of what is
 * known, of the statement, and of the arrays and callees that it names; where these are those of the
 * last time, a statement that taught nothing is not typed again but done again.
 */
export class StatementKeeper {
  private readonly checking: Checking;
  private readonly body: Body;
  private known: Known;
  /** What the statement that is being typed has used so far. */
  private readonly used = new Set<string>();

  constructor(checking: Checking, body: Body) {
    this.checking = checking;
    this.body = body;
    this.known = startOf(checking);
  }

  /** Types the statement by `infer`, unless what that would do is known. */
  type(statement: Statement, infer: () => void): void {
    const { remembered } = this.checking;
    const meaning = meaningOf(statement);
    const kept = remembered.statements.get(statement.id);
    const isSame =
      kept !== undefined &&
      kept.before === this.known &&
      kept.meaning === meaning &&
      isMeant(this.checking, this.body, kept);
    if (isSame && kept.effects) {
      this.redo(kept.effects);
      return;
    }
    const before = this.known;
    const { arrays, callees, ports } = isSame ? kept : readingOf(this.checking, statement);
    const meant = meantBy(this.checking, this.body, { arrays, callees, ports });
    const { taught, effects } = this.watch(statement, infer);
    if (taught) this.known = isSame ? kept.after : Symbol();
    const told = { before, after: this.known, ...(effects && { effects }) };
    remembered.statements.set(statement.id, { meaning, arrays, callees, ports, meant, ...told });
  }

  private redo({ nodes, provided, used, requirements }: Effects): void {
    const { checking, body } = this;
    for (const node of nodes) body.nodes.push(node);
    for (const [name, value] of provided) body.values.set(name, value);
    for (const name of used) checking.used.add(name);
    for (const requirement of requirements) checking.requirements.push(requirement);
  }

  private watch(
    statement: Statement,
    infer: () => void,
  ): { readonly taught: boolean; readonly effects?: Effects } {
    const { checking, body } = this;
    const { used: usedBefore, diagnostics, requirements } = checking;
    const [nodeCount, told, required] = [
      body.nodes.length,
      diagnostics.length,
      requirements.length,
    ];
    const learned = lessonsOf(checking);
    this.used.clear();
    checking.used = this.used;
    infer();
    checking.used = usedBefore;
    const used = [...this.used];
    for (const name of used) usedBefore.add(name);
    if (!REPEATABLE.has(statement.kind)) return { taught: true };
    const provided = this.provide(statement, nodeCount);
    const own = requirements.slice(required);
    const taught =
      lessonsOf(checking) !== learned || own.some(({ stated }) => stated !== undefined);
    if (taught || diagnostics.length !== told) return { taught };
    const nodes = body.nodes.slice(nodeCount);
    return { taught, effects: { nodes, provided, used, requirements: own } };
  }

  /** What the statement has put under its names, as the values that were there before an edit. */
  private provide(statement: Statement, from: number): readonly (readonly [string, Value])[] {
    const { checking, body } = this;
    const names = providedBy(statement).filter(
      (name) => checking.scope.arrays.get(name)?.statement === statement && body.values.has(name),
    );
    const made = names.flatMap((name) => body.values.get(name) ?? []);
    const same = made.every((value) => isOwn(statement, value))
      ? checking.remembered.sameValues(statement.id, made)
      : made;
    return names.flatMap((name, i) => {
      const [value, old] = [same[i], made[i]];
      if (!value || !old) return [];
      if (value !== old) {
        replaceResult(body.nodes, from, old, value);
        body.values.set(name, value);
      }
      return [[name, value] as const];
    });
  }
}

/** Loops, half-typed lines and memories change too much to be done again. */
const REPEATABLE: ReadonlySet<string> = new Set(["array", "input", "weight"]);

/** A load is looked at again when all is typed, so the value that it made has to stay. */
function isOwn(statement: Statement, { maker }: Value): boolean {
  const isLoad = statement.kind === "array" && statement.value.kind === "load";
  return maker === statement.id && !isLoad;
}

function replaceResult(nodes: TypedNode[], from: number, made: Value, value: Value): void {
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i];
    if (!node?.results.includes(made)) continue;
    nodes[i] = { ...node, results: node.results.map((old) => (old === made ? value : old)) };
  }
}
