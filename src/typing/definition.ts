import { balanceBound } from "../../shapes/requirement.ts";
import { symbolsOf } from "../../shapes/size.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Port, Statement } from "../document/document.ts";
import { describeEntries } from "../ops/shared/entries.ts";
import { isLocal } from "./block-sizes.ts";
import { declaredArray, inferBody } from "./body.ts";
import type { Callee } from "./callee.ts";
import {
  axisNames,
  type Body,
  type Checking,
  type LayerStatement,
  makeValue,
  report,
} from "./checking.ts";
import { collectNames, type Ports } from "./collect.ts";
import { writtenAxes } from "./declared.ts";
import type { TypedDefinition, TypedNode, Value } from "./diagram.ts";
import { entriesFit, entriesOf } from "./entries.ts";
import { inferOperand } from "./expression.ts";
import { Finisher, recordAxes } from "./finish.ts";
import { checkMemory } from "./memory.ts";
import { walkStatements } from "./mentions.ts";
import {
  definedTwice,
  layerWithoutCall,
  notTheShape,
  outputNeverDefined,
  refuted,
  unknownArray,
  unknownOperation,
  wrongEntries,
} from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readSizeAt } from "./read-size.ts";
import {
  demandText,
  failureText,
  holds,
  isPlain,
  namesIn,
  type Requirement,
  resolveRequirement,
} from "./requirement.ts";
import { emptyScope } from "./scope.ts";
import { missingPart, unusedArray } from "./shape-messages.ts";
import type { Signature } from "./signature.ts";
import type { SizeTable } from "./size-table.ts";
import { sizesOf } from "./sizes.ts";

