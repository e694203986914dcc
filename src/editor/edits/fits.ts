import { printSize, sizeExpression } from "../../../shapes/print.ts";
import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Document, Expression, NodeId, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { OPS } from "../../ops/index.ts";
import { valueText } from "../../typing/describe.ts";
import type { TypedDiagram, TypedNode, Value } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";
import { drawConnection } from "./connect.ts";
import { definitionOf, findNode, statementsOf, withStatement } from "./document-tree.ts";
import { identified } from "./expression-tree.ts";
import { type Callee, drawInsertion } from "./insert-operation.ts";
import { operandAt, portTitle } from "./port.ts";
import { type ArrayRef, type PortRef, placeOf, typedArray, visibleNames } from "./scope.ts";
import { opOf } from "./titles.ts";
import { tryOut } from "./trial.ts";

/** Whether something fits, with what comes out of it or the reason why not. */
export interface Fit {
  readonly fits: boolean;
  /** `Z[y k h]`, where it is known. */
  readonly result?: string;
  /** Why it does not fit, as a sentence. */
  readonly says?: string;
  /** The operation as it would be, where it can be typed. */
  readonly node?: TypedNode;
  /** What keeps it from fitting, where that can be named: axes that it lacks, or a loop of arrays. */
  readonly lack?:
    | { readonly kind: "axes"; readonly axes: readonly string[] }
    | { readonly kind: "loop"; readonly arrays: readonly string[] };
}

/** A port that an array could go to. */
export interface PortFit extends Fit {
  readonly port: PortRef;
  /** What the port belongs to: "dot product". */
  readonly title: string;
  /** Nothing is connected there yet. */
  readonly isFree: boolean;
}

/** An array that could go to a port. */
export interface ArrayFit extends Fit {
  readonly array: ArrayRef;
}

/** An operation or block that could take an array. */
export interface CalleeFit extends Fit {
  readonly what: Callee;
}

/** So many connections are tried for one question; what comes after them is not known to fit or not. */
const MOST = 200;

const answers = new WeakMap<TypedDiagram, Map<string, unknown>>();

function remembered<Answer>({ typed }: EditContext, key: string, ask: () => Answer): Answer {
  const known = answers.get(typed) ?? new Map<string, unknown>();
  answers.set(typed, known);
  if (!known.has(key)) known.set(key, ask());
  // Whoever asks for a key always gets the same kind of answer.
  return known.get(key) as Answer;
}

/** Every port of the definition for one of its arrays: those that fit first, free ones before the rest. */
export function portsFor(context: EditContext, array: ArrayRef): readonly PortFit[] {
  return remembered(context, `ports ${array.definition} ${array.array}`, () => {
    const name = typedArray(context.typed, array)?.name;
    const ports = portsOf(context, array.definition).filter(
      ({ held }) => held?.name !== name || name === undefined,
    );
    const fits = ports.slice(0, MOST).map(({ port, title, held }): PortFit => {
      const isFree = held === undefined || held.kind === "unknown";
      return { port, title, isFree, ...fitAtPort(context, array, port) };
    });
    return fits.toSorted((a, b) => rank(a) - rank(b));
  });
}

function rank(fit: PortFit): number {
  return (fit.fits ? 0 : 2) + (fit.isFree ? 0 : 1);
}

/** Every array that a port can see: those that fit first. */
export function arraysFor(context: EditContext, port: PortRef): readonly ArrayFit[] {
  return remembered(context, `arrays ${port.node} ${port.operand}`, () => {
    const found = findNode(context.document, port.node);
    if (found === undefined) return [];
    const { name: definition } = definitionOf(context.document, found.path);
    const held = operandAt(found, port.operand);
    const names = [...visibleNames(context.document, found.path.slice(0, -1))].slice(0, MOST);
    const others = names.filter((name) => held?.kind !== "name" || held.name !== name);
    const fits = others.map((name): ArrayFit => {
      const array = { definition, array: name };
      return { array, ...fitAtPort(context, array, port) };
    });
    return fits.toSorted((a, b) => Number(b.fits) - Number(a.fits));
  });
}

