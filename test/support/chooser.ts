import type { Expression, NodeId } from "../../src/document/document.ts";
import { expressionsOf, walkExpression } from "../../src/document/parts.ts";
import type { EditContext } from "../../src/editor/edit.ts";
import { allStatements, definitionOf } from "../../src/editor/edits/document-tree.ts";
import type { BodyRef } from "../../src/editor/edits/insert-operation.ts";
import type { ArrayRef, PortRef } from "../../src/editor/edits/scope.ts";
import { OPS } from "../../src/ops/index.ts";

/** Chooses what a command is about, one number after the other. */
export class Chooser {
  readonly context: EditContext;
  private readonly picks: readonly number[];
  private at = 0;

  constructor(context: EditContext, picks: readonly number[]) {
    this.context = context;
    this.picks = picks;
  }

  number(below: number): number {
    const pick = this.picks[this.at % this.picks.length] ?? 0;
    this.at += 1;
    return pick % Math.max(1, below);
  }

  of<Item>(items: readonly Item[], otherwise: Item): Item {
    return items[this.number(items.length)] ?? otherwise;
  }

  definition(): string {
    return this.of([...this.context.typed.definitions.keys()], "");
  }

  array(definition = this.definition()): ArrayRef {
    const found = this.context.typed.definitions.get(definition);
    const arrays = [...(found?.inputs ?? []), ...(found?.nodes ?? []).flatMap(resultsIn)];
    const value = this.of(arrays, undefined);
    return { definition, array: value?.name ?? value?.id ?? "X" };
  }

  axis(definition: string): string {
    return this.of([...(this.context.typed.definitions.get(definition)?.axes.keys() ?? [])], "t");
  }

  main(): string {
    return this.context.typed.main.name;
  }

  node(definition?: string): NodeId {
    const { document } = this.context;
    const placed = allStatements(document).filter(
      ({ path }) => definition === undefined || definitionOf(document, path).name === definition,
    );
    const ids = placed.flatMap(({ statement }) => {
      const inner: NodeId[] = [statement.id];
      const note = (part: Expression) => inner.push(part.id);
      for (const expression of expressionsOf(statement)) walkExpression(expression, note);
      return inner;
    });
    return this.of(ids, "X");
  }

  port(definition?: string): PortRef {
    return { node: this.node(definition), operand: this.of([0, 0, 1, 2, "weight", "to"], 0) };
  }

  name(): string {
    return this.of(["A", "B2", "Q", "x", "m", "k", "load", "new'", "theta", "2x", ""], "A");
  }

  text(): string {
    return this.of(
      ["k", "t", "m", "k h", "?", "", "2", "3 5", "2*k", "a=4", "(2, 3)", "k +", "m, n", "]"],
      "k",
    );
  }

  /** Some nodes, most often neighbours. */
  nodes(): readonly NodeId[] {
    const definition = this.number(4) === 0 ? undefined : this.definition();
    return Array.from({ length: 1 + this.number(4) }, () => this.node(definition));
  }

  into(): BodyRef {
    const definition = this.definition();
    const loops = allStatements(this.context.document).filter(
      ({ statement }) => statement.kind === "repeat" || statement.kind === "scan",
    );
    const loop = this.number(3) === 0 ? this.of(loops, undefined)?.statement.id : undefined;
    return { definition, ...(loop !== undefined && { loop }) };
  }

  callee() {
    const blocks = [...this.context.typed.definitions.keys()].filter((name) => name !== "");
    if (this.number(4) === 0 && blocks.length > 0) {
      return { kind: "call", name: this.of(blocks, "") } as const;
    }
    return {
      kind: "operation",
      name: this.of(
        OPS.map(({ name }) => name),
        "relu",
      ),
    } as const;
  }
}

function resultsIn(node: {
  readonly results: readonly { readonly name?: string; readonly id: string }[];
}) {
  return node.results;
}
