import { symbolsOf } from "../../shapes/size.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Statement } from "../document/document.ts";
import { walkStatements } from "../document/parts.ts";
import { missingPart, portWithoutShape } from "./absence-messages.ts";
import { blameInputs, waitingFor } from "./axis-of-input.ts";
import { isLocal } from "./block-sizes.ts";
import { declaredArray, inferBody } from "./body.ts";
import { entriesForCallers } from "./call-entries.ts";
import type { Callee } from "./callee.ts";
import { type Body, type Checking, type LayerStatement, report } from "./checking.ts";
import { settledRequirements } from "./chips.ts";
import { collectNames, type Ports, reportSizedTwice } from "./collect.ts";
import { checkEntriesOfTables, checkSizesOfCopies } from "./copy-sizes.ts";
import type { TypedDefinition, TypedNode, Value } from "./diagram.ts";
import { inferArgument, inferOperand } from "./expression.ts";
import { Finisher, recordAxes } from "./finish.ts";
import { checkMemory } from "./memory.ts";
import { definedTwice, layerWithoutCall, unknownOperation } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { remarkOpenSizes } from "./open-sizes.ts";
import { blockOutput, signatureOutput, topInputs, topOutputs } from "./outputs.ts";
import { readSizeAt } from "./read-size.ts";
import type { Remembered } from "./remembered.ts";
import { type Requirement, requiredBy } from "./requirement.ts";
import { emptyScope } from "./scope.ts";
import { unusedArray } from "./shape-messages.ts";
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
  /** Whether a line that did not parse defines a callee of that name. */
  isUnread(name: string): boolean;
  /** LaTeX that the author gave to axes of the definition. */
  readonly labels: ReadonlyMap<string, string>;
  /** A digest of all sizes, and of which blocks there are. */
  readonly digest: string;
  readonly remembered: Remembered;
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
  checkRequires(checking, statements);
  inferBody(checking, body, statements);
  checkMemory(checking);
  checkEntriesOfTables(checking);
  checkSizesOfCopies(checking, statements, body.nodes);
  reportSizedTwice(checking);
  const outputs = ports
    ? ports.outputs.map((port) => blockOutput(checking, body, ports.statement, port))
    : topOutputs(checking, body, statements);
  warnUnused(checking, source);
  const finisher = new Finisher(checking.sizes);
  const finishedInputs = (ports ? inputs : topInputs(body)).map((value) => finisher.value(value));
  const finished = body.nodes.map((node) => finisher.node(node));
  const nodes = waitingFor(finished, blameInputs(checking));
  const finishedOutputs = outputs.map((value) => finisher.value(value));
  const requirements = settledRequirements(checking);
  if (!ports) remarkOpenSizes(checking, body.nodes, topInputs(body));
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
      entries: entriesForCallers(checking),
      suspect: checking.suspect || isSuspect(checking, ports, [...finishedInputs, ...seenOutside]),
    },
    diagnostics: checking.diagnostics,
  };
}

/** Whether a mistake stands at a port, or is about the size or the place of an axis of one. */
function isSuspect(
  { diagnostics, scope }: Checking,
  ports: Ports | undefined,
  values: readonly Value[],
): boolean {
  if (!ports) return false;
  const isAtPorts = diagnostics.some(
    ({ place, severity }) => severity === "error" && place.node === ports.statement.id,
  );
  const axes = values.flatMap(({ type }) => type.shape);
  return isAtPorts || axes.some(({ name }) => scope.disputed.has(name));
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
  const unread = unreadCallees(source.statements);
  const checking: Checking = {
    scope,
    sizes: sizesOf(scope, requirements),
    diagnostics: [],
    misplaced: new Map(),
    silences: 0,
    followers: new Map(),
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
    isUnread: (name) => unread.has(name) || around.isUnread(name),
    inferOperand: (body, expression) => inferOperand(checking, body, expression),
    inferArgument: (body, expression) => inferArgument(checking, body, expression),
    inferBody: (body, statements) => inferBody(checking, body, statements),
    used: new Set(),
    memory: new Map(),
    loads: [],
    sizedTwice: [],
    openEntries: [],
    copies: new Map(),
    broken: brokenNames(source.statements),
    factors: new Map(),
    lineAxes: new Set(),
    inputs: new Set(source.ports?.inputs.map(({ name }) => name)),
    suspect: false,
    surroundings: around.digest,
    remembered: around.remembered,
  };
  for (const { name, id } of repeated)
    report(checking, definedTwice(name), { node: id, part: "name" });
  return checking;
}

