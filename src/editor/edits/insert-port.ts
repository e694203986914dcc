import type {
  AxisTerm,
  Document,
  EntriesTerm,
  Expression,
  Port,
  Statement,
} from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  bodyAt,
  type DefinitionPlace,
  definitionOf,
  leadAt,
  mapStatements,
  type TreePath,
  withInserted,
  withStatement,
} from "./document-tree.ts";
import {
  identified,
  identifiedAnew,
  mapExpression,
  mapExpressions,
  UNKNOWN,
} from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { arrayNameComplaint, type BodyRef, bodyOf } from "./insert-operation.ts";
import { freshArrayName, namesUsed } from "./names.ts";

/** An array that comes in, is learned or goes out. */
export interface PortInsertion {
  readonly kind: "input" | "weight" | "output";
  /** Inputs and outputs belong to the definition, also where a loop is named. */
  readonly into: BodyRef;
  /** A known array may be made an output; else the name is a new one. */
  readonly name?: string;
  /** Its axes; left out they are `?`. */
  readonly shape?: readonly AxisTerm[];
  /** What its entries are, where they are no real numbers. */
  readonly entries?: EntriesTerm;
}

const WORDS = { input: "X", weight: "W", output: "Y" } as const;
const UNKNOWN_SHAPE: readonly AxisTerm[] = [{ kind: "unknown" }];

/** Statements that an input or a weight stands behind. */
const FRONT: ReadonlySet<Statement["kind"]> = new Set([
  ...(["size", "require", "multi", "input", "weight"] as const),
  ...(["each", "carry", "collect"] as const),
]);

/** Words of lines that stand before everything else, also while they cannot be read. */
const HEADER = /^\s*(?:diagram|source|note|main)\b/;

function isInFront(statement: Statement): boolean {
  if (statement.kind !== "error") return FRONT.has(statement.kind);
  return HEADER.test(statement.text);
}

/** Places an input, a learned array or an output; inputs and outputs of a block stand in its first line. */
export function insertPort(context: EditContext, insertion: PortInsertion): Edit {
  const { document } = context;
  const { kind, shape = UNKNOWN_SHAPE, entries } = insertion;
  const place = bodyOf(document, insertion.into);
  if (typeof place === "string") return refuse(place);
  const { definition } = place;
  const name = insertion.name ?? freshArrayName(WORDS[kind], context, definition);
  const isKnown = kind === "output" && namesUsed(document, definition).has(name);
  const complaint = isKnown ? undefined : arrayNameComplaint(document, definition, name);
  if (complaint !== undefined) return refuse(complaint);
  const added = { kind, name, shape, isKnown, ...(entries && { entries }) };
  const { document: made, select } = isPortOfBlock(definition, kind)
    ? withBlockPort(context, definition, added)
    : withLine(document, kind === "weight" ? place.body : [], added);
  const word = kind === "weight" ? "learned array" : kind;
  return finish(context, { document: made, label: `Added ${word} ${name}`, select: [select] });
}

interface Added {
  readonly kind: PortInsertion["kind"];
  readonly name: string;
  readonly shape: readonly AxisTerm[];
  readonly entries?: EntriesTerm;
  readonly isKnown: boolean;
}

interface Made {
  readonly document: Document;
  readonly select: string;
}

function isPortOfBlock({ body }: DefinitionPlace, kind: PortInsertion["kind"]): boolean {
  return body.length > 0 && kind !== "weight";
}

/** A line of its own: behind those like it, or at the end for an output. */
function withLine(document: Document, body: TreePath, added: Added): Made {
  const { kind, name, shape, entries, isKnown } = added;
  const ports = [{ name, shape, ...(entries && { entries }) }];
  const select = `new ${kind} ${name}`;
  if (kind !== "output") {
    const line: Statement = { id: select, kind, lead: [], ports };
    const statements = bodyAt(document, body);
    const rest = statements.findIndex((statement) => !isInFront(statement));
    const index = rest < 0 ? statements.length : rest;
    return { document: withInserted(document, { body, index }, line), select };
  }
  const made = isKnown ? document : withOpenArray(document, body, name);
  const index = bodyAt(made, body).length;
  const line: Statement = { id: select, kind, lead: leadAt(made, body), ports: [{ name }] };
  return { document: withInserted(made, { body, index }, line), select };
}

/** An array that nothing makes yet. */
function withOpenArray(document: Document, body: TreePath, name: string): Document {
  const index = bodyAt(document, body).length;
  const line: Statement = identified({
    id: `new ${name}`,
    kind: "array",
    lead: leadAt(document, body),
    results: [{ name }],
    value: UNKNOWN,
  });
  return withInserted(document, { body, index }, line);
}

/** A port of a block: its calls get a `?` for an input and a new array for an output. */
function withBlockPort(context: EditContext, place: DefinitionPlace, added: Added): Made {
  const { document } = context;
  const { kind, name, shape, entries, isKnown } = added;
  const block = bodyAt(document, []).at(place.body[0] ?? 0);
  if (block?.kind !== "block") throw new RangeError(`The block ${place.name} is not there.`);
  const port: Port = isKnown ? { name } : { name, shape, ...(entries && { entries }) };
  const side = kind === "input" ? "inputs" : "outputs";
  const signed = withStatement(document, place.body, { ...block, [side]: [...block[side], port] });
  const given: string[] = [];
  const called = mapStatements(signed, (statement, path) =>
    kind === "input"
      ? identifiedIfChanged(statement, withOpenArgument(statement, place.name))
      : withMoreResults({ ...context, document: signed }, { statement, path }, place.name, {
          name,
          given,
        }),
  );
  const made = kind === "output" && !isKnown ? withOpenArray(called, place.body, name) : called;
  return { document: made, select: block.id };
}

function identifiedIfChanged(old: Statement, changed: Statement): Statement {
  return old === changed ? old : identifiedAnew(changed);
}

function withOpenArgument(statement: Statement, block: string): Statement {
  const open = (part: Expression): Expression => {
    if (part.kind !== "call" || part.callee !== block) return part;
    const args = part.args.map(({ value, ...rest }) => ({
      ...rest,
      value: mapExpression(value, open),
    }));
    return { ...part, args: [...args, { value: UNKNOWN }] };
  };
  if (statement.kind === "layer") return statement;
  return mapExpressions(statement, (expression) => mapExpression(expression, open));
}

function withMoreResults(
  context: EditContext,
  { statement, path }: { readonly statement: Statement; readonly path: TreePath },
  block: string,
  { name, given }: { readonly name: string; readonly given: string[] },
): Statement {
  if (statement.kind !== "array" || statement.value.kind !== "call") return statement;
  if (statement.value.callee !== block) return statement;
  const fresh = freshArrayName(name, context, definitionOf(context.document, path), given);
  given.push(fresh);
  return { ...statement, results: [...statement.results, { name: fresh }] };
}
