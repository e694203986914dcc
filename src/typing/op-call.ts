import type { ArrayType, Entries } from "../../shapes/array-type.ts";
import { type Size, symbol, symbolsOf } from "../../shapes/size.ts";
import type { Place } from "../document/diagnostic.ts";
import type { Argument, Brackets, NodeId, Port } from "../document/document.ts";
import type { Claims, Inferred, Op, OpCall } from "../ops/op.ts";
import { BOOL, takesEntries } from "../ops/shared/entries.ts";
import { type ReadBrackets, readBrackets } from "./brackets.ts";
import { axisNames, type Body, type Checking, report, shapeOf } from "./checking.ts";
import {
  type Computed,
  declaredResults,
  type Left,
  type Maker,
  settleResults,
  writtenAxes,
} from "./declared.ts";
import type { Value } from "./diagram.ts";
import { compareFactors } from "./factors.ts";
import { liftAxes } from "./lift.ts";
import type { Message } from "./message.ts";
import { targetsFound, withMisplaced } from "./missing-axis.ts";
import {
  keywordTakesNumber,
  repeatedWord,
  unknownKeyword,
  wrongArgumentCount,
  wrongEntries,
} from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { reportOpenOperands } from "./open-operand.ts";
import { numberOf } from "./scalar.ts";
import { axisNamed, freshSize } from "./scope.ts";
import { axisTwice } from "./shape-messages.ts";

/** An operation where it is called, by word or by sign. */
export interface OpUse {
  readonly op: Op;
  /** The node: the statement for a whole right side. */
  readonly id: NodeId;
  /** The expression, where mistakes stand. */
  readonly at: NodeId;
  readonly brackets?: Brackets | undefined;
  /** Where the brackets stand when that is not the call: at the layer. */
  readonly bracketsAt?: NodeId | undefined;
  readonly args: readonly Argument[];
  readonly left?: Left | undefined;
  /** A shape that the result is to have though it has no name yet, as the start of a carry. */
  readonly expected?: Port | undefined;
  /** The shared layer through which it is called. */
  readonly layer?: string | undefined;
}

/** Types one call of an operation, adds its node to the body and gives its results. */
export function inferOpCall(checking: Checking, body: Body, use: OpUse): readonly Value[] {
  const given = readArguments(checking, body, use);
  reportOpenOperands(checking, use.op, {
    ...use,
    callee: use.layer ?? calleeName(use),
    operands: [...given.operands, ...given.keywords.map(([, value]) => value)],
  });
  const values = [...given.operands, ...given.keywords.map(([, value]) => value)];
  const poisoned = values.some((value) => value.poisoned);
  const [before, required] = [checking.diagnostics.length, checking.requirements.length];
  const maker: Maker = { id: use.id, callee: calleeName(use), left: use.left, poisoned };
  const resolved = given.problem ? undefined : resolve(checking, body, use, given);
  if (poisoned) {
    checking.diagnostics.length = before;
    checking.requirements.length = required;
  }
  if (!resolved) {
    const wrong = given.problem || checking.diagnostics.length > before;
    const results = declaredResults(checking, maker, guess(values));
    body.nodes.push({
      kind: "box",
      id: use.id,
      title: calleeName(use),
      reason: "error",
      operands: values,
      results,
      ...(!poisoned && (wrong ? { wrong } : { told: true })),
    });
    return results;
  }
  const settled = settleResults(checking, maker, resolved.computed);
  body.nodes.push({
    kind: "op",
    id: use.id,
    op: use.op,
    call: resolved.call,
    consumed: resolved.consumed,
    keywords: given.keywords.map(([word]) => word),
    optionTexts: resolved.optionTexts,
    operands: values,
    results: settled.values,
    ...(use.layer !== undefined && { layer: use.layer }),
    ...((settled.wrong || resolved.wrong) && { wrong: true }),
    ...(settled.told && { told: true }),
  });
  return settled.values;
}

/** The name of an operation in a message: its sign, or the word. */
function calleeName({ op }: OpUse): string {
  return op.operator ?? op.name;
}

/** What a call is given: its arguments, typed. */
export interface Given {
  readonly operands: readonly Value[];
  readonly keywords: readonly (readonly [string, Value])[];
  readonly numbers: Readonly<Record<string, number>>;
  /** A mistake in the arguments has been reported. */
  readonly problem: boolean;
}

interface Resolved {
  readonly call: OpCall;
  readonly consumed: readonly (readonly string[])[];
  readonly optionTexts: Readonly<Record<string, readonly string[]>>;
  readonly computed: readonly Computed[];
  /** Sizes contradict each other here; the axes are right all the same. */
  readonly wrong: boolean;
}

