import type {
  AxisTerm,
  Document,
  Expression,
  LayoutLine,
  NodeId,
  Port,
  Statement,
} from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import { portsOf, walkExpression } from "../../document/parts.ts";
import { printAxis } from "../../language/print-axes.ts";
import { findOp } from "../../ops/index.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  anew,
  bodyAt,
  definitionOf,
  type Found,
  findNode,
  splitPath,
  type TreePath,
  withBody,
} from "../edits/document-tree.ts";
import { identified, nameExpression, replaceExpression } from "../edits/expression-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { namesUsed } from "../edits/names.ts";
import { tryOut } from "../edits/trial.ts";
import { boundaryOf } from "./boundary.ts";
import { usesOf } from "./callables.ts";
import { idsIn } from "./carried-layout.ts";
import { lineTitle } from "./gather.ts";
import { moveLabels } from "./labels.ts";
import { setApart, splitBlanks, withLead } from "./lead.ts";
import { type BlockStatement, type CallNode, type Names, namesOfBody, rolesOf } from "./opening.ts";
import { plainPort } from "./port.ts";
import { type CallExpression, substitute, unlessSame } from "./substitute.ts";
import { ungroupedLayout } from "./ungroup-layout.ts";

/**
 * Puts the body of a block in the place of one call of it, with the call's arrays and axes for those
 * of the block. A block that nothing else uses goes.
 */
export function ungroup(context: EditContext, { node }: { readonly node: NodeId }): Edit {
  const found = findNode(context.document, node);
  const call = found?.expression;
  if (found === undefined || call?.kind !== "call") {
    return refuse("There is no block here; select the call of a block to ungroup it.");
  }
  const target = targetOf(context, found, call);
  if (typeof target === "string") return refuse(target);
  const draft = build(context, target);
  const edit = finish(context, { ...draft, label: `Ungrouped ${call.callee}` });
  if (!edit.ok) return edit;
  const [error] = tryOut(context, edit.document).errors;
  return error === undefined
    ? edit
    : refuse(`Without its block this does not hold: ${error.title}`);
}

interface Target {
  readonly line: Statement;
  readonly body: TreePath;
  /** Where in the body the lines go. */
  readonly index: number;
  readonly call: CallExpression;
  readonly node: CallNode;
  readonly block: BlockStatement;
}

/** The call with what has to be known of it, or why it stays a call. */
function targetOf(context: EditContext, found: Found, call: CallExpression): Target | string {
  const { document, typed } = context;
  const { callee } = call;
  const { statement: line, path } = found;
  const { name } = definitionOf(document, path);
  const definition = typed.definitions.get(name);
  const node = definition && indexDefinition(definition).nodes.get(call.id);
  const block = document.statements.find(
    (each): each is BlockStatement => each.kind === "block" && each.name === callee,
  );
  if (document.statements.some((each) => each.kind === "custom" && each.name === callee)) {
    return `\`${callee}\` is declared and not expressed, so there is nothing inside to bring out.`;
  }
  if (node?.kind === "call" && node.layer !== undefined) {
    return `\`${callee}\` is one set of weights for all its calls; without its block each would have its own.`;
  }
  if (block === undefined) {
    return findOp(callee) === undefined
      ? `There is no block \`${callee}\` in the file.`
      : `\`${callee}\` is an operation, which has no inside.`;
  }
  if (line.kind === "layer" || line.kind === "weight") {
    return `${lineTitle(line)} is learned once; ungroup where it is used.`;
  }
  if (node?.kind !== "call" || node.wrong === true) {
    return `The call of \`${callee}\` has a problem of its own; solve that first.`;
  }
  if (block.body.some(({ kind }) => kind === "error")) {
    return `\`${callee}\` has a line that cannot be read; mend it first.`;
  }
  const { body, index } = splitPath(path);
  // The start of a carry and what `each` walks over are read outside the loop.
  const isOutside = line.kind === "each" || line.kind === "carry";
  const spot = isOutside ? splitPath(body) : { body, index };
  return { line, ...spot, call, node, block };
}

