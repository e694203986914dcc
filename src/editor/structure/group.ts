import type { Document, NodeId, Port, Statement } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  definitionOf,
  type PlacedStatement,
  statementAt,
  type TreePath,
  withBody,
} from "../edits/document-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { nameComplaint, namesUsed, reservedComplaint } from "../edits/names.ts";
import { tryOut } from "../edits/trial.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { callablesOf, suggestBlockName } from "./callables.ts";
import { idsIn } from "./carried-layout.ts";
import { gather, linesTitle, lineTitle } from "./gather.ts";
import { groupedLayout } from "./group-layout.ts";
import { moveLabels } from "./labels.ts";
import { setApart, splitBlanks } from "./lead.ts";
import { isCrossing, isWeights, type Parted, part, usesOutside, whyStuck } from "./parting.ts";
import { plainPort, portOf, valuesAt } from "./port.ts";

/** What is to become a block, and its name where the user has chosen one. */
export interface GroupRequest {
  readonly nodes: readonly NodeId[];
  readonly name?: string;
}

/**
 * Makes lines of one body a block: arrays that they read from outside become its inputs in order of
 * first use, those that are used outside its outputs, and a call stands in their place.
 */
export function group(context: EditContext, { nodes, name }: GroupRequest): Edit {
  const { document } = context;
  const gathered = gather(document, nodes);
  if (!gathered.ok) return refuse(gathered.says);
  const lines = gathered.lines.filter(({ statement }) => canMove(statement));
  const crossing = lines.find(({ statement }) => isCrossing(statement));
  if (crossing) return refuse(crossingStays(document, crossing));
  if (!lines.some(({ statement }) => !isWeights(statement))) {
    return refuse("A block needs an operation; select the lines that compute something.");
  }
  const complaint = name === undefined ? undefined : nameProblem(context, name);
  if (complaint !== undefined) return refuse(complaint);
  const parted = part(context, gathered.body, new Set(lines.map(({ statement }) => statement)));
  const stuck = whyStuck(context, parted);
  if (stuck !== undefined) return refuse(stuck);
  const block = name ?? suggestBlockName(document, parted.inside);
  const draft = build(context, parted, block);
  if (draft === undefined) {
    return refuse("Nothing outside reads these lines, so a block of them would have no output.");
  }
  const edit = finish(context, {
    ...draft,
    label: `Grouped ${linesTitle(parted.inside.filter((line) => !isWeights(line)))} as ${block}`,
  });
  if (!edit.ok) return edit;
  const [error] = tryOut(context, edit.document).errors;
  return error === undefined ? edit : refuse(`As a block these lines do not hold: ${error.title}`);
}

function canMove({ kind }: Statement): boolean {
  return !["input", "output", "size", "require", "multi", "block", "custom", "error"].includes(
    kind,
  );
}

function crossingStays(document: Document, { statement, path }: PlacedStatement): string {
  const loop = statementAt(document, path.slice(0, -1));
  const wall = loop === undefined ? "the loop" : lineTitle(loop);
  return `${lineTitle(statement)} crosses the wall of ${wall}, so it stays there; leave it out of the selection.`;
}

function nameProblem({ document }: EditContext, name: string): string | undefined {
  const complaint = nameComplaint(name) ?? reservedComplaint(name, "a block");
  if (complaint !== undefined) return complaint;
  if (!callablesOf(document).has(name)) return undefined;
  return `\`${name}\` is the name of something else in the file; \`${suggestBlockName(document, [], name)}\` is free.`;
}

function build(context: EditContext, parted: Parted, block: string) {
  const { document } = context;
  const { body, definition, inside, outside, at } = parted;
  const boundary = boundaryOf(inside);
  const values = valuesAt(context, body);
  const read = boundary.mentions.filter((name) => values.has(name) && !boundary.made.has(name));
  const known = new Set(
    read.flatMap((name) => values.get(name)?.type.shape.map((axis) => axis.name) ?? []),
  );
  const inputs = read.flatMap((name) => {
    const value = values.get(name);
    return value ? [portOf(context, value, { definition, known })] : [];
  });
  const used = usesOutside(context, body, new Set(inside));
  const mentioned = new Set(boundary.mentions);
  const unused = boundary.visible.filter((name) => !used.has(name) && !mentioned.has(name));
  const hasOutputs = document.statements.some(({ kind }) => kind === "output");
  const isWanted = (name: string) =>
    used.has(name) || (body.length === 0 && !hasOutputs && unused.includes(name));
  const wanted = boundary.visible.filter(isWanted);
  const leaving = wanted.length > 0 ? wanted : unused;
  const results = leaving.map((name) => resultOf(inside, name) ?? { name });
  if (results.length === 0) return undefined;
  const outputs = results.map((port) => {
    const value = values.get(port.name);
    return value && !value.poisoned ? plainPort(value) : port;
  });
  const [first, ...others] = inside;
  if (first === undefined) return undefined;
  const { blanks, statement: opening } = splitBlanks(first);
  const call: Statement = {
    lead: [...blanks],
    id: "+call",
    kind: "array",
    results,
    value: {
      kind: "call",
      id: "+call",
      callee: block,
      args: read.map((name) => ({ value: { kind: "name", id: `+${name}`, name } })),
    },
  };
  const definitionLine: Statement = {
    lead: [],
    id: "+block",
    kind: "block",
    name: block,
    inputs,
    outputs,
    body: [opening, ...others],
    trailing: [],
  };
  const called = withBody(document, body, () => outside.toSpliced(at, 0, call));
  const statements = withBlock(called.statements, body, definitionLine);
  const axes = new Map([...axesIn(inside), ...known].map((name) => [name, name]));
  const staying = namesUsed(called, definitionOf(called, body));
  const placed = groupedLayout(document.layout, {
    definition,
    block,
    call: call.id,
    moved: idsIn(inside),
    made: boundary.made,
    read: new Set(read),
  });
  const layout = moveLabels(placed, {
    from: definition,
    to: block,
    arrays: new Map([...read, ...boundary.made].map((name) => [name, name])),
    axes,
    leaves: (of, name) => of === "array" && !staying.has(name),
  });
  return { document: { ...called, statements, layout }, select: ["+call"] };
}

/** The port of an array as its author wrote it; what a loop leaves is written without a shape. */
function resultOf(lines: readonly Statement[], name: string): Port | undefined {
  for (const line of lines) {
    if (line.kind === "array" || line.kind === "weight") {
      const ports: readonly Port[] = line.kind === "array" ? line.results : line.ports;
      const port = ports.find((each) => each.name === name);
      if (port === undefined) continue;
      const { shape, entries } = port;
      return { name, ...(shape && { shape }), ...(entries && { entries }) };
    }
  }
  return undefined;
}

/** The block stands before the one that calls it, at the top before the first array. */
function withBlock(
  statements: readonly Statement[],
  body: TreePath,
  block: Statement,
): readonly Statement[] {
  const [outer] = body;
  const isInBlock = outer !== undefined && statements[outer]?.kind === "block";
  const firstArray = statements.findIndex(
    ({ kind }) => !["size", "require", "block", "custom"].includes(kind),
  );
  const at = isInBlock ? outer : Math.max(0, firstArray);
  const before = statements.slice(0, at);
  const [next, ...after] = statements.slice(at);
  const placed = before.length > 0 || next?.lead[0] === "" ? setApart(block) : block;
  return [...before, placed, ...(next ? [setApart(next)] : []), ...after];
}