/** Every operation and block with whether the array can go into its first port. */
export function calleesFor(context: EditContext, array: ArrayRef): readonly CalleeFit[] {
  return remembered(context, `callees ${array.definition} ${array.array}`, () => {
    if (typedArray(context.typed, array) === undefined) return [];
    const blocks = context.document.statements.flatMap((statement): readonly Callee[] =>
      statement.kind === "block" || statement.kind === "custom"
        ? [{ kind: "call", name: statement.name }]
        : [],
    );
    const operations = OPS.filter(({ operands }) => operands.length > 0).map(
      ({ name }): Callee => ({ kind: "operation", name }),
    );
    return [...operations, ...blocks].map((what) => fitOfCallee(context, array, what));
  });
}

/** Whether an array can go into the first port of one operation or block. */
export function fitOfCallee(context: EditContext, array: ArrayRef, what: Callee): CalleeFit {
  const key = `${array.definition} ${array.array}`;
  return remembered(context, `callee ${what.kind} ${what.name} ${key}`, () => {
    const value = typedArray(context.typed, array);
    if (value === undefined) return { what, fits: false, says: "This array is no longer here." };
    return calleeFit(
      remembered(context, `alone ${key}`, () => aloneIn(context, value)),
      what,
    );
  });
}

function calleeFit(context: EditContext, what: Callee): CalleeFit {
  const drawn = drawInsertion(context, { what, into: { definition: "" }, from: [ALONE] });
  if (!drawn.ok) return { what, fits: false, says: drawn.says };
  const trial = tryOut(context, drawn.document);
  const [error] = trial.errors;
  if (error !== undefined) return { what, fits: false, says: error.title };
  const [name = ""] = drawn.names;
  const value = typedArray(trial.typed, { definition: "", array: name });
  const kinds = value?.poisoned === true ? wrongKind(context, what) : undefined;
  if (kinds !== undefined) return { what, fits: false, says: kinds };
  const node = indexDefinition(trial.typed.main).nodes.get(drawn.line);
  return { what, fits: true, ...resultOf(value, trial.typed), ...(node && { node }) };
}

/** Whether the array has the wrong kind of entries for an operation whose other operands are open. */
function wrongKind(context: EditContext, what: Callee): string | undefined {
  const from = [ALONE, ALONE];
  const drawn = drawInsertion(context, { what, into: { definition: "" }, from });
  if (!drawn.ok) return undefined;
  return tryOut(context, drawn.document).errors.find(({ code }) => code === "N12")?.title;
}

const ALONE = "X";

/** A small file with the sizes and blocks of the context and one array of this type. */
function aloneIn({ document, typed }: EditContext, value: Value): EditContext {
  const shape = value.type.shape.map(({ name, size }): AxisTerm => {
    const isOwn = printSize(size) === name || /[^A-Za-z0-9_ +*/()%-]/.test(printSize(size));
    return { kind: "axis", name, ...(!isOwn && { size: sizeExpression(size) }) };
  });
  const { entries } = value.type;
  const of = entries.kind === "index" ? entries.axis : entries.kind;
  const port = { name: ALONE, shape, ...(of !== "real" && { entries: { of } }) };
  const kept = document.statements.filter(
    ({ kind }) => kind === "size" || kind === "block" || kind === "custom",
  );
  const input: Statement = { id: "alone", kind: "input", lead: [], ports: [port] };
  const small: Document = { header: [], statements: [...kept, input], layout: [], trailing: [] };
  return { document: small, typed: typed.definitions.size === 0 ? typed : inferDiagram(small) };
}

function resultOf(value: Value | undefined, typed: TypedDiagram): { readonly result?: string } {
  if (value === undefined || value.poisoned === true || value.scalar !== undefined) return {};
  return { result: valueText(value, [...typed.sizes.keys()]) };
}

interface PlacedPort {
  readonly port: PortRef;
  readonly title: string;
  readonly held: (Expression & { readonly name?: string }) | undefined;
}

