import type {
  BracketOption,
  Document,
  Expression,
  NodeId,
  Statement,
} from "../../document/document.ts";
import { quoted } from "../../ops/shared/phrase.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { orderStatements } from "../../typing/order.ts";
import { indexDefinition } from "../definition-index.ts";
import type { Edit, EditContext } from "../edit.ts";
import { bracketCandidates, needsAxes, type Operand } from "./choose-axes.ts";
import {
  bodyAt,
  definitionOf,
  type Found,
  findNode,
  statementAt,
  type TreePath,
  withStatement,
} from "./document-tree.ts";
import { nameExpression, replaceExpression, UNKNOWN } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { isOpenOption } from "./initial-options.ts";
import { extract } from "./name-operand.ts";
import { axesUsed } from "./names.ts";
import { isUnwritten, withWrittenOutputs } from "./output-port.ts";
import { operandAt, portTitle, withOperand, withoutOperand } from "./port.ts";
import { withResultNames } from "./result-names.ts";
import { type ArrayRef, type PortRef, placeOf, typedArray, visibleNames } from "./scope.ts";
import { opOf, titleOf } from "./titles.ts";
import { bestOf } from "./trial.ts";

/** What a connection makes of a document, before it is read back; or why it cannot be. */
export type Connection =
  | {
      readonly ok: true;
      readonly document: Document;
      /** The line that takes the array, and those that are new. */
      readonly lines: readonly NodeId[];
      /** What the port belongs to. */
      readonly node: NodeId;
      readonly label: string;
    }
  | { readonly ok: false; readonly says: string; readonly loop?: readonly string[] };

/**
 * Connects an array to a port, in the place of what the port had. The connection may be ill-typed;
 * only what has no meaning as text is refused: a loop, and an array that the port cannot see.
 */
export function connect(
  context: EditContext,
  { array, port }: { readonly array: ArrayRef; readonly port: PortRef },
): Edit {
  const connection = drawConnection(context, array, port);
  if (!connection.ok) return refuse(connection.says);
  const { lines, label, node } = connection;
  const document = fitShapes(context, connection.document, lines);
  return finish(context, { document, label, select: [node] });
}

/** Takes an array off a port, which is then `?`; one that may be left out goes. */
export function disconnect(context: EditContext, { port }: { readonly port: PortRef }): Edit {
  if (isUnwritten(port)) {
    return refuse("This array goes out because nothing uses it; connect it to something instead.");
  }
  const found = findNode(context.document, port.node);
  if (found === undefined) return refuse(GONE);
  const old = operandAt(found, port.operand);
  if (old === undefined || old.kind === "unknown") return refuse("Nothing is connected here.");
  const kept = old.kind === "name" ? undefined : extract(context, old.id);
  const base = kept?.document ?? context.document;
  const again = findNode(base, port.node);
  const changed = again && withoutOperand(base, again, port.operand);
  if (again === undefined || changed === undefined) {
    return refuse(
      `${capital(portTitle(context.document, found))} needs an array here; connect another one instead.`,
    );
  }
  const what = kept?.name ?? titleOf(context.document, old);
  const document = withStatement(base, again.path, changed);
  return finish(context, {
    document: fitShapes(context, document, kept === undefined ? [] : [kept.line]),
    label: `Disconnected ${what} from ${portTitle(context.document, found)}`,
    select: [port.node],
  });
}

/** Moves a connection from one port to another; the first is `?` afterwards. */
export function reconnect(
  before: EditContext,
  { from, to }: { readonly from: PortRef; readonly to: PortRef },
): Edit {
  if (isUnwritten(from)) return disconnect(before, { port: from });
  const context = withNamedOperand(before, from);
  const found = findNode(context.document, from.node);
  const old = found && operandAt(found, from.operand);
  if (found === undefined || old === undefined) return refuse(GONE);
  if (old.kind !== "name") return refuse("There is no array here that could be moved.");
  const changed = withoutOperand(context.document, found, from.operand);
  if (changed === undefined) return disconnect(before, { port: from });
  const document = withStatement(context.document, found.path, changed);
  const definition = definitionOf(document, found.path).name;
  const connection = drawConnection(
    { ...context, document },
    { definition, array: old.name },
    shiftedPort(from, to, changed, found),
  );
  if (!connection.ok) return refuse(connection.says);
  const target = findNode(context.document, to.node);
  return finish(before, {
    document: fitShapes(context, connection.document, connection.lines),
    label: `Moved ${old.name} from ${portTitle(context.document, found)} to ${target ? portTitle(context.document, target) : "another port"}`,
    select: [connection.node],
  });
}

