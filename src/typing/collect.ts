import { printExpressionForPeople } from "../../shapes/print.ts";
import { symbol } from "../../shapes/size.ts";
import type { Place } from "../document/diagnostic.ts";
import type { AxisTerm, Brackets, NodeId, Port, Statement } from "../document/document.ts";
import {
  expressionsOf,
  type Loop,
  portsOf,
  walkExpression,
  walkStatements,
} from "../document/parts.ts";
import { notGivenYet } from "./absence-messages.ts";
import { type Checking, misplacedSoFar, report } from "./checking.ts";
import { isChanging, openEntryAxes } from "./copies.ts";
import { writtenAxes } from "./declared.ts";
import { checkEntries } from "./entries.ts";
import { definedTwice } from "./name-messages.ts";
import { readSizeAt } from "./read-size.ts";
import { type ArrayEntry, axisNamed, localSymbol, type SizeOrigin } from "./scope.ts";
import { writtenTwice } from "./shape-messages.ts";
import { isMisplaced } from "./stand-ins.ts";

/** The ports of a block, with the statement that holds them. */
export interface Ports {
  readonly statement: Statement;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/**
 * Writes down every array and every axis of a definition before anything is typed, so that the
 * order of lines does not matter and a size said once holds everywhere.
 */
export function collectNames(
  checking: Checking,
  statements: readonly Statement[],
  ports?: Ports,
): void {
  const places = placesOf(checking, statements, ports);
  for (const { terms } of places) {
    for (const term of terms) if (term.kind === "axis") checking.scope.written.add(term.name);
  }
  if (ports) {
    for (const port of ports.inputs) addArray(checking, port, ports.statement, []);
  }
  walkStatements(statements, (statement, loops) => {
    addArrays(checking, statement, [...loops].reverse());
    if (statement.kind === "repeat") checkIndex(checking, statement, loops);
  });
  walkStatements(statements, (statement, loops) => {
    if (statement.kind === "error") addHalfTyped(checking, statement, [...loops].reverse());
  });
  fixInputAxes(checking, statements, ports);
  walkStatements(statements, (statement) => {
    if (statement.kind !== "carry" || !isChanging(statement)) return;
    for (const name of openEntryAxes(statement)) fixAxis(checking, name);
  });
  for (const place of places) for (const term of place.terms) giveSize(checking, term, place);
  for (const place of places) {
    if (place.port)
      checkEntries(checking, place.port, { node: place.node, part: place.part ?? "" });
  }
}

/** The index of a loop around a repeat cannot be told from one of the same name. */
function checkIndex(
  checking: Checking,
  { id, index }: Statement & { readonly kind: "repeat" },
  loops: readonly Loop[],
): void {
  const isTaken = loops.some((loop) => loop.kind === "repeat" && loop.index === index);
  if (index === undefined || !isTaken) return;
  report(checking, definedTwice(index), { node: id, part: `axis ${index}` });
}

/** Shapes and brackets where axes are written, each with the loops around it. */
interface Written {
  readonly node: NodeId;
  readonly terms: readonly AxisTerm[];
  readonly loops: readonly Loop[];
  readonly port?: Port;
  readonly part?: string;
}

function placesOf(
  checking: Checking,
  statements: readonly Statement[],
  ports: Ports | undefined,
): readonly Written[] {
  const places: Written[] = [];
  const addPort = (port: Port, node: NodeId, loops: readonly Loop[]) => {
    places.push({ node, terms: port.shape ?? [], loops, port, part: `result ${port.name}` });
  };
  if (ports) {
    for (const port of ports.inputs) addPort(port, ports.statement.id, []);
  }
  walkStatements(statements, (statement, outer) => {
    const loops = [...outer].reverse();
    const own = isInside(statement, outer);
    for (const port of portsOf(statement))
      addPort(port, statement.id, own ? loops : loops.slice(1));
    if (statement.kind === "scan")
      places.push({ node: statement.id, terms: [statement.axis], loops });
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => {
        if (part.kind !== "call" || !part.brackets || checking.isBlock(part.callee)) return;
        places.push({ node: part.id, terms: termsIn(part.brackets), loops });
      });
    }
  });
  if (ports) {
    for (const port of ports.outputs) addPort(port, ports.statement.id, []);
  }
  return places;
}

/** What a loop collects belongs to the body around it, all else in its body to the loop. */
function isInside(statement: Statement, outer: readonly Loop[]): boolean {
  return statement.kind !== "collect" || outer.length === 0;
}

function termsIn(brackets: Brackets): readonly AxisTerm[] {
  return [
    ...brackets.targets,
    ...(brackets.results ?? []),
    ...brackets.options.flatMap((option) => option.results ?? []),
  ].flatMap((term) => (term.kind === "group" ? term.axes : [term]));
}

