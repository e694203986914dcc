import type { Entries } from "../../shapes/array-type.ts";
import type { SizeExpression } from "../../shapes/expression.ts";
import { constantValue, type Size, substitute } from "../../shapes/size.ts";
import type { Place } from "../document/diagnostic.ts";
import type { Argument, Brackets, NodeId } from "../document/document.ts";
import { notGivenYet } from "./absence-messages.ts";
import { type Bindings, bindAxes, boundAt, type Joint } from "./binding.ts";
import { bindSizes, type Replace, type SizeLink } from "./block-sizes.ts";
import { openEntriesOfCall } from "./call-entries.ts";
import { axisNames, type Body, type Checking, quoteValue, report } from "./checking.ts";
import {
  type Computed,
  declaredResults,
  type Left,
  settleResults,
  writtenAxes,
} from "./declared.ts";
import type { Value } from "./diagram.ts";
import { entriesFit } from "./entries.ts";
import { liftAxes } from "./lift.ts";
import type { Message } from "./message.ts";
import {
  bindsNoSize,
  bindsNothing,
  contradiction,
  noResultsAllowed,
  unknownKeyword,
  unknownOption,
  wrongArgumentCount,
  wrongEntries,
} from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { reportOpenPorts } from "./open-operand.ts";
import { readSizeAt } from "./read-size.ts";
import { instantiate, requirementKey } from "./requirement.ts";
import { axisNamed } from "./scope.ts";
import { axisTwice } from "./shape-messages.ts";
import type { Signature } from "./signature.ts";

/** A block or custom box where it is called. */
export interface BlockUse {
  readonly signature: Signature;
  readonly id: NodeId;
  readonly at: NodeId;
  readonly brackets?: Brackets | undefined;
  readonly args: readonly Argument[];
  readonly left?: Left | undefined;
  readonly layer?: string | undefined;
}

/** What the brackets of a call say about a block. */
interface BlockBrackets {
  readonly axes: Bindings;
  /** Names for axes that the block makes. */
  readonly made: Bindings;
  readonly sizes: readonly SizeLink[];
}

/** Types one call of a block: arguments are renamed on the way in and results on the way out. */
export function inferBlockCall(checking: Checking, body: Body, use: BlockUse): readonly Value[] {
  const { signature, id, left } = use;
  const callee = signature.name;
  const operands = use.args
    .filter((arg) => arg.keyword === undefined)
    .map((arg) => checking.inferArgument(body, arg.value));
  reportOpenPorts(checking, signature, { ...use, callee: use.layer ?? callee, operands });
  const poisoned =
    signature.suspect || [...operands, ...signature.outputs].some((value) => value.poisoned);
  const [before, required] = [checking.diagnostics.length, checking.requirements.length];
  const maker = { id, callee, left, poisoned };
  const resolved = resolve(checking, body, use, operands);
  if (poisoned) {
    checking.diagnostics.length = before;
    checking.requirements.length = required;
  }
  const title = { id, title: callee, operands };
  if (!resolved) {
    const results = declaredResults(checking, maker, guess(operands));
    const isSaid = checking.diagnostics.length > before;
    const wrong = !poisoned && (isSaid ? { wrong: true } : { told: true });
    body.nodes.push({ kind: "box", ...title, reason: "error", results, ...wrong });
    return results;
  }
  const known = checking.diagnostics.length;
  const { values, wrong, told } = settleResults(checking, maker, resolved.computed);
  if (poisoned) checking.diagnostics.length = known;
  const rest = { results: values, ...(wrong && { wrong }), ...(told && { told }) };
  if (signature.kind === "custom") {
    const { consumed } = resolved;
    body.nodes.push({ kind: "box", ...title, reason: "custom", consumed, ...rest });
    return values;
  }
  body.nodes.push({
    kind: "call",
    id,
    definition: signature.definition,
    bindings: resolved.bindings,
    sizes: resolved.sizes,
    operands,
    ...(use.layer !== undefined && { layer: use.layer }),
    ...rest,
  });
  return values;
}

interface Resolved {
  readonly computed: readonly Computed[];
  /** Axes of the ports, and those that the block makes, to axes here. */
  readonly bindings: Bindings;
  /** Per operand, the axes that the ports take; those that are left are broadcast over. */
  readonly consumed: readonly (readonly string[])[];
  readonly sizes: ReadonlyMap<string, Size>;
}