function readArguments(checking: Checking, body: Body, use: OpUse): Given {
  const { op } = use;
  const operands: Value[] = [];
  const keywords = new Map<string, Value>();
  const numbers: Record<string, number> = {};
  let problem: Message | undefined;
  let place: Place = { node: use.at, part: "name" };
  const fail = (message: Message, part: string) => {
    if (!problem) place = { node: use.at, part };
    problem ??= message;
  };
  for (const { keyword, value } of use.args) {
    if (keyword === undefined) {
      operands.push(checking.inferArgument(body, value));
      continue;
    }
    const part = `option ${keyword}`;
    const takesArray = op.operands.some((spec) => spec.keyword && spec.name === keyword);
    if (keywords.has(keyword) || Object.hasOwn(numbers, keyword)) {
      fail(repeatedWord(calleeName(use), keyword), part);
    } else if (takesArray) {
      keywords.set(keyword, checking.inferArgument(body, value));
    } else if (op.numbers?.some((spec) => spec.name === keyword)) {
      const number = numberOf(checking, body, value);
      if (number === undefined) fail(keywordTakesNumber(calleeName(use), keyword), part);
      else numbers[keyword] = number;
    } else {
      fail(unknownKeyword(calleeName(use), keyword, nearestName(keyword, keywordsOf(op))), part);
    }
  }
  if (problem) report(checking, problem, place);
  const inOrder = op.operands.flatMap(({ name }) => {
    const value = keywords.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { operands, keywords: inOrder, numbers, problem: problem !== undefined };
}

function keywordsOf(op: Op): readonly string[] {
  const arrays = op.operands.filter((spec) => spec.keyword).map((spec) => spec.name);
  return [...arrays, ...(op.numbers ?? []).map((spec) => spec.name)];
}

function resolve(checking: Checking, body: Body, use: OpUse, given: Given): Resolved | undefined {
  const { op, at } = use;
  if (!argumentsFit(checking, use, given.operands)) return undefined;
  const brackets = readBrackets(checking, body, {
    op,
    node: use.bracketsAt ?? at,
    brackets: use.brackets,
  });
  if (!brackets || !targetsFound(checking, body, use, { ...given, brackets })) return undefined;
  const call = opCall(checking, use, given, brackets);
  const problems: { message: Message; fatal: boolean; part?: string | undefined }[] = [];
  const claims = claimsOf(checking, use, call, (message, fatal, part) =>
    problems.push({ message, fatal, part }),
  );
  const before = checking.sizes.requirementCount();
  const inferred = op.infer(call, claims);
  const fatal = problems.find((problem) => problem.fatal);
  if (fatal) {
    report(checking, withMisplaced(checking, body, given, fatal), {
      node: at,
      ...(fatal.part !== undefined && { part: fatal.part }),
    });
    return undefined;
  }
  const computed = lift(checking, use, given, inferred);
  if (!computed) return undefined;
  adoptSizes(checking, call, inferred, claims);
  compareFactors(checking, inferred.factored, at);
  const [first] = problems;
  const isToldBetter = first && checking.sizes.refutesSince(before);
  if (first && !isToldBetter) report(checking, first.message, { node: at });
  return {
    call,
    consumed: inferred.consumed,
    optionTexts: brackets.optionTexts,
    computed,
    wrong: first !== undefined,
  };
}

function argumentsFit(checking: Checking, use: OpUse, operands: readonly Value[]): boolean {
  const specs = use.op.operands.filter((spec) => !spec.keyword);
  const repeated = specs.at(-1)?.repeated;
  const least = specs.length + (repeated ? repeated.least - 1 : 0);
  const place = { node: use.at, part: "name" };
  if (operands.length < least || (!repeated && operands.length > least)) {
    const takes = argumentsInWords(least, repeated !== undefined);
    report(checking, wrongArgumentCount(calleeName(use), takes, operands.length), place);
    return false;
  }
  return operands.every((operand, i) => {
    const spec = specs[Math.min(i, specs.length - 1)];
    if (!spec || operand.scalar !== undefined || operand.poisoned) return true;
    if (spec.entries === "index" || takesEntries(spec.entries, operand.type.entries)) return true;
    const where = `\`${spec.name}\` of \`${calleeName(use)}\``;
    const takes = spec.entries === "bool" ? BOOL : "numbers";
    report(checking, wrongEntries({ where, takes, got: operand.type.entries }), place);
    return false;
  });
}

function argumentsInWords(least: number, more: boolean): string {
  if (least === 0 && !more) return "no arrays";
  const count = least === 1 ? "1 array" : `${least} arrays`;
  return more ? `at least ${count}` : count;
}

function opCall(checking: Checking, use: OpUse, given: Given, brackets: ReadBrackets): OpCall {
  const typeOf = ({ type }: Value): ArrayType => ({
    shape: checking.sizes.resolveShape(type.shape),
    entries: type.entries,
  });
  const ports = use.left?.ports ?? (use.expected ? [use.expected] : []);
  return {
    operands: given.operands.map(typeOf),
    scalars: given.operands.map((value) => value.scalar !== undefined),
    keywords: Object.fromEntries(given.keywords.map(([word, value]) => [word, typeOf(value)])),
    targets: brackets.targets,
    results: brackets.results,
    options: brackets.options,
    words: brackets.words,
    sizeNames: brackets.sizeNames,
    ...(brackets.over && { over: brackets.over }),
    ...(brackets.groups && { groups: brackets.groups }),
    numbers: given.numbers,
    declared: ports.map((port) => {
      const axes = writtenAxes(port);
      return axes && checking.sizes.resolveShape(shapeOf(checking, axes));
    }),
    wanted: use.left ? use.left.ports.length : 1,
  };
}

function claimsOf(
  checking: Checking,
  use: OpUse,
  call: OpCall,
  tell: (message: Message, fatal: boolean, part?: string) => void,
): Claims {
  const { sizes } = checking;
  const axes = [
    ...call.operands.flatMap(({ shape }) => shape),
    ...call.targets,
    ...call.results,
    ...(call.over?.axes ?? []),
    ...(call.over?.results ?? []),
  ];
  const own = [...call.targets, ...call.results, ...(call.over?.axes ?? [])];
  const { disputed } = checking.scope;
  const isDisputed = own.some(({ name }) => disputed.has(name));
  if (isDisputed) {
    const made = [...call.results, ...(call.over?.results ?? [])];
    for (const { name } of made) disputed.add(name);
  }
  return {
    equal: (left, right, says) => {
      const clash = sizes.equal(left, right, { says, node: use.at, axes });
      if (isDisputed) return;
      if (clash) tell(clash, false);
    },
    divides: (divisor, size, says) => sizes.divides(divisor, size, says, use.at),
    atLeast: (size, least, says, otherwise) =>
      sizes.atLeast(size, least, { says, node: use.at, ...(otherwise && { otherwise }) }),
    isOpen: (size) => isOpen(sizes.resolve(size), checking.scope.flexible),
    fresh: (name) => freshSize(checking.scope, name),
    fail: (code, title, part, facts) => tell({ code, title, ...(facts && { facts }) }, true, part),
  };
}

/** Whether the size is one name that only the solver knows. */
function isOpen(size: Size, flexible: ReadonlySet<string>): boolean {
  const [name] = symbolsOf(size);
  return name !== undefined && size === symbol(name) && flexible.has(name);
}

function lift(
  checking: Checking,
  use: OpUse,
  given: Given,
  inferred: Inferred,
): readonly Computed[] | undefined {
  const values = [...given.operands, ...given.keywords.map(([, value]) => value)];
  const inputs = values.map((value) => axisNames(value.type.shape));
  const computed: Computed[] = [];
  for (const result of inferred.results) {
    const made = axisNames(result.axes);
    const { places } = result;
    const lifted = liftAxes({
      inputs,
      consumed: inferred.consumed,
      made,
      ...(places && { places }),
    });
    if (lifted.kind === "twice") {
      const { axis } = lifted;
      const from = argumentsOf(use, given).filter(({ axes }) => axes.includes(axis));
      const place = { node: use.at, part: `axis ${axis}` };
      report(checking, axisTwice(axis, lifted.axes, from), place);
      return undefined;
    }
    computed.push({ axes: lifted.axes, entries: result.entries });
  }
  return computed;
}

/** Where the operation takes its operands, and the axes of each. */
function argumentsOf({ args }: OpUse, { operands }: Given) {
  const inOrder = args.filter(({ keyword }) => keyword === undefined);
  return operands.flatMap(({ name, type }, i) => {
    const at = inOrder[i] && { node: inOrder[i].value.id, part: "argument" };
    return at ? [{ name, at, axes: axisNames(type.shape) }] : [];
  });
}

/** Axes that the operation puts there have the sizes that it says. */
function adoptSizes(checking: Checking, call: OpCall, inferred: Inferred, claims: Claims): void {
  const known = new Map<string, Size>();
  const written = [...call.targets, ...call.results, ...(call.over?.axes ?? [])];
  for (const axis of [...written, ...(call.over?.results ?? [])]) known.set(axis.name, axis.size);
  for (const axis of inferred.results.flatMap((result) => result.axes)) {
    if (known.get(axis.name) === axis.size) continue;
    claims.equal(axisNamed(checking.scope, axis.name).size, axis.size, `it makes \`${axis.name}\``);
  }
}

function guess(values: readonly Value[]): Computed {
  const entries: Entries = { kind: "real" };
  const axes = new Set(values.flatMap((value) => axisNames(value.type.shape)));
  return { axes: [...axes], entries };
}
