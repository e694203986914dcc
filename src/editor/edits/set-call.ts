import { Cursor, reading } from "../../../shapes/cursor.ts";
import type {
  Argument,
  AxisTerm,
  BracketOption,
  Brackets,
  Document,
  Expression,
  NodeId,
} from "../../document/document.ts";
import { readBrackets } from "../../language/read-axes.ts";
import type { BracketSpec, Op } from "../../ops/op.ts";
import type { Edit, EditContext } from "../edit.ts";
import { type Found, findNode, withStatement } from "./document-tree.ts";
import { replaceExpression } from "./expression-tree.ts";
import { finish, refuse } from "./finish.ts";
import { fitShapes } from "./fit-shapes.ts";
import { blockCalled } from "./rewrite-axes.ts";
import { inSentence, layerOf, opOf } from "./titles.ts";

/** One thing that a call says about itself, as text of the language; without text it says nothing. */
export type CallSetting =
  /** `k h`, `k=2*n`, `?`: the axes before or behind `->`. */
  | { readonly kind: "targets" | "results"; readonly text: string }
  /** Sizes after an option word, `""` for a flag; `undefined` takes the word away. */
  | { readonly kind: "option"; readonly word: string; readonly text: string | undefined }
  /** A number by keyword, such as `eps`. */
  | { readonly kind: "number"; readonly name: string; readonly text: string | undefined }
  /** The axis that an axis of a block's port is, in the brackets of its call. */
  | { readonly kind: "binding"; readonly axis: string; readonly text: string | undefined };

/** Sets axes, options and numbers of an operation, or what a call binds the axes of a block to. */
export function setCall(
  context: EditContext,
  { node, setting }: { readonly node: NodeId; readonly setting: CallSetting },
): Edit {
  const found = calledAt(context.document, node);
  if (found === undefined) return refuse("There is nothing to set at this place.");
  const { call } = found;
  const op = opOf(context.document, call);
  const set = op ? ofOperation(op, call, setting) : ofBlock(context.document, call, setting);
  if (typeof set === "string") return refuse(set);
  const statement = replaceExpression(found.statement, call.id, () => set);
  const document = withStatement(context.document, found.path, statement);
  const title = op ? inSentence(op.title) : call.callee;
  return finish(context, {
    document: fitShapes(context, document, [found.statement.id]),
    label: `Set ${whatOf(setting)} of ${title}`,
    select: [node],
  });
}

type Call = Extract<Expression, { kind: "call" }>;

/** The call at a node; that of a shared layer stands where the layer is made. */
export function calledAt(
  document: Document,
  node: NodeId,
): (Found & { readonly call: Call }) | undefined {
  const found = findNode(document, node);
  if (found?.expression?.kind !== "call") return undefined;
  const layer = layerOf(document, found.expression.callee);
  const made = layer && findNode(document, layer.id);
  if (
    made?.expression?.kind === "call" &&
    blockCalled(document, found.expression.callee) === undefined
  ) {
    return { ...made, call: made.expression };
  }
  return { ...found, call: found.expression };
}

function whatOf(setting: CallSetting): string {
  switch (setting.kind) {
    case "targets":
    case "results":
      return `the ${setting.kind}`;
    case "option":
      return setting.word;
    case "number":
      return setting.name;
    case "binding":
      return setting.axis;
  }
}

function ofOperation(op: Op, call: Call, setting: CallSetting): Call | string {
  switch (setting.kind) {
    case "targets":
    case "results":
      return withAxes(op, call, setting);
    case "option":
      return withOption(op, call, setting);
    case "number":
      return withNumber(op, call, setting);
    case "binding":
      return `${op.title} is an operation, and its axes are its targets.`;
  }
}

const NO_BRACKETS: Brackets = { targets: [], options: [] };

function withAxes(
  op: Op,
  call: Call,
  { kind, text }: Extract<CallSetting, { kind: "targets" | "results" }>,
): Call | string {
  const takes = op.brackets[kind];
  const read = readTerms(text);
  if (typeof read === "string") return read;
  const complaint = countComplaint(op, kind, takes, read.length);
  if (complaint !== undefined) return complaint;
  const axes = padded(read, takes);
  const old = call.brackets ?? NO_BRACKETS;
  return withBrackets(call, { ...old, [kind]: axes });
}

/** The call with brackets, or with none where they would say nothing. */
function withBrackets(call: Call, brackets: Brackets): Call {
  const { targets, results = [], options } = brackets;
  const { brackets: _, ...bare } = call;
  const isEmpty = targets.length === 0 && results.length === 0 && options.length === 0;
  return isEmpty && brackets.results === undefined ? bare : { ...bare, brackets };
}

function countComplaint(
  op: Op,
  kind: "targets" | "results",
  takes: BracketSpec["targets"],
  count: number,
): string | undefined {
  const where = kind === "targets" ? "in its brackets" : "behind `->`";
  if (takes === "none") return `${op.title} takes no axes ${where}.`;
  if (typeof takes === "number" && count > takes) {
    return `${op.title} takes ${takes === 1 ? "one axis" : `${takes} axes`} ${where}.`;
  }
  return undefined;
}