function build(context: EditContext, target: Target) {
  const { document } = context;
  const { line, body, call, node, block } = target;
  const place = definitionOf(document, body);
  const isWhole = line.kind === "array" && line.value.id === call.id;
  const taken = new Set(namesUsed(document, place));
  const fresh = (name: string): string => {
    let free = name;
    while (taken.has(free)) free = `${free}'`;
    taken.add(free);
    return free;
  };
  const ports = new Map<string, string>();
  const roles = rolesOf(context, { node, place });
  const before: Statement[] = [];
  block.inputs.forEach(({ name }, at) => {
    const value = call.args[at]?.value;
    const operand = node.operands[at];
    if (value === undefined || operand === undefined) return;
    const renaming = renamingOf(node, at, roles);
    if (value.kind === "name" && operand.name === value.name && renaming === undefined) {
      ports.set(name, value.name);
      return;
    }
    const own = fresh(name);
    const port = plainPort(operand, own);
    const shape = port.shape?.map((term) => renaming?.terms.get(printAxis(term)) ?? term);
    const results = [operand.scalar === undefined && shape ? { ...port, shape } : { name: own }];
    const made = renaming === undefined ? value : renaming.of(value);
    before.push(identified({ lead: [], id: `+${own}=`, kind: "array", results, value: made }));
    ports.set(name, own);
  });
  const { made } = boundaryOf(block.body);
  const results: readonly Port[] = isWhole
    ? line.results
    : block.outputs.map(({ name }) => ({ name: fresh(name) }));
  const after: Statement[] = [];
  block.outputs.forEach(({ name }, at) => {
    const port = results[at];
    if (port === undefined) return;
    if (made.has(name) && !ports.has(name)) ports.set(name, port.name);
    else {
      const value = nameExpression(ports.get(name) ?? name);
      after.push(
        identified({ lead: [], id: `+${port.name}=`, kind: "array", results: [port], value }),
      );
    }
  });
  const names = namesOfBody(context, { block, call, node, place, ports, roles });
  const isLast = usesOf(context, block.name) === 1;
  const moved = substitute(block.body, names.substitution).map((each) =>
    withOutputs(each, { target, ports, results, isWhole }),
  );
  const inside = isLast ? moved : moved.map(withOwnIds);
  const lines = withComments([...before, ...inside, ...after], target, isLast);
  const [first] = results;
  const rest = isWhole
    ? []
    : [replaceExpression(line, call.id, () => nameExpression(first?.name ?? ""))];
  const placed = put(document, target, { lines, rest });
  const statements = isLast ? withoutBlock(placed.statements, block) : placed.statements;
  const computing = lines.filter(({ kind }) => kind !== "weight" && kind !== "layer");
  const maker = lines.find((each) => portsOf(each).some(({ name }) => name === first?.name));
  const drawn = indexDefinition(node.definition).nodes;
  const operations = computing.flatMap((each) => operationsOf(each, drawn));
  const arranged = { names, ports, lines: operations, result: maker?.id, isLast };
  const layout = layoutOf(context, target, arranged);
  return {
    document: { ...placed, statements, layout },
    select: computing.map(({ id }) => id),
  };
}

/** What a plate around a line holds: its operations on arrays, the inner ones first. */
function operationsOf(line: Statement, nodes: ReadonlyMap<NodeId, TypedNode>): readonly NodeId[] {
  if (line.kind !== "array") return [line.id];
  const inner: NodeId[] = [];
  walkExpression(line.value, ({ id }) => {
    const results = nodes.get(id.replace(/^\+/, ""))?.results ?? [];
    const isDrawn = results.some(({ scalar }) => scalar === undefined);
    if (id !== line.value.id && isDrawn) inner.unshift(id);
  });
  return [...inner, line.id];
}

/** `rename[t -> x]` for an argument whose axis is another in the body than where it comes from. */
function renamingOf(node: CallNode, at: number, roles: ReadonlyMap<string, string>) {
  const shape = node.definition.inputs[at]?.type.shape ?? [];
  const terms = new Map<string, AxisTerm>();
  for (const { name } of shape) {
    const role = roles.get(name);
    if (role === undefined) continue;
    terms.set(node.bindings.get(name) ?? name, { kind: "axis", name: role });
  }
  if (terms.size === 0) return undefined;
  const targets = [...terms.keys()].map((name): AxisTerm => ({ kind: "axis", name }));
  const brackets = { targets, results: [...terms.values()], options: [] };
  const of = (value: Expression): Expression => ({
    kind: "call",
    id: "",
    callee: "rename",
    brackets,
    args: [{ value }],
  });
  return { terms, of };
}