function resolve(
  checking: Checking,
  body: Body,
  use: BlockUse,
  operands: readonly Value[],
): Resolved | undefined {
  const { signature, at } = use;
  const callee = signature.name;
  const fail = (message: Message, part = "name"): undefined =>
    report(checking, message, { node: at, part }) as undefined;
  const keyword = use.args.find((arg) => arg.keyword !== undefined)?.keyword;
  if (keyword !== undefined) {
    return fail(unknownKeyword(callee, keyword, undefined), `option ${keyword}`);
  }
  const count = signature.inputs.length;
  if (operands.length !== count) {
    const takes = count === 0 ? "no arrays" : count === 1 ? "1 array" : `${count} arrays`;
    return fail(wrongArgumentCount(callee, takes, operands.length));
  }
  const brackets = readBlockBrackets(checking, body, use);
  if (!brackets) return undefined;
  const joints = jointsOf(use, operands);
  const bound = bindAxes(callee, joints, brackets.axes);
  if (bound.message) return fail(bound.message);
  const links = [...brackets.sizes, ...axisLinks(checking, signature, operands, bound.bindings)];
  const found = bindSizes(checking, { callee, node: at }, links);
  if ("code" in found) return fail(found);
  const made = nameMadeAxes(signature, { ...bound, joints, named: brackets.made, left: use.left });
  const bindings = new Map([...bound.bindings, ...made]);
  if (!entriesAllFit(checking, use, operands, bindings)) return undefined;
  const before = checking.sizes.requirementCount();
  checkRequirements(checking, signature, found.replace, at);
  const { entries } = signature;
  const given = { entries, brackets: use.brackets, loops: body.loops, replace: found.replace };
  if (!openEntriesOfCall(checking, { callee, at, ...given })) return undefined;
  const consumed = joints.map((joint) => boundAt(joint, bindings));
  const computed: Computed[] = [];
  for (const output of signature.outputs) {
    const axes = output.type.shape.map((axis) => bindings.get(axis.name) ?? axis.name);
    const lifted = liftAxes({
      inputs: joints.map((joint) => joint.given),
      consumed,
      made: axes,
    });
    if (lifted.kind === "twice") {
      const { axis } = lifted;
      const from = joints.filter(({ given }) => given.includes(axis));
      return fail(axisTwice(axis, lifted.axes, from), `axis ${axis}`);
    }
    const clash = adoptSizes(checking, use, output, { made, replace: found.replace });
    if (clash) return checking.sizes.refutesSince(before) ? undefined : fail(clash);
    computed.push({ axes: lifted.axes, entries: renameEntries(output.type.entries, bindings) });
  }
  return { computed, bindings, consumed, sizes: found.sizes };
}

function readBlockBrackets(
  checking: Checking,
  body: Body,
  use: BlockUse,
): BlockBrackets | undefined {
  const { signature, at } = use;
  const callee = signature.name;
  const axes = new Map<string, string>();
  const made = new Map<string, string>();
  const sizes: SizeLink[] = [];
  const { brackets } = use;
  if (!brackets) return { axes, made, sizes };
  const option = brackets.options[0];
  if (option) {
    const place = { node: at, part: `option ${option.word}` };
    report(checking, unknownOption(callee, option.word, undefined), place);
    return undefined;
  }
  if (brackets.results) {
    report(checking, noResultsAllowed(callee), { node: at, part: "name" });
    return undefined;
  }
  const ports = new Set(signature.inputs.flatMap((port) => axisNames(port.type.shape)));
  const outputs = new Set(signature.outputs.flatMap((port) => axisNames(port.type.shape)));
  for (const term of brackets.targets) {
    if (term.kind !== "axis") {
      report(checking, notGivenYet(`A binding of \`${callee}\``), { node: at });
      return undefined;
    }
    const place = { node: at, part: `axis ${term.name}` };
    const isPort = ports.has(term.name);
    if (isPort && term.size && term.size.kind !== "name") {
      report(checking, bindsNoSize(callee, term.name), place);
      return undefined;
    }
    if (isPort || (outputs.has(term.name) && (!term.size || term.size.kind === "name"))) {
      const to = term.size?.kind === "name" ? term.size.name : term.name;
      (isPort ? axes : made).set(term.name, to);
      continue;
    }
    const inside = checking.scope.table.size(term.name);
    if (!inside || !term.size) {
      const known = [...ports, ...outputs, ...signature.fileSizes];
      report(checking, bindsNothing(callee, term.name, nearestName(term.name, known)), place);
      return undefined;
    }
    const outside = readPositive(checking, body, term.name, term.size, place);
    if (!outside) return undefined;
    sizes.push({ name: term.name, inside, outside });
  }
  return { axes, made, sizes };
}

/** A size that brackets give; a number below 1 is a mistake. */
function readPositive(
  checking: Checking,
  body: Body,
  name: string,
  expression: SizeExpression,
  place: Place,
): Size | undefined {
  const size = readSizeAt(checking, body.loops, expression, place);
  const number = size && constantValue(size);
  if (number === undefined || number >= 1n) return size;
  const title = `\`${name}\` is ${number}, but a size is at least 1.`;
  report(checking, contradiction(title, [], { kind: "value", name }), place);
  return undefined;
}

function jointsOf(use: BlockUse, operands: readonly Value[]): readonly Joint[] {
  return use.signature.inputs.map((port, i) => {
    const operand = operands[i];
    return {
      port: port.name ?? "",
      at: { node: use.args[i]?.value.id ?? use.at, part: "argument" },
      axes: axisNames(port.type.shape),
      array: operand ? quoteValue(operand) : "its argument",
      name: operand?.name,
      given: operand ? axisNames(operand.type.shape) : [],
    };
  });
}

