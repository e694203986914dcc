import type { Document, Expression, NodeId, Statement } from "../../document/document.ts";
import { isLoop } from "../../document/parts.ts";
import { unreadCallees } from "../../typing/definition.ts";
import type { EditContext } from "../edit.ts";
import { isBlockOutput, isNeededByName, withoutStatement, withUsesReplaced } from "./consumers.ts";
import {
  allStatements,
  bodyAt,
  type DefinitionPlace,
  definitionOf,
  type Found,
  findNode,
  mapStatements,
  type TreePath,
  withInserted,
  withStatement,
} from "./document-tree.ts";
import {
  identified,
  mapExpression,
  mapExpressions,
  nameExpression,
  replaceExpression,
  UNKNOWN,
} from "./expression-tree.ts";
import { healedBy, valueOfOperand } from "./heal.ts";
import { withoutBlockPort } from "./remove-port.ts";
import { typedArray, visibleNames } from "./scope.ts";
import { asOpenLine } from "./unread-line.ts";

/** What is to be deleted: an operation, a line, or one array of a line that names several. */
export interface Removal {
  readonly node: NodeId;
  /** One of several inputs or weights of a line, or a port of a block with `node` the block. */
  readonly array?: string;
}

/** Whether consumers of what goes take what went into it, or are left with `?`. */
export type Healing = "heal" | "leave open";

/** The document without one operation, line or array, and with what needed it by name kept open. */
export function withoutOne(
  context: EditContext,
  document: Document,
  removal: Removal,
  heal: Healing,
): Document {
  const found = findNode(document, removal.node);
  if (found === undefined) return document;
  const { statement, path } = found;
  const place = definitionOf(document, path);
  if (!isWhole(found)) return withoutPart(context, document, found, heal);
  switch (statement.kind) {
    case "array":
      return withoutArray(context, document, { statement, path, place }, heal);
    case "error": {
      const open = asOpenLine(document, path, statement);
      const line = { statement: open, path, place };
      return withoutLostMain(withoutArray(context, document, line, "leave open"));
    }
    case "input":
    case "weight":
    case "output":
      return withoutPorts(document, { statement, path, place }, removal.array);
    case "block":
    case "custom":
      return removal.array === undefined
        ? withoutBlock(withoutStatement(document, path), statement.name)
        : withoutBlockPort(document, path, removal.array);
    case "repeat":
    case "scan":
      return withoutLoop(context, document, { statement, path, place }, heal);
    case "each":
    case "carry":
    case "collect": {
      const gone = withoutStatement(document, path);
      return withoutName(gone, place, statement.port.name);
    }
    case "save":
      return withoutLoads(withoutStatement(document, path), place, statement.memory);
    default:
      return withoutStatement(document, path);
  }
}

/** Whether the node is a whole line and no part of one. */
export function isWhole({ statement, expression }: Found): boolean {
  return (
    expression === undefined ||
    ((statement.kind === "array" || statement.kind === "layer") && statement.value === expression)
  );
}

function withoutPart(
  context: EditContext,
  document: Document,
  { statement, path, expression }: Found,
  heal: Healing,
): Document {
  if (expression === undefined) return document;
  const definition = definitionOf(document, path).name;
  const result = valueOfOperand(context, definition, expression);
  const by = heal === "heal" ? healedBy(context, definition, { expression, result }) : undefined;
  const changed = replaceExpression(statement, expression.id, () => by ?? UNKNOWN);
  return withStatement(document, path, changed);
}

interface Line<Kind extends Statement["kind"]> {
  readonly statement: Extract<Statement, { kind: Kind }>;
  readonly path: TreePath;
  readonly place: DefinitionPlace;
}

function withoutArray(
  context: EditContext,
  document: Document,
  { statement, path, place }: Line<"array">,
  heal: Healing,
): Document {
  const [only] = statement.results.length === 1 ? statement.results : [];
  const array = { definition: place.name, array: only?.name ?? "" };
  const operation = { expression: statement.value, result: typedArray(context.typed, array) };
  const by = heal === "heal" && only ? healedBy(context, place.name, operation) : undefined;
  if (only !== undefined && by !== undefined) {
    const staysLine = by.kind !== "name" || needsLine(document, { statement, path, place }, by);
    if (staysLine) return withStatement(document, path, { ...statement, value: by });
    return withUsesReplaced(withoutStatement(document, path), place, only.name, by);
  }
  const needed = statement.results.filter((port) => isNeededByName(document, place, port.name));
  let current =
    needed.length === 0
      ? withoutStatement(document, path)
      : withStatement(document, path, {
          ...statement,
          results: needed,
          value: openValue(statement),
        });
  for (const port of statement.results) {
    if (needed.includes(port)) continue;
    current = withUsesReplaced(current, place, port.name, UNKNOWN);
  }
  return current;
}

function openValue({ id }: Statement): Expression {
  return { ...UNKNOWN, id };
}