function padded(axes: readonly AxisTerm[], takes: BracketSpec["targets"]): readonly AxisTerm[] {
  const least = takes === "some" ? 1 : typeof takes === "number" ? takes : 0;
  const missing = Math.max(0, least - axes.length);
  return [...axes, ...Array.from({ length: missing }, (): AxisTerm => ({ kind: "unknown" }))];
}

/** Axes as they stand in brackets, or the parser's sentence about them. */
function readTerms(text: string): readonly AxisTerm[] | string {
  const read = readInBrackets(text);
  if (typeof read === "string") return read;
  if (read.results === undefined && read.options.length === 0) return read.targets;
  return "Only axes can stand here, side by side.";
}

function readInBrackets(text: string): Brackets | string {
  const read = reading(() => {
    const cursor = new Cursor(`[${text}]`);
    const brackets = readBrackets(cursor, []);
    cursor.expectEnd("of the axes");
    return brackets;
  });
  return read.ok ? read.value : read.complaint.says;
}

function withOption(
  op: Op,
  call: Call,
  { word, text }: Extract<CallSetting, { kind: "option" }>,
): Call | string {
  if (!Object.hasOwn(op.brackets.options, word)) {
    return `${op.title} has no option \`${word}\`.`;
  }
  const takes = op.brackets.options[word]?.takes;
  const old = call.brackets ?? NO_BRACKETS;
  const others = old.options.filter((option) => option.word !== word);
  if (text === undefined) return withBrackets(call, { ...old, options: others });
  const read = readInBrackets(`; ${word} ${text}`);
  if (typeof read === "string") return read;
  const [option] = read.options;
  const isWrong = option?.results !== undefined && takes !== "axes";
  if (option === undefined || read.options.length > 1 || isWrong) {
    return `Only ${takes === "axes" ? "axes" : "sizes"} can stand behind \`${word}\`.`;
  }
  const count = option.values.length;
  if (takes === "flag" && count > 0) return `\`${word}\` takes nothing behind it.`;
  if (takes === "size" && count !== 1) return `\`${word}\` takes one size.`;
  if (takes === "sizes" && count === 0) return `\`${word}\` takes a size, or one for each axis.`;
  if (takes === "axes" && count === 0) return `\`${word}\` takes axes.`;
  return withBrackets(call, { ...old, options: inOrder(old.options, option) });
}

/** An option keeps its place; a new one comes last. */
function inOrder(
  options: readonly BracketOption[],
  option: BracketOption,
): readonly BracketOption[] {
  const at = options.findIndex((each) => each.word === option.word);
  return at < 0 ? [...options, option] : options.with(at, option);
}

const NUMBER = /^-?(?:[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|inf|pi)$/;

function withNumber(
  op: Op,
  call: Call,
  { name, text }: Extract<CallSetting, { kind: "number" }>,
): Call | string {
  if (!op.numbers?.some((number) => number.name === name)) {
    return `${op.title} has no number \`${name}\`.`;
  }
  const others = call.args.filter((argument) => argument.keyword !== name);
  if (text === undefined || text.trim() === "") return { ...call, args: others };
  const written = text.trim();
  if (!NUMBER.test(written) || !isWritable(written)) return `\`${written}\` is no number.`;
  const argument: Argument = { keyword: name, value: numberExpression(written) };
  const at = call.args.findIndex((each) => each.keyword === name);
  return { ...call, args: at < 0 ? [...call.args, argument] : call.args.with(at, argument) };
}

function isWritable(text: string): boolean {
  return /inf|pi/.test(text) || Number.isFinite(Number(text));
}

function numberExpression(text: string): Expression {
  const digits = text.replace(/^-/, "");
  const number: Expression = { kind: "number", id: "", text: digits };
  return digits === text ? number : { kind: "prefix", id: "", operator: "-", of: number };
}

function ofBlock(document: Document, call: Call, setting: CallSetting): Call | string {
  const block = blockCalled(document, call.callee);
  if (block === undefined) return `\`${call.callee}\` is not known, so there is nothing to set.`;
  if (setting.kind !== "binding") {
    return `\`${block}\` is a block; its brackets bind its axes and sizes.`;
  }
  const { axis, text } = setting;
  const old = call.brackets ?? NO_BRACKETS;
  const isOther = (term: AxisTerm) => term.kind !== "axis" || term.name !== axis;
  const others = old.targets.filter(isOther);
  if (text === undefined) return withBrackets(call, { ...old, targets: others });
  const read = readTerms(`${axis}=${text}`);
  if (typeof read === "string") return read;
  const [term] = read;
  if (term === undefined || read.length > 1) return `\`${axis}\` is one axis or one size.`;
  const at = old.targets.findIndex((each) => !isOther(each));
  const targets = at < 0 ? [...old.targets, term] : old.targets.with(at, term);
  return withBrackets(call, { ...old, targets });
}
