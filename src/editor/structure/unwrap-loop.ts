import type { AxisTerm, Expression, NodeId, Port, Statement } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { definitionOf, findNode, splitPath, withBody } from "../edits/document-tree.ts";
import { identified, nameExpression } from "../edits/expression-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { namesUsed } from "../edits/names.ts";
import { tryOut } from "../edits/trial.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { spreadAxes } from "./broadcast.ts";
import { freeName } from "./callables.ts";
import { lineTitle } from "./gather.ts";
import { moveLabels } from "./labels.ts";
import { withLead } from "./lead.ts";
import { isCrossing } from "./parting.ts";
import { KEEP, substitute, unlessSame } from "./substitute.ts";

type Loop = Extract<Statement, { kind: "repeat" | "scan" }>;

/**
 * Takes the walls of a loop away: slices become the whole arrays again and stacks what the lines make
 * of them; of a repeat one copy stays.
 */
export function unwrapLoop(context: EditContext, { node }: { readonly node: NodeId }): Edit {
  const { document } = context;
  const found = findNode(document, node);
  const loop = found?.statement;
  if (found === undefined || (loop?.kind !== "repeat" && loop?.kind !== "scan")) {
    return refuse("There is no loop here; select a repeat or a scan to unwrap it.");
  }
  const complaint = whyWalled(loop);
  if (complaint !== undefined) return refuse(complaint);
  const taken = namesUsed(document, definitionOf(document, found.path));
  const { lines, arrays } = linesWithoutWalls(loop, taken);
  const { body, index } = splitPath(found.path);
  const [first, ...rest] = lines;
  const comment = loop.comment === undefined || loop.comment === "" ? [] : [`# ${loop.comment}`];
  const lead = [...loop.lead, ...comment, ...loop.trailing.filter((line) => line !== "")];
  const freed = first === undefined ? [] : [withLead(first, lead), ...rest];
  const placed = withBody(document, body, (all) => all.toSpliced(index, 1, ...freed));
  const { name } = definitionOf(document, body);
  const labels = { from: name, to: name, arrays, axes: new Map(), leaves: () => true };
  const layout = moveLabels(document.layout, labels).filter(
    (line) => line.kind !== "open" || line.node !== loop.id,
  );
  const edit = finish(context, {
    document: { ...placed, layout },
    label: `Unwrapped ${lineTitle(loop).replaceAll("`", "")}`,
    select: freed.map(({ id }) => id),
  });
  if (!edit.ok) return edit;
  const [error] = tryOut(context, edit.document).errors;
  return error === undefined ? edit : refuse(`Without its loop this does not hold: ${error.title}`);
}

function whyWalled(loop: Loop): string | undefined {
  const title = lineTitle(loop);
  const carry = loop.body.find(({ kind }) => kind === "carry");
  const sliced = loop.body.some(({ kind }) => kind === "each" || kind === "collect");
  if (carry !== undefined && (loop.kind === "scan" || sliced)) {
    return `${lineTitle(carry)} is carried from step to step, so these lines cannot stand outside ${title}.`;
  }
  const changing = loop.body.find((line) => line.kind === "carry" && line.to.shape !== undefined);
  if (changing !== undefined) {
    return `${lineTitle(changing)} changes its shape from copy to copy, so these lines cannot stand outside ${title}.`;
  }
  if (loop.body.some(({ kind }) => kind === "error")) {
    return `There is a line in ${title} that cannot be read; mend it first.`;
  }
  const index = loop.kind === "repeat" ? loop.index : undefined;
  const used = new Set([...axesIn(loop.body), ...boundaryOf(loop.body).mentions]);
  if (index !== undefined && used.has(index) && !sliced) {
    return `These lines use \`${index}\`, which counts the copies and is not known outside the repeat.`;
  }
  return undefined;
}

/** The lines of a loop as they stand without it, and what its arrays are called then. */
function linesWithoutWalls(loop: Loop, taken: ReadonlySet<string>) {
  const axis = loop.kind === "repeat" ? loop.index : printed(loop.axis);
  const inner = loop.body.filter((line) => !isCrossing(line));
  const entries = loop.body.flatMap((line) => entryOf(line, axis, taken));
  const arrays = new Map(entries.map(({ name, from }) => [name, from]));
  const { visible } = boundaryOf(inner);
  const ports = new Map<string, Port>();
  const after = loop.body.flatMap((line): readonly Statement[] => {
    if (line.kind !== "collect" && line.kind !== "carry") return [];
    const from = line.kind === "collect" ? line.from : nameExpression(line.to.name);
    if (from.kind !== "name" || !visible.includes(from.name) || arrays.has(from.name)) {
      return [madeBy(line, line.port, from)];
    }
    arrays.set(from.name, line.port.name);
    ports.set(line.port.name, line.port);
    return [];
  });
  const sliced = loop.body.flatMap((line) => (line.kind === "each" ? [line.port.name] : []));
  const stacked = axis === undefined ? [] : [axis];
  const extra = spreadAxes(inner, new Map(sliced.map((name) => [name, stacked])));
  const names = {
    ...KEEP,
    array: (name: string) => arrays.get(name) ?? name,
    extraAxes: (name: string) => extra.get(name) ?? [],
  };
  const freed = substitute([...inner, ...after], names).map((line) => withPorts(line, ports));
  return { lines: [...entries.flatMap(({ line }) => line ?? []), ...freed], arrays };
}

interface Entry {
  /** The name inside the loop, and that of the array from outside. */
  readonly name: string;
  readonly from: string;
  /** The line that gives what enters a name, when it has none. */
  readonly line?: Statement;
}

function entryOf(
  line: Statement,
  axis: string | undefined,
  taken: ReadonlySet<string>,
): readonly Entry[] {
  if (line.kind !== "each" && line.kind !== "carry") return [];
  const { port, from } = line;
  const { name } = port;
  if (from.kind === "name") return [{ name, from: from.name }];
  const start = freeName(`${name.replace(/'+$/, "")}0`, taken);
  const isSlice = line.kind === "each" && axis !== undefined;
  const shape = isSlice && port.shape ? [term(axis), ...port.shape] : port.shape;
  const whole = { ...port, name: start, ...(shape && { shape }) };
  return [{ name, from: start, line: madeBy(line, whole, from) }];
}

function printed(axis: AxisTerm): string | undefined {
  return axis.kind === "axis" ? axis.name : undefined;
}

function term(name: string): AxisTerm {
  return { kind: "axis", name };
}

function madeBy(line: Statement, port: Port, value: Expression): Statement {
  const { lead, comment } = line;
  const around = { lead, ...(comment !== undefined && { comment }) };
  return identified({ ...around, id: `+${port.name}`, kind: "array", results: [port], value });
}

/** What left the loop is written as its stack was. */
function withPorts(line: Statement, ports: ReadonlyMap<string, Port>): Statement {
  if (line.kind !== "array") return line;
  const results = line.results.map((port) => {
    const given = ports.get(port.name);
    return given?.shape === undefined ? port : given;
  });
  return unlessSame(line, { ...line, results });
}