function addArrays(checking: Checking, statement: Statement, loops: readonly Loop[]): void {
  switch (statement.kind) {
    case "input":
    case "weight":
      for (const port of statement.ports) addArray(checking, port, statement, loops);
      return;
    case "array":
      for (const port of statement.results) addArray(checking, port, statement, loops);
      return;
    case "each":
      addArray(checking, statement.port, statement, loops);
      return;
    case "carry":
    case "collect":
      addArray(checking, statement.port, statement, loops.slice(1));
      return;
    default:
      return;
  }
}

/** The arrays of a line that did not parse, where no good line makes one of that name; never a message. */
function addHalfTyped(
  { scope }: Checking,
  statement: Extract<Statement, { kind: "error" }>,
  loops: readonly Loop[],
): void {
  for (const port of statement.results ?? []) {
    if (!scope.arrays.has(port.name)) scope.arrays.set(port.name, { port, statement, loops });
  }
}

function addArray(
  checking: Checking,
  port: Port,
  statement: Statement,
  loops: readonly Loop[],
): void {
  const { arrays } = checking.scope;
  const place: Place = { node: statement.id, part: `result ${port.name}` };
  const twice = firstTwice(port.shape ?? []);
  if (twice !== undefined) {
    report(checking, writtenTwice(twice, (port.shape ?? []).map(termText)), place);
  } else if (port.shape?.some((term) => term.kind === "unknown")) {
    report(checking, notGivenYet(`An axis of \`${port.name}\``), place);
  }
  if (arrays.has(port.name)) {
    report(checking, definedTwice(port.name), place);
    return;
  }
  const entry: ArrayEntry = { port, statement, loops };
  arrays.set(port.name, entry);
}

/** The sizes of inputs stand for any value, so no claim may bind them. */
function fixInputAxes(
  checking: Checking,
  statements: readonly Statement[],
  ports: Ports | undefined,
): void {
  const inputs = [
    ...(ports?.inputs ?? []),
    ...statements.flatMap((statement) => (statement.kind === "input" ? statement.ports : [])),
  ];
  const sized = new Set<string>();
  for (const port of inputs) {
    for (const term of port.shape ?? []) {
      if (term.kind === "axis" && term.size) sized.add(term.name);
    }
  }
  const { scope } = checking;
  for (const name of inputs.flatMap((port) => writtenAxes(port) ?? [])) {
    if (!sized.has(name)) fixAxis(checking, name);
  }
  for (const port of inputs) {
    const of = port.entries?.of;
    if (of !== undefined && scope.written.has(of) && !sized.has(of)) fixAxis(checking, of);
  }
}

/** Makes the size of an axis a symbol of its own that no claim may bind. */
function fixAxis(checking: Checking, name: string): void {
  const { scope } = checking;
  if (scope.axes.has(name)) return;
  const axis = axisNamed(scope, name);
  const own = localSymbol(name, scope.definition);
  if (axis.size === symbol(own)) scope.flexible.delete(own);
}

function giveSize(checking: Checking, term: AxisTerm, place: Written): void {
  if (term.kind !== "axis" || !term.size) return;
  const { scope, sizes } = checking;
  const at = { node: place.node, part: `axis ${term.name}` };
  const size = readSizeAt(checking, place.loops, term.size, at);
  if (!size) return;
  const known = scope.axes.get(term.name);
  if (!known) {
    scope.axes.set(term.name, { name: term.name, size });
    scope.origins.set(term.name, originOf(term, place));
    return;
  }
  const clash = sizes.equal(known.size, size, {
    says: `\`${term.name}\` is one axis in all of its block`,
    node: place.node,
    axes: [known],
  });
  if (!clash) return;
  const { says, label } = originOf(term, place);
  const first = scope.origins.get(term.name)?.label;
  const why = [...(clash.why ?? []), says];
  const message = { ...clash, why, labels: [...(first ? [first] : []), label] };
  for (const axis of clash.disputes ?? []) scope.disputed.add(axis);
  // On one line the name of the axis alone would mean the first port that has it.
  const where = first?.at.node === place.node ? label.at : at;
  checking.sizedTwice.push({ axis: term.name, message, place: where });
}

/** Said last: where an axis stands in the place of another, its size is that of the other. */
export function reportSizedTwice(checking: Checking): void {
  for (const { axis, message, place } of checking.sizedTwice) {
    if (!isMisplaced(misplacedSoFar(checking), axis)) report(checking, message, place);
  }
}

function originOf(term: AxisTerm & { kind: "axis" }, { node, port, part }: Written): SizeOrigin {
  const who = port ? `\`${port.name}\` says` : "Brackets say";
  const size = term.size ? printExpressionForPeople(term.size) : "?";
  return {
    says: `${who} \`${term.name}\` = ${size}.`,
    label: {
      at: { node, part: part ?? `axis ${term.name}` },
      text: `\`${term.name}\` is ${size} here.`,
    },
  };
}

function firstTwice(shape: readonly AxisTerm[]): string | undefined {
  const names = shape.flatMap((term) => (term.kind === "axis" ? [term.name] : []));
  return names.find((name, i) => names.indexOf(name) !== i);
}

function termText(term: AxisTerm): string {
  return term.kind === "axis" ? term.name : term.kind === "unknown" ? "?" : "(…)";
}