/** What a definition can see of the rest of the file. */
export interface Surroundings {
  readonly table: SizeTable;
  /** Callees that are not layers of the definition. */
  callee(name: string): Callee | undefined;
  isBlock(name: string): boolean;
  readonly calleeNames: readonly string[];
  /** LaTeX that the author gave to axes of the definition. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A definition to be checked: a block, a custom box, or the top of the file. */
export interface Source {
  readonly name: string;
  readonly statements: readonly Statement[];
  /** Absent at the top. */
  readonly ports?: Ports;
  readonly hash: string;
}

/** A definition that has been checked. */
export interface Checked {
  readonly definition: TypedDefinition;
  readonly signature: Signature;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks one definition by itself, for whatever axes and sizes it is used with. */
export function checkDefinition(source: Source, around: Surroundings): Checked {
  const { statements, ports } = source;
  const checking = startChecking(source, around);
  checkLayers(checking);
  collectNames(checking, statements, ports);
  const body: Body = { loops: [], values: new Map(), nodes: [], reads: new Map() };
  const inputs = ports ? inferInputs(checking, body, ports) : [];
  inferBody(checking, body, statements);
  checkRequires(checking, statements);
  checkMemory(checking);
  const outputs = ports
    ? ports.outputs.map((port) => blockOutput(checking, body, ports.statement, port))
    : topOutputs(checking, body, statements);
  warnUnused(checking, source);
  const finisher = new Finisher(checking.sizes);
  const finishedInputs = (ports ? inputs : topInputs(body)).map((value) => finisher.value(value));
  const nodes = body.nodes.map((node) => finisher.node(node));
  const finishedOutputs = outputs.map((value) => finisher.value(value));
  const requirements = settledRequirements(checking);
  const multis = new Map(
    statements.flatMap((statement) =>
      statement.kind === "multi" ? [[statement.name, statement.axes] as const] : [],
    ),
  );
  const definition: TypedDefinition = {
    name: source.name,
    inputs: finishedInputs,
    outputs: finishedOutputs,
    nodes,
    axes: recordAxes(finishedInputs, nodes, around.labels),
    requirements,
    ...(multis.size > 0 && { multis }),
    hash: source.hash,
  };
  const seenOutside = outputs.map((value, i) => {
    const port = ports?.outputs[i];
    return finisher.value(port ? signatureOutput(checking, port, value) : value);
  });
  return {
    definition,
    signature: {
      name: source.name,
      kind: ports?.statement.kind === "custom" ? "custom" : "block",
      definition,
      inputs: finishedInputs,
      outputs: seenOutside,
      fileSizes: fileSizesIn(finishedInputs, nodes),
      requirements,
    },
    diagnostics: checking.diagnostics,
  };
}

function startChecking(source: Source, around: Surroundings): Checking {
  const scope = emptyScope(source.name, around.table);
  const requirements: Requirement[] = [];
  const layers = new Map<string, LayerStatement>();
  const repeated: LayerStatement[] = [];
  walkStatements(source.statements, (statement) => {
    if (statement.kind !== "layer") return;
    if (layers.has(statement.name)) repeated.push(statement);
    else layers.set(statement.name, statement);
  });
  const checking: Checking = {
    scope,
    sizes: sizesOf(scope, requirements),
    diagnostics: [],
    requirements,
    layers,
    callee: (name) => {
      const layer = layers.get(name);
      return layer ? { kind: "layer", layer } : around.callee(name);
    },
    isBlock: (name) => {
      const value = layers.get(name)?.value;
      const inner =
        value?.kind === "call" ? value.callee : value?.kind === "name" ? value.name : name;
      return around.isBlock(inner);
    },
    calleeNames: [...layers.keys(), ...around.calleeNames],
    inferOperand: (body, expression) => inferOperand(checking, body, expression),
    inferBody: (body, statements) => inferBody(checking, body, statements),
    used: new Set(),
    missing: new Set(),
    memory: new Map(),
    loads: [],
    copies: new Map(),
    broken: brokenNames(source.statements),
    lineAxes: new Set(),
  };
  for (const { name, id } of repeated)
    report(checking, definedTwice(name), { node: id, part: "name" });
  return checking;
}

/** Names on lines that did not parse: they are somewhere, so nothing is said where they are read. */
function brokenNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  walkStatements(statements, (statement) => {
    if (statement.kind !== "error") return;
    for (const line of [statement.text, ...statement.body].slice(0, 50)) {
      for (const name of line.slice(0, 2000).match(/[A-Za-z][A-Za-z0-9_]*'*/g) ?? [])
        names.add(name);
    }
  });
  return names;
}

function checkLayers(checking: Checking): void {
  for (const { name, value, id } of checking.layers.values()) {
    const callee =
      value.kind === "call" ? value.callee : value.kind === "name" ? value.name : undefined;
    const place = { node: id, part: "name" };
    if (callee === undefined) {
      if (value.kind !== "unknown") report(checking, layerWithoutCall(name), place);
      else report(checking, missingPart(`The layer \`${name}\` is not given yet.`), place);
    } else if (callee !== name && checking.layers.has(callee)) {
      report(checking, layerWithoutCall(name), place);
    } else if (callee === name || !checking.callee(callee)) {
      const nearest = nearestName(callee, checking.calleeNames);
      report(checking, unknownOperation(callee, nearest), { node: value.id, part: "name" });
    }
  }
}

function inferInputs(checking: Checking, body: Body, ports: Ports): readonly Value[] {
  const { statement } = ports;
  return ports.inputs.map((port) => {
    if (!port.shape) {
      const place = { node: statement.id, part: `result ${port.name}` };
      report(checking, missingPart(`A port needs a shape, as in \`${port.name}[t m]\`.`), place);
    }
    const value = declaredArray(checking, port, statement.id);
    if (!body.values.has(port.name)) body.values.set(port.name, value);
    return value;
  });
}

function checkRequires(checking: Checking, statements: readonly Statement[]): void {
  walkStatements(statements, (statement, loops) => {
    if (statement.kind !== "require") return;
    const place = { node: statement.id };
    const inner = [...loops].reverse();
    const left = readSizeAt(checking, inner, statement.left, place);
    const right = left && readSizeAt(checking, inner, statement.right, place);
    if (!left || !right) return;
    const common = { says: "the file requires it", node: statement.id };
    switch (statement.relation) {
      case "divides":
        checking.requirements.push({ ...common, kind: "divides", divisor: left, size: right });
        return;
      case "==":
        checking.requirements.push({ ...common, kind: "equal", left, right });
        return;
      case ">=":
        checking.requirements.push({ ...common, kind: "atLeast", size: left, least: right });
        return;
      case "<=":
        checking.requirements.push({ ...common, kind: "atLeast", size: right, least: left });
    }
  });
}

function blockOutput(checking: Checking, body: Body, statement: Statement, port: Port): Value {
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
    report(checking, missingPart(`A port needs a shape, as in \`${port.name}[t m]\`.`), place);
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
    report(checking, notTheShape({ name: port.name, declared, computed }), place);
    return;
  }
  const entries = entriesOf(port);
  if (!entries || value.scalar !== undefined) return;
  if (entriesFit(checking, entries, value.type.entries)) return;
  const kinds = { takes: describeEntries(entries), got: describeEntries(value.type.entries) };
  report(checking, wrongEntries({ where: `\`${port.name}\``, ...kinds }), place);
}

function topInputs(body: Body): readonly Value[] {
  return body.nodes.flatMap((node) => (node.kind === "input" ? node.results : []));
}

/** What `output` says, else every array that nothing uses. */
function topOutputs(
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

/** A mistake may be what keeps an array from being used, so it takes the warnings away. */
function warnUnused(checking: Checking, { ports }: Source): void {
  if (checking.diagnostics.some((diagnostic) => diagnostic.severity === "error")) return;
  if (checking.broken.size > 0) return;
  for (const [name, { statement, loops }] of checking.scope.arrays) {
    const isTop = !ports && loops.length === 0;
    const isPort = ports !== undefined && statement === ports.statement;
    const isFinal = statement.kind === "carry";
    if (isTop || isPort || isFinal || checking.used.has(name)) continue;
    report(checking, unusedArray(name), { node: statement.id, part: `result ${name}` });
  }
}

/** Requirements as they stand at the end; those that the values refute are mistakes, others chips. */
function settledRequirements(checking: Checking): readonly Requirement[] {
  const { table } = checking.scope;
  const numberAt = (name: string) => table.values.get(name);
  const settled = new Map<string, Requirement>();
  const told = new Set<string>();
  for (const requirement of [...checking.requirements, ...checking.sizes.settle()]) {
    const here = balanced(resolveRequirement(requirement, checking.sizes.resolve));
    const standing = holds(here, numberAt);
    if (isPlain(here) || (standing === true && namesIn(here).size === 0)) continue;
    if (standing === false) tellRefuted(checking, here, told);
    settled.set(`${demandText(here, table.names)} ${here.node}`, here);
  }
  return [...settled.values()];
}

/** Bounds with positive terms only, so that the same bound is found once. */
function balanced(requirement: Requirement): Requirement {
  if (requirement.kind !== "atLeast" || namesIn(requirement).size === 0) return requirement;
  return { ...requirement, ...balanceBound(requirement.size, requirement.least) };
}

function tellRefuted(checking: Checking, requirement: Requirement, told: Set<string>): void {
  if (told.has(requirement.node)) return;
  told.add(requirement.node);
  const { table } = checking.scope;
  const values = [...namesIn(requirement)].flatMap((name) => {
    const value = table.values.get(name);
    return value === undefined ? [] : [`${name.replace(/#.*$/, "")} = ${value}`];
  });
  const says = requirement.says.replace(/^./, (first) => first.toUpperCase());
  const place = { node: requirement.node };
  if (values.length === 0) {
    report(checking, refuted(`${says}: ${failureText(requirement)}.`, []), place);
    return;
  }
  const demand = demandText(requirement, table.names);
  report(checking, refuted(`${demand}, but ${values.join(" and ")}.`, [`${says}.`]), place);
}

/** An output as callers see it: what the port writes holds, whatever the body makes of it. */
function signatureOutput(checking: Checking, port: Port, value: Value): Value {
  const axes = writtenAxes(port);
  if (!axes) return value;
  const entries = entriesOf(port) ?? value.type.entries;
  return makeValue(checking, { id: port.name, name: port.name, axes, entries, maker: value.maker });
}

function fileSizesIn(inputs: readonly Value[], nodes: readonly TypedNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: Value) => {
    for (const axis of value.type.shape) {
      for (const name of symbolsOf(axis.size)) if (!isLocal(name)) names.add(name);
    }
  };
  const addNode = (node: TypedNode) => {
    for (const value of node.results) add(value);
    if (node.kind === "loop") for (const inner of node.nodes) addNode(inner);
    if (node.kind === "call") for (const inner of node.definition.nodes) addNode(inner);
  };
  for (const value of inputs) add(value);
  for (const node of nodes) addNode(node);
  return names;
}