/** The ports of the operations of a definition, and those of its loop ends and outputs. */
function portsOf(context: EditContext, definition: string): readonly PlacedPort[] {
  const { document, typed } = context;
  const place = placeOf(document, definition);
  const checked = typed.definitions.get(definition);
  if (typeof place === "string" || checked === undefined) return [];
  const { nodes } = indexDefinition(checked);
  const ports: PlacedPort[] = [];
  for (const { statement, path } of statementsOf(document, place)) {
    const add = (node: NodeId, operand: number | string, expression?: Expression): void => {
      const found = { statement, path, ...(expression && { expression }) };
      const title = portTitle(document, found);
      ports.push({ port: { node, operand }, title, held: operandAt(found, operand) });
    };
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => {
        const isOperation = part.kind === "call" || part.kind === "infix" || part.kind === "prefix";
        const isOpen = part.kind === "unknown" && part === expression;
        if (!isOpen && !(isOperation && nodes.has(part.id))) return;
        const count = isOpen ? 1 : portCount(document, part);
        for (let operand = 0; operand < count; operand += 1) add(part.id, operand, part);
      });
    }
    const isEnd =
      statement.kind === "each" || statement.kind === "carry" || statement.kind === "collect";
    if ((isEnd && statement.from.kind === "name") || statement.kind === "save")
      add(statement.id, 0);
    if (statement.kind === "carry") add(statement.id, "to");
  }
  return ports;
}

function portCount(document: Document, expression: Expression): number {
  if (expression.kind === "infix") return 2;
  if (expression.kind !== "call") return 1;
  const given = expression.args.filter(({ keyword }) => keyword === undefined).length;
  const positional = opOf(document, expression)?.operands.filter(({ keyword }) => !keyword) ?? [];
  const repeated = positional.at(-1)?.repeated;
  const least = positional.length - (repeated === undefined ? 0 : 1 - repeated.least);
  return Math.max(given, least);
}

/** Two sizes for one axis stand where the axis is first given, not where its arrays meet. */
const SIZES: ReadonlySet<string> = new Set(["S02", "S03"]);

/** Whether an array can go to one port. */
export function fitAtPort(context: EditContext, array: ArrayRef, port: PortRef): Fit {
  const key = `fit ${array.definition} ${array.array} ${port.node} ${port.operand}`;
  return remembered(context, key, () => fitOf(context, array, port));
}

/** Tries a connection: mistakes count where they stand at the operation that takes the array. */
function fitOf(context: EditContext, array: ArrayRef, port: PortRef): Fit {
  const drawn = drawConnection(context, array, port);
  if (!drawn.ok) {
    const { says, loop } = drawn;
    return { fits: false, says, ...(loop && { lack: { kind: "loop", arrays: loop } }) };
  }
  const found = findNode(drawn.document, drawn.node);
  if (found === undefined) return { fits: true };
  const { statement, path } = found;
  const document =
    statement.kind === "array"
      ? withStatement(drawn.document, path, identified(shapeless(statement)))
      : drawn.document;
  const typed = inferDiagram(document);
  const here = new Set(idsIn(statement).concat(idsIn(identified(statement))));
  const before = new Set(context.typed.diagnostics.map(({ title }) => title));
  const user = ({ facts }: Diagnostic) =>
    facts?.kind === "axis of input" ? facts.users.find((each) => here.has(each.node)) : undefined;
  const fresh = typed.diagnostics.filter((each) => {
    const { severity, code, place, title } = each;
    if (severity !== "error" || code === "S05" || code === "N04" || before.has(title)) return false;
    return here.has(place.node ?? "") || SIZES.has(code) || user(each) !== undefined;
  });
  const [error] = fresh;
  if (error !== undefined) {
    const axes = fresh.flatMap(({ code, place, facts }) => {
      if (facts?.kind === "axis of input") return facts.axis;
      return code === "S01" && place.part?.startsWith("axis ") === true ? place.part.slice(5) : [];
    });
    const lack = axes.length > 0 && ({ kind: "axes", axes } as const);
    return { fits: false, says: user(error)?.title ?? error.title, ...(lack && { lack }) };
  }
  const checked = typed.definitions.get(definitionOf(document, path).name);
  const index = checked && indexDefinition(checked);
  const node = index?.nodes.get(drawn.node);
  const [result] = index?.nodes.get(statement.id)?.results ?? [];
  return { fits: true, ...resultOf(result, typed), ...(node && { node }) };
}

function shapeless(statement: Extract<Statement, { kind: "array" }>): typeof statement {
  return { ...statement, results: statement.results.map(({ shape: _, ...port }) => port) };
}

function idsIn(statement: Statement): NodeId[] {
  const ids = [statement.id];
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => ids.push(part.id));
  }
  return ids;
}