/** The document in which a nested result at a port has a name, so that it can go elsewhere. */
function withNamedOperand(context: EditContext, port: PortRef): EditContext {
  const found = findNode(context.document, port.node);
  const old = found && operandAt(found, port.operand);
  const named = old && extract(context, old.id);
  if (named === undefined) return context;
  return { document: named.document, typed: inferDiagram(named.document) };
}

/** An operand that went from a list moves those behind it up. */
function shiftedPort(from: PortRef, to: PortRef, changed: Statement, found: Found): PortRef {
  if (from.node !== to.node || typeof from.operand !== "number" || typeof to.operand !== "number") {
    return to;
  }
  const before = found.expression?.kind === "call" ? found.expression.args.length : 0;
  const now =
    changed.kind === "array" && changed.value.kind === "call" ? changed.value.args.length : before;
  const gone = found.expression?.id === found.statement.id && now < before;
  return gone && to.operand > from.operand ? { ...to, operand: to.operand - 1 } : to;
}

/** Draws a connection without reading it back, for trying it out. */
export function drawConnection(before: EditContext, array: ArrayRef, at: PortRef): Connection {
  const { document: base, port } = withWrittenOutputs(before, at);
  const context = { ...before, document: base };
  const found = findNode(base, port.node);
  if (found === undefined) return { ok: false, says: GONE };
  if (found.statement.kind === "layer") return { ok: false, says: LAYER };
  const hidden = whyHidden(context, array, { found, operand: port.operand });
  if (hidden !== undefined) return { ok: false, says: hidden };
  const named = nameOf(context, array);
  if (named === undefined)
    return {
      ok: false,
      says: "This is a number or no longer in the file, so nothing can read it.",
    };
  const kept = keepReplaced({ ...context, document: named.document }, port);
  const again = findNode(kept.document, port.node);
  if (again === undefined) return { ok: false, says: GONE };
  const twice = whyGivenTwice(again, named.name, port.operand);
  if (twice !== undefined) return { ok: false, says: twice };
  const statement = withOperand(again, port.operand, nameExpression(named.name));
  const document = withStatement(kept.document, again.path, statement);
  const loop = whyLoop(context.document, document, again.path, named.name);
  if (loop !== undefined) return { ok: false, ...loop };
  const label = `Connected ${named.name} to ${portTitle(context.document, found)}`;
  const also = kept.name === undefined ? "" : `, and named what was there ${kept.name}`;
  return {
    ok: true,
    document: withAxes({ ...context, document }, port.node),
    lines: [again.statement.id, ...named.lines, ...kept.lines],
    node: port.node,
    label: label + also,
  };
}

/** Why an array cannot be given out once more. */
function whyGivenTwice(
  { statement }: Found,
  name: string,
  operand: PortRef["operand"],
): string | undefined {
  if (statement.kind !== "output" && statement.kind !== "block") return undefined;
  const ports = statement.kind === "block" ? statement.outputs : statement.ports;
  const is = ports.some((port, at) => port.name === name && at !== operand);
  return is ? `\`${name}\` is given out already.` : undefined;
}

const LAYER = "A layer takes its arrays where it is called; connect them there.";

const GONE = "This operation is no longer in the file.";

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Why a port cannot see an array, with what would help. */
function whyHidden(
  context: EditContext,
  array: ArrayRef,
  { found, operand }: { readonly found: Found; readonly operand: PortRef["operand"] },
): string | undefined {
  const { document } = context;
  const here = definitionOf(document, found.path);
  if (here.name !== array.definition) {
    const from = array.definition === "" ? "the top of the file" : `block \`${array.definition}\``;
    const to = here.name === "" ? "The top of the file" : `Block \`${here.name}\``;
    const what = isNamed(context, array) ? `\`${array.array}\`` : "this result";
    return here.name === ""
      ? `${capital(what)} stays inside ${from}; make it an output of the block to use it here.`
      : `${to} cannot see ${what} of ${from}; give the block an input for it.`;
  }
  const name = typedArray(context.typed, array)?.name ?? array.array;
  if (!isNamed(context, array)) return undefined;
  if (visibleNames(document, readingBody(found, operand)).has(name)) return undefined;
  const place = placeOf(document, array.definition);
  if (typeof place === "string") return place;
  return existsIn(context, array)
    ? `\`${name}\` stays inside its loop; \`carry\` or \`collect\` it to use it outside.`
    : `There is no array named \`${name}\` here.`;
}

function isNamed(context: EditContext, { definition, array }: ArrayRef): boolean {
  const value = typedArray(context.typed, { definition, array });
  return value === undefined || value.name !== undefined;
}

function existsIn(context: EditContext, { definition, array }: ArrayRef): boolean {
  const found = context.typed.definitions.get(definition);
  return found !== undefined && indexDefinition(found).values.has(array);
}

