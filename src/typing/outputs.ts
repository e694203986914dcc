import type { Port, Statement } from "../document/document.ts";
import { portWithoutShape } from "./absence-messages.ts";
import { declaredArray } from "./body.ts";
import {
  axisNames,
  type Body,
  type Checking,
  differAsSaid,
  makeValue,
  report,
} from "./checking.ts";
import { writtenAxes } from "./declared.ts";
import type { Value } from "./diagram.ts";
import { entriesFit, entriesOf } from "./entries.ts";
import { notTheShape, outputNeverDefined, unknownArray, wrongEntries } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";

/** What the body of a block makes for one of its outputs. */
export function blockOutput(
  checking: Checking,
  body: Body,
  statement: Statement,
  port: Port,
): Value {
  const value = body.values.get(port.name);
  const place = { node: statement.id, part: `result ${port.name}` };
  if (statement.kind === "custom") return customOutput(checking, statement, port);
  if (!value) {
    const isPending = checking.scope.arrays.get(port.name)?.loops.length === 0;
    if (!isPending && !checking.broken.has(port.name)) {
      const block = statement.kind === "block" ? statement.name : "";
      report(checking, outputNeverDefined(port.name, block), place);
    }
    return { ...declaredArray(checking, port, statement.id), poisoned: true };
  }
  checking.used.add(port.name);
  compareOutput(checking, value, port, place);
  return value;
}

function customOutput(checking: Checking, statement: Statement, port: Port): Value {
  if (!port.shape) {
    const place = { node: statement.id, part: `result ${port.name}` };
    report(checking, portWithoutShape(port.name), place);
  }
  return declaredArray(checking, port, statement.id);
}

function compareOutput(
  checking: Checking,
  value: Value,
  port: Port,
  place: { readonly node: string; readonly part: string },
): void {
  if (value.poisoned) return;
  const declared = writtenAxes(port);
  const computed = axisNames(value.type.shape);
  if (
    declared &&
    (declared.length !== computed.length || !declared.every((axis) => computed.includes(axis)))
  ) {
    if (differAsSaid(checking, declared, computed)) return;
    report(checking, notTheShape({ name: port.name, declared, computed }), place);
    return;
  }
  const entries = entriesOf(port);
  if (!entries || value.scalar !== undefined) return;
  if (entriesFit(checking, entries, value.type.entries)) return;
  const kinds = { takes: entries, got: value.type.entries };
  report(checking, wrongEntries({ where: `\`${port.name}\``, ...kinds }), place);
}

/** The arrays that `input` statements bring in. */
export function topInputs(body: Body): readonly Value[] {
  return body.nodes.flatMap((node) => (node.kind === "input" ? node.results : []));
}

/** What `output` says, else every array that nothing uses. */
export function topOutputs(
  checking: Checking,
  body: Body,
  statements: readonly Statement[],
): readonly Value[] {
  const written = statements.flatMap((statement) =>
    statement.kind === "output"
      ? statement.ports.map((port) => ({ port, node: statement.id }))
      : [],
  );
  const outputs: Value[] = [];
  for (const { port, node } of written) {
    const place = { node, part: `result ${port.name}` };
    const value = body.values.get(port.name);
    checking.used.add(port.name);
    if (value) {
      compareOutput(checking, value, port, place);
      outputs.push(value);
    } else if (!checking.scope.arrays.has(port.name) && !checking.broken.has(port.name)) {
      const nearest = nearestName(port.name, checking.scope.arrays.keys());
      report(checking, unknownArray(port.name, nearest), place);
    }
  }
  if (written.length > 0) return outputs;
  return [...body.values].flatMap(([name, value]) => (checking.used.has(name) ? [] : [value]));
}

/** An output as callers see it: what the port writes holds, whatever the body makes of it. */
export function signatureOutput(checking: Checking, port: Port, value: Value): Value {
  const axes = writtenAxes(port);
  if (!axes) return value;
  const entries = entriesOf(port) ?? value.type.entries;
  return makeValue(checking, { id: port.name, name: port.name, axes, entries, maker: value.maker });
}