/** Whether the name has to stay, as another name for what stands for it. */
function needsLine(
  document: Document,
  { statement, path, place }: Line<"array">,
  by: Extract<Expression, { kind: "name" }>,
): boolean {
  const name = statement.results[0]?.name ?? "";
  if (isBlockOutput(document, place, name)) return true;
  const isMadeHere = bodyAt(document, path.slice(0, -1)).some(
    (other) => other.kind === "array" && other.results.some((port) => port.name === by.name),
  );
  return isNeededByName(document, place, name) && !isMadeHere;
}

function withoutPorts(
  document: Document,
  { statement, path, place }: Line<"input" | "weight" | "output">,
  array: string | undefined,
): Document {
  const goes = (name: string) => array === undefined || name === array;
  const gone = statement.ports.filter(({ name }) => goes(name));
  let current = document;
  if (gone.length === statement.ports.length) current = withoutStatement(document, path);
  else if (statement.kind === "weight") {
    const ports = statement.ports.filter(({ name }) => !goes(name));
    current = withStatement(document, path, identified({ ...statement, ports }));
  } else {
    const ports = statement.ports.filter(({ name }) => !goes(name));
    current = withStatement(document, path, { ...statement, ports });
  }
  if (statement.kind === "output") return current;
  for (const { name } of gone) current = withoutName(current, place, name);
  return current;
}

/** What read an array that is gone has `?`; who needs the name gets an array that is `?`. */
function withoutName(document: Document, place: DefinitionPlace, name: string): Document {
  return isNeededByName(document, place, name)
    ? withOpenLine(document, place, name)
    : withUsesReplaced(document, place, name, UNKNOWN);
}

function withOpenLine(document: Document, place: DefinitionPlace, name: string): Document {
  const index = bodyAt(document, place.body).length;
  const line: Statement = identified({
    id: `open ${name}`,
    kind: "array",
    lead: [],
    results: [{ name }],
    value: UNKNOWN,
  });
  return withInserted(document, { body: place.body, index }, line);
}

function withoutBlock(document: Document, name: string): Document {
  const header = document.header.filter((line) => line.kind !== "main" || line.block !== name);
  return { ...document, header };
}

/** A block whose first line could not be read may have been the picture. */
function withoutLostMain(document: Document): Document {
  const names = new Set<string>(unreadCallees(document.statements));
  for (const statement of document.statements) {
    if (statement.kind === "block") names.add(statement.name);
  }
  const header = document.header.filter((line) => line.kind !== "main" || names.has(line.block));
  return header.length === document.header.length ? document : { ...document, header };
}

/** A loop that goes lets its consumers take what its carries began with. */
function withoutLoop(
  context: EditContext,
  document: Document,
  { statement, path, place }: Line<"repeat" | "scan">,
  heal: Healing,
): Document {
  let current = withoutStatement(document, path);
  const seen = visibleNames(document, path.slice(0, -1));
  for (const inner of statement.body) {
    if (inner.kind !== "carry" && inner.kind !== "collect") continue;
    const { name } = inner.port;
    const start =
      inner.kind === "carry" && inner.from.kind === "name" ? inner.from.name : undefined;
    const sameShape =
      start !== undefined &&
      healedBy(context, place.name, {
        expression: { kind: "prefix", id: "", operator: "-", of: nameExpression(start) },
        result: typedArray(context.typed, { definition: place.name, array: name }),
      }) !== undefined;
    const by = heal === "heal" && start !== undefined && sameShape && seen.has(start);
    if (isNeededByName(current, place, name)) {
      current = withOpenLine(current, place, name);
      const line = findNode(current, `open ${name}`);
      if (by && line?.statement.kind === "array") {
        const value = { ...nameExpression(start), id: line.statement.id };
        current = withStatement(current, line.path, { ...line.statement, value });
      }
    } else {
      current = withUsesReplaced(current, place, name, by ? nameExpression(start) : UNKNOWN);
    }
  }
  for (const memory of savedIn(statement)) current = withoutLoads(current, place, memory);
  return current;
}

function savedIn(statement: Statement): readonly string[] {
  if (statement.kind === "save") return [statement.memory];
  return isLoop(statement) ? statement.body.flatMap(savedIn) : [];
}

function withoutLoads(document: Document, place: DefinitionPlace, memory: string): Document {
  const stillSaved = allStatements(document).some(
    ({ statement, path }) =>
      statement.kind === "save" &&
      statement.memory === memory &&
      definitionOf(document, path).name === place.name,
  );
  if (stillSaved) return document;
  return mapStatements(document, (statement, path) =>
    definitionOf(document, path).name !== place.name
      ? statement
      : mapExpressions(statement, (expression) =>
          mapExpression(expression, (part) =>
            part.kind === "load" && part.memory === memory ? { ...UNKNOWN, id: part.id } : part,
          ),
        ),
  );
}