/** The line that makes an output has the names and the shape that the call's left side gives. */
function withOutputs(
  line: Statement,
  {
    target: { block, node },
    ports,
    results,
    isWhole,
  }: {
    readonly target: Target;
    readonly ports: ReadonlyMap<string, string>;
    readonly results: readonly Port[];
    readonly isWhole: boolean;
  },
): Statement {
  if (line.kind !== "array") return line;
  const changed = line.results.map((port): Port => {
    const at = block.outputs.findIndex(({ name }) => ports.get(name) === port.name);
    const given = results[at];
    if (at < 0 || given === undefined) return port;
    if (given.shape !== undefined) return given;
    const value = node.results[at];
    const order = node.definition.outputs[at]?.type.shape.map(({ name }) => name).join(" ");
    const written = block.outputs[at]?.shape
      ?.map((term) => (term.kind === "axis" ? term.name : ""))
      .join(" ");
    const isReordered = isWhole && written !== undefined && written !== order;
    return isReordered && value ? plainPort(value, port.name) : port;
  });
  return unlessSame(line, { ...line, results: changed });
}

/** A copy of lines has ids of its own until it is read again. */
function withOwnIds(line: Statement): Statement {
  const own = identified({ ...line, id: `+${line.id}` });
  return "body" in own && own.kind !== "error" ? { ...own, body: own.body.map(withOwnIds) } : own;
}

/** Comments of the call, and of the block when it goes, stand above the first of the lines. */
function withComments(
  lines: readonly Statement[],
  { line, call, block }: Target,
  isLast: boolean,
): readonly Statement[] {
  const [first, ...rest] = lines;
  if (first === undefined) return lines;
  const isWhole = line.kind === "array" && line.value.id === call.id;
  const ofBlock = isLast
    ? [...splitBlanks(block).statement.lead, ...commentOf(block), ...block.trailing]
    : [];
  const own = isWhole ? [...line.lead, ...commentOf(line)] : [];
  const blanks = own.length > 0 && first.lead[0] === "" ? splitBlanks(first).statement : first;
  return [withLead(blanks, [...own, ...ofBlock.filter((each) => each !== "")]), ...rest];
}

function commentOf({ comment }: Statement): readonly string[] {
  return comment === undefined || comment === "" ? [] : [`# ${comment}`];
}

function put(
  document: Document,
  { line, body, index }: Target,
  { lines, rest }: { readonly lines: readonly Statement[]; readonly rest: readonly Statement[] },
): Document {
  const isThere = bodyAt(document, body)[index] === line;
  if (isThere) {
    return withBody(document, body, (all) => all.toSpliced(index, 1, ...lines, ...rest.map(anew)));
  }
  const inLoop = [...body, index];
  const changed = withBody(document, inLoop, (all) =>
    all.flatMap((each) => (each === line ? rest.map(anew) : [each])),
  );
  return withBody(changed, body, (all) => all.toSpliced(index, 0, ...lines));
}

function withoutBlock(
  statements: readonly Statement[],
  block: BlockStatement,
): readonly Statement[] {
  const at = statements.findIndex(({ id }) => id === block.id);
  return statements.flatMap((line, index) => {
    if (index === at) return [];
    if (index !== at + 1) return [line];
    if (at === 0 && block.lead[0] !== "") return [splitBlanks(line).statement];
    return [block.lead[0] === "" ? setApart(line) : line];
  });
}

function layoutOf(
  { document }: EditContext,
  { call, block, body }: Target,
  {
    names,
    ports,
    lines,
    result,
    isLast,
  }: {
    readonly names: Names;
    readonly ports: ReadonlyMap<string, string>;
    readonly lines: readonly NodeId[];
    readonly result: NodeId | undefined;
    readonly isLast: boolean;
  },
): readonly LayoutLine[] {
  const to = definitionOf(document, body).name;
  const arrays = new Map([...names.arrays, ...ports]);
  const ids = new Map([...idsIn(block.body)].map((id) => [id, isLast ? id : `+${id}`]));
  const ungrouping = { definition: to, block: block.name, call: call.id, ids, arrays };
  const placed = ungroupedLayout(document.layout, { ...ungrouping, result, lines, isLast });
  return moveLabels(placed, {
    from: block.name,
    to,
    arrays: new Map(
      [...boundaryOf(block.body).made].map((name) => [name, names.arrays.get(name) ?? name]),
    ),
    axes: new Map([...labelledAxes(placed, block), ...names.axes]),
    leaves: () => isLast,
  });
}

/** The axes of a block that have labels, each as itself: those that the call does not rename. */
function labelledAxes(
  layout: readonly LayoutLine[],
  { name }: BlockStatement,
): readonly (readonly [string, string])[] {
  return layout.flatMap((line) =>
    isNameLine(line) && line.of === "axis" && line.block === name
      ? [[line.name, line.name] as const]
      : [],
  );
}
