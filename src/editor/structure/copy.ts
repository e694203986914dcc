import type { SizeExpression } from "../../../shapes/expression.ts";
import { printSize } from "../../../shapes/print.ts";
import type {
  Document,
  LayoutLine,
  NodeId,
  SizeDefinition,
  Statement,
} from "../../document/document.ts";
import { portsOf } from "../../document/parts.ts";
import { parse } from "../../language/parse.ts";
import { printVerbatim } from "../../language/print.ts";
import type { AxisRecord } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { EditContext } from "../edit.ts";
import { definitionOf, type PlacedStatement } from "../edits/document-tree.ts";
import { followed, idsBetween } from "../edits/finish.ts";
import { withLayout } from "../edits/layout-section.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { fragmentLayout } from "./fragment-layout.ts";
import { capital, linesOf, lineTitle } from "./gather.ts";
import { setApart, splitBlanks } from "./lead.ts";
import { isCrossing } from "./parting.ts";
import { portOf, valuesAt, writtenSize } from "./port.ts";
import { KEEP, substitute } from "./substitute.ts";

/** Lines as text of the language, or why there is nothing to copy. */
export type Copied =
  | { readonly ok: true; readonly text: string; readonly lines: readonly PlacedStatement[] }
  | { readonly ok: false; readonly says: string };

/**
 * The lines of a selection as a text that stands alone: in front of them the sizes and blocks that
 * they need, and an `input` line for the arrays that they read from elsewhere.
 */
export function copy(context: EditContext, nodes: readonly NodeId[]): Copied {
  const chosen = chooseLines(context.document, nodes);
  if (!chosen.ok) return chosen;
  const statements = chosen.lines.map(({ statement }) => statement);
  const blocks = calledBlocks(context.document, statements);
  const inputs = arraysFromElsewhere(context, chosen.lines);
  const sizes = neededSizes(context.document, [
    ...blocks,
    ...(inputs ? [inputs] : []),
    ...statements,
  ]);
  const [first, ...rest] = statements.map((line) => splitBlanks(line).statement);
  if (first === undefined) throw new RangeError("Lines were chosen, but there are none.");
  const spaced = rest.map((line) => (line.kind === "block" ? setApart(line) : line));
  const parts: readonly (readonly Statement[])[] = [
    sizes ? [sizes] : [],
    ...blocks.map((block) => [splitBlanks(block).statement]),
    [...(inputs ? [inputs] : []), first, ...spaced],
  ];
  const [opening = [], ...others] = parts.filter((part) => part.length > 0);
  const apart = others.flatMap(([head, ...tail]) => (head ? [setApart(head), ...tail] : []));
  const whole = { header: [], statements: [...opening, ...apart], layout: [], trailing: [] };
  const definition = definitionOf(context.document, chosen.lines[0]?.path ?? []).name;
  const sized = withSizesFromElsewhere(context, whole, definition);
  const read = inputs === undefined ? [] : portsOf(inputs).map(({ name }) => name);
  const along = [...blocks, ...statements.filter(({ kind }) => kind === "block")];
  const layout = fragmentLayout(context.document, {
    definition,
    lines: statements,
    blocks: along,
    read,
  });
  const text = printVerbatim(layout.length === 0 ? sized : withReadLayout(sized, layout));
  return { ok: true, text, lines: chosen.lines };
}

/** A fragment with a layout section under the ids that its nodes have in its own text. */
function withReadLayout(fragment: Document, layout: readonly LayoutLine[]): Document {
  const read = parse(printVerbatim(fragment)).document;
  return withLayout(fragment, followed(layout, idsBetween(fragment, read)));
}

/** Sizes of axes that only other lines of the definition say are written where an axis comes first. */
function withSizesFromElsewhere(
  context: EditContext,
  fragment: Document,
  definition: string,
): Document {
  const before = context.typed.definitions.get(definition)?.axes ?? new Map<string, AxisRecord>();
  const axes = inferDiagram(fragment).definitions.get("")?.axes ?? new Map<string, AxisRecord>();
  const known = new Set(axes.keys());
  const sizes = new Map<string, SizeExpression>();
  for (const [name, { axis }] of axes) {
    const original = before.get(name)?.axis;
    if (original === undefined || printSize(original.size) === printSize(axis.size)) continue;
    const size = writtenSize(context, original, { definition, known });
    if (size !== undefined) sizes.set(name, size);
  }
  if (sizes.size === 0) return fragment;
  const sizeOfAxis = (name: string) => {
    const size = sizes.get(name);
    sizes.delete(name);
    return size;
  };
  return { ...fragment, statements: substitute(fragment.statements, { ...KEEP, sizeOfAxis }) };
}