/** Layers, blocks and custom functions whose first line did not parse: `block F(X[t`. */
export function unreadCallees(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  walkStatements(statements, (statement) => {
    if (statement.kind !== "error") return;
    const name = /^\s*(?:layer|block|custom) +([A-Za-z][A-Za-z0-9_]*'*)/.exec(statement.text)?.[1];
    if (name !== undefined) names.add(name);
  });
  return names;
}

/**
 * Names on lines that did not parse, not even their left side: they are somewhere, so nothing is said
 * where they are read.
 */
function brokenNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  walkStatements(statements, (statement) => {
    if (statement.kind !== "error") return;
    const unread = statement.results === undefined ? [statement.text] : [];
    for (const line of [...unread, ...statement.body].slice(0, 50)) {
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
    } else if (callee === name || !(checking.callee(callee) || checking.isUnread(callee))) {
      const nearest = nearestName(callee, checking.calleeNames);
      report(checking, unknownOperation(callee, nearest), { node: value.id, part: "name" });
    }
  }
}

function inferInputs(checking: Checking, body: Body, ports: Ports): readonly Value[] {
  const { statement } = ports;
  const declared = ports.inputs.map((port) => {
    if (!port.shape) {
      const place = { node: statement.id, part: `result ${port.name}` };
      report(checking, portWithoutShape(port.name), place);
    }
    return declaredArray(checking, port, statement.id);
  });
  const values = checking.remembered.sameValues(statement.id, declared);
  for (const value of values) if (!body.values.has(value.id)) body.values.set(value.id, value);
  return values;
}

function checkRequires(checking: Checking, statements: readonly Statement[]): void {
  walkStatements(statements, (statement, loops) => {
    if (statement.kind !== "require") return;
    const place = { node: statement.id };
    const inner = [...loops].reverse();
    const left = readSizeAt(checking, inner, statement.left, place);
    const right = left && readSizeAt(checking, inner, statement.right, place);
    if (!left || !right) return;
    checking.requirements.push(requiredBy(statement, left, right));
  });
}

/** A mistake may be what keeps an array from being used, so it takes the warnings away. */
function warnUnused(checking: Checking, { ports, statements }: Source): void {
  if (checking.diagnostics.some((diagnostic) => diagnostic.severity === "error")) return;
  if (hasFaultyLine(statements)) return;
  for (const [name, { statement, loops }] of checking.scope.arrays) {
    const isTop = !ports && loops.length === 0;
    const isPort = ports !== undefined && statement === ports.statement;
    const isFinal = statement.kind === "carry";
    if (isTop || isPort || isFinal || checking.used.has(name)) continue;
    report(checking, unusedArray(name), { node: statement.id, part: `result ${name}` });
  }
}

function hasFaultyLine(statements: readonly Statement[]): boolean {
  let found = false;
  walkStatements(statements, ({ kind }) => {
    found ||= kind === "error";
  });
  return found;
}

const fileSizes = new WeakMap<TypedDefinition, ReadonlySet<string>>();

/** Remembered: a chain of blocks that each call the one before twice has more uses than seconds. */
function fileSizesOf(definition: TypedDefinition): ReadonlySet<string> {
  const names = fileSizes.get(definition) ?? fileSizesIn([], definition.nodes);
  fileSizes.set(definition, names);
  return names;
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
    if (node.kind === "call") for (const name of fileSizesOf(node.definition)) names.add(name);
  };
  for (const value of inputs) add(value);
  for (const node of nodes) addNode(node);
  return names;
}