/** The body whose arrays the port reads: a loop's start and slices are read outside of it. */
function readingBody({ path, statement }: Found, operand: PortRef["operand"]): TreePath {
  const body = statement.kind === "block" ? path : path.slice(0, -1);
  const isOutside = statement.kind === "each" || (statement.kind === "carry" && operand !== "to");
  return isOutside ? body.slice(0, -1) : body;
}

interface Named {
  readonly document: Document;
  readonly name: string;
  readonly lines: readonly NodeId[];
}

/** The array's name; an unnamed result gets a line of its own first. */
function nameOf(context: EditContext, array: ArrayRef): Named | undefined {
  if (isNamed(context, array)) {
    const name = typedArray(context.typed, array)?.name ?? array.array;
    return { document: context.document, name, lines: [] };
  }
  const value = typedArray(context.typed, array);
  const extracted = value && extract(context, value.maker);
  return extracted && { ...extracted, lines: [extracted.line] };
}

/** A nested operation that would be lost gets a line of its own first. */
function keepReplaced(
  context: EditContext,
  port: PortRef,
): Omit<Named, "name"> & { readonly name?: string } {
  const found = findNode(context.document, port.node);
  const old = found && operandAt(found, port.operand);
  const kept = old && extract(context, old.id);
  return kept ? { ...kept, lines: [kept.line] } : { document: context.document, lines: [] };
}

/** Why an edit would make an array depend on itself, with the two ways out. */
function whyLoop(
  before: Document,
  after: Document,
  path: TreePath,
  name: string,
): { readonly says: string; readonly loop: readonly string[] } | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const body = path.slice(0, depth);
    const { cycles } = orderStatements(bodyAt(after, body));
    const known = orderStatements(bodyAt(before, body)).cycles;
    const [links] = cycles.length > known.length ? cycles : [];
    if (links !== undefined) {
      const others = links.map((link) => link.name).filter((other) => other !== name);
      const via = others.length === 0 ? "itself" : quoted(others.slice(0, 3));
      return {
        says: `\`${name}\` is made from ${via}, so this would be a loop: disconnect one of them first, or make it a scan that carries \`${name}\`.`,
        loop: links.map((link) => link.name),
      };
    }
    if (statementAt(after, body)?.kind === "block") break;
  }
  return undefined;
}

/** Gives an operation axes for its `?` once all its operands are known. */
export function withAxes(context: EditContext, node: NodeId): Document {
  const { document, typed } = context;
  const found = findNode(document, node);
  const call = found?.expression;
  if (found === undefined || call?.kind !== "call") return document;
  const op = opOf(document, call);
  if (op === undefined || op.name !== call.callee) return document;
  if (!needsAxes(op.brackets, call.brackets)) return document;
  const place = definitionOf(document, found.path);
  const operands = call.args
    .filter(({ keyword }) => keyword === undefined)
    .map(({ value }): Operand => typeOfOperand(context, place.name, value));
  const options = call.brackets?.options ?? [];
  const candidates = [...bracketCandidates(op, operands, axesUsed(document, typed, place))];
  const documents = candidates.map((brackets) => {
    const chosen = brackets && { ...brackets, options: optionsGiven(options, brackets.options) };
    const { brackets: _, ...bare } = call;
    const made: Expression = chosen === undefined ? bare : { ...bare, brackets: chosen };
    const statement = replaceExpression(found.statement, node, () => made);
    const named = { op, brackets: chosen, operands, statement, place };
    const isWhole = found.statement.kind === "array" && found.statement.value.id === node;
    return withStatement(
      document,
      found.path,
      isWhole ? withResultNames(context, named) : statement,
    );
  });
  return bestOf(context, documents)?.document ?? document;
}

/** The options as they stand, with what is proposed for a `?` among them. */
function optionsGiven(
  old: readonly BracketOption[],
  proposed: readonly BracketOption[],
): readonly BracketOption[] {
  return old.map((option) => {
    const other = proposed.find(({ word }) => word === option.word);
    return other !== undefined && isOpenOption(option) ? other : option;
  });
}

function typeOfOperand(context: EditContext, definition: string, value: Expression): Operand {
  if (value.kind === "unknown" || value === UNKNOWN) return undefined;
  const checked = context.typed.definitions.get(definition);
  if (checked === undefined) return undefined;
  const index = indexDefinition(checked);
  if (value.kind === "name") {
    const known = index.values.get(value.name);
    return known === undefined || known.poisoned === true ? undefined : known.type;
  }
  const known = index.values.get(`${value.id}:0`);
  return known === undefined || known.poisoned === true ? undefined : known.type;
}