/** Whole lines of one definition; what crosses a loop's wall goes only with its loop. */
export function chooseLines(
  document: Document,
  nodes: readonly NodeId[],
):
  | { readonly ok: true; readonly lines: readonly PlacedStatement[] }
  | { readonly ok: false; readonly says: string } {
  const found = linesOf(document, nodes);
  const lines = found.filter(({ statement }) => !isCrossing(statement));
  const [first] = found;
  if (first === undefined) {
    return { ok: false, says: "Nothing is selected; select the operations first." };
  }
  const [kept] = lines;
  if (kept === undefined) {
    const title = capital(lineTitle(first.statement));
    return {
      ok: false,
      says: `${title} crosses the wall of its loop; select the loop to take it along.`,
    };
  }
  const definition = (line: PlacedStatement) => definitionOf(document, line.path).name;
  const inside = lines.filter(
    ({ path }) => path.length > 1 || document.statements[path[0] ?? 0]?.kind !== "block",
  );
  const stray = inside.find((line) => definition(line) !== definition(inside[0] ?? line));
  if (stray === undefined) return { ok: true, lines };
  const titles = [lineTitle(inside[0]?.statement ?? stray.statement), lineTitle(stray.statement)];
  return {
    ok: false,
    says: `${capital(titles.join(" and "))} stand in different blocks; select lines of one.`,
  };
}

/** Blocks and custom functions of the file that lines call, and those that these call, in text order. */
function calledBlocks(document: Document, lines: readonly Statement[]): readonly Statement[] {
  const called = new Set<Statement>();
  const follow = (from: readonly Statement[]): void => {
    const { callees } = boundaryOf(from);
    for (const statement of document.statements) {
      if (statement.kind !== "block" && statement.kind !== "custom") continue;
      if (!callees.has(statement.name) || called.has(statement)) continue;
      called.add(statement);
      if (statement.kind === "block") follow(statement.body);
    }
  };
  follow(lines);
  for (const line of lines) if (line.kind === "block") follow(line.body);
  return document.statements.filter((line) => called.has(line) && !lines.includes(line));
}

function arraysFromElsewhere(
  context: EditContext,
  lines: readonly PlacedStatement[],
): Statement | undefined {
  const statements = lines.map(({ statement }) => statement);
  const { made } = boundaryOf(statements.filter(({ kind }) => kind !== "block"));
  const ports = lines.flatMap(({ statement, path }) => {
    const values = valuesAt(context, path.slice(0, -1));
    const read = boundaryOf([statement]).mentions.filter((name) => !made.has(name));
    return read.flatMap((name) => values.get(name) ?? []);
  });
  const byName = new Map(ports.map((value) => [value.name, value]));
  if (byName.size === 0) return undefined;
  const known = new Set(
    [...byName.values()].flatMap(({ type }) => type.shape.map(({ name }) => name)),
  );
  const definition = definitionOf(context.document, lines[0]?.path ?? []).name;
  return {
    lead: [],
    id: "+input",
    kind: "input",
    ports: [...byName.values()].map((value) => portOf(context, value, { definition, known })),
  };
}

/** The sizes of the file that lines name, and those that their equations name. */
function neededSizes(document: Document, lines: readonly Statement[]): Statement | undefined {
  const definitions = document.statements.flatMap((line) =>
    line.kind === "size" ? line.sizes : [],
  );
  const needed = new Set<SizeDefinition>();
  const follow = (names: Iterable<string>): void => {
    const wanted = new Set(names);
    for (const definition of definitions) {
      if (!wanted.has(definition.name) || needed.has(definition)) continue;
      needed.add(definition);
      follow(axesIn([{ lead: [], id: "", kind: "size", sizes: [definition] }]));
    }
  };
  const bodies = lines.flatMap((line) => (line.kind === "block" ? line.body : [line]));
  follow([...axesIn(lines), ...boundaryOf(bodies).mentions]);
  if (needed.size === 0) return undefined;
  return {
    lead: [],
    id: "+size",
    kind: "size",
    sizes: definitions.filter((each) => needed.has(each)),
  };
}