function axisLinks(
  checking: Checking,
  signature: Signature,
  operands: readonly Value[],
  bindings: Bindings,
): readonly SizeLink[] {
  const links: SizeLink[] = [];
  const linked = new Set<string>();
  signature.inputs.forEach((port, i) => {
    for (const axis of port.type.shape) {
      const name = bindings.get(axis.name);
      const actual = operands[i]?.type.shape.find((other) => other.name === name);
      if (!actual || linked.has(axis.name)) continue;
      linked.add(axis.name);
      const outside = checking.sizes.resolve(actual.size);
      const bound = { at: { node: port.maker, part: `result ${port.name}` }, to: actual.name };
      links.push({ name: axis.name, inside: axis.size, outside, bound });
    }
    const of = port.type.entries;
    const given = operands[i]?.type.entries;
    if (of.kind !== "index" || given?.kind !== "index" || linked.has(of.axis)) return;
    const inside = checking.scope.table.size(of.axis);
    const outside =
      checking.scope.axes.get(given.axis)?.size ?? checking.scope.table.size(given.axis);
    if (!inside || !outside || of.axis === given.axis) return;
    links.push({ name: of.axis, inside, outside: checking.sizes.resolve(outside) });
  });
  return links;
}

/** Names for the axes that only outputs have: brackets, else what the left side has left, else their own. */
function nameMadeAxes(
  signature: Signature,
  call: {
    readonly bindings: Bindings;
    readonly joints: readonly Joint[];
    readonly named: Bindings;
    readonly left: Left | undefined;
  },
): Bindings {
  const made = new Map(call.named);
  const extra = call.joints.flatMap((joint) => joint.given.filter(isExtra(joint, call.bindings)));
  signature.outputs.forEach((output, i) => {
    const port = call.left?.ports[i];
    const names = axisNames(output.type.shape).filter((name) => !call.bindings.has(name));
    const known = axisNames(output.type.shape).flatMap((name) => call.bindings.get(name) ?? []);
    const written = (port && writtenAxes(port)) ?? [];
    const taken = new Set([...known, ...extra, ...names.flatMap((name) => made.get(name) ?? [])]);
    const left = written.filter((axis) => !taken.has(axis));
    const open = names.filter((name) => !made.has(name) && !left.includes(name));
    const free = left.filter((axis) => !names.includes(axis) || made.has(axis));
    open.forEach((name, k) => {
      const to = open.length === free.length ? free[k] : undefined;
      if (to !== undefined) made.set(name, to);
    });
    for (const name of names) if (!made.has(name)) made.set(name, name);
  });
  return made;
}

function isExtra(joint: Joint, bindings: Bindings): (axis: string) => boolean {
  const bound = boundAt(joint, bindings);
  return (axis) => !bound.includes(axis);
}

function adoptSizes(
  checking: Checking,
  use: BlockUse,
  output: Value,
  call: { readonly made: Bindings; readonly replace: Replace },
): Message | undefined {
  for (const axis of output.type.shape) {
    const name = call.made.get(axis.name);
    if (name === undefined) continue;
    const own = axisNamed(checking.scope, name);
    const size = substitute(axis.size, call.replace);
    const says = `\`${use.signature.name}\` makes \`${name}\` of that size`;
    const clash = checking.sizes.equal(own.size, size, { says, node: use.at, axes: [own] });
    if (clash) return clash;
  }
  return undefined;
}

function entriesAllFit(
  checking: Checking,
  use: BlockUse,
  operands: readonly Value[],
  bindings: Bindings,
): boolean {
  return use.signature.inputs.every((port, i) => {
    const operand = operands[i];
    if (!operand || operand.scalar !== undefined) return true;
    const takes = renameEntries(port.type.entries, bindings);
    const got = operand.type.entries;
    const isOtherSize =
      takes.kind === "index" && got.kind === "index" && !hasAxis(use.signature, port.type.entries);
    if (isOtherSize || entriesFit(checking, takes, got)) return true;
    const where = `\`${port.name}\` of \`${use.signature.name}\``;
    report(checking, wrongEntries({ where, takes, got }), { node: use.at, part: "name" });
    return false;
  });
}

/** Whether the axis that the entries index stands at a port, so that a call binds it. */
function hasAxis(signature: Signature, entries: Entries): boolean {
  if (entries.kind !== "index") return false;
  return signature.inputs.some((port) => axisNames(port.type.shape).includes(entries.axis));
}

function renameEntries(entries: Entries, bindings: Bindings): Entries {
  if (entries.kind !== "index") return entries;
  return { kind: "index", axis: bindings.get(entries.axis) ?? entries.axis };
}

/** What the block requires of its own sizes is required here of those that the call gives it. */
function checkRequirements(
  checking: Checking,
  signature: Signature,
  replace: Replace,
  node: NodeId,
): void {
  for (const requirement of signature.requirements) {
    const here = instantiate(requirement, replace);
    if (requirementKey(here) !== requirementKey(requirement)) {
      const origin = requirement.origin ?? `${signature.name} ${requirementKey(requirement)}`;
      checking.requirements.push({ ...here, node, origin });
    }
  }
}

function guess(operands: readonly Value[]): Computed {
  const axes = new Set(operands.flatMap((operand) => axisNames(operand.type.shape)));
  return { axes: [...axes], entries: { kind: "real" } };
}
