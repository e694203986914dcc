import { printSize } from "../../../shapes/print.ts";
import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { AxisTerm, BracketOption, Expression } from "../../document/document.ts";
import type { EditContext } from "../../editor/edit.ts";
import { calledAt } from "../../editor/edits/set-call.ts";
import { opOf } from "../../editor/edits/titles.ts";
import { printAxis, printOptionValues } from "../../language/print-axes.ts";
import { printExpression } from "../../language/print-expression.ts";
import type { BracketSpec, Op, OptionSpec } from "../../ops/op.ts";
import type { TypedDefinition, TypedNode } from "../../typing/diagram.ts";

/** The axes in front of or behind `->`, as they are written. */
export interface AxesSetting {
  readonly kind: "targets" | "results";
  readonly title: string;
  readonly terms: readonly string[];
  /** Whether there is a place for another one. */
  readonly hasRoom: boolean;
  /** Names that may be meant, the likely ones first. */
  readonly atHand: readonly string[];
}

/** An option word of an operation; absent text is not written. */
export interface OptionSetting extends OptionSpec {
  readonly word: string;
  readonly text: string | undefined;
}

/** A number by keyword. */
export interface NumberSetting {
  readonly name: string;
  readonly text: string;
  readonly default: string;
}

/** What an axis or size of a block is in its call. */
export interface BindingSetting {
  readonly axis: string;
  /** As written in the brackets, `""` where the call says nothing. */
  readonly text: string;
  /** What it is then. */
  readonly now: string;
}

/** Everything that can be set in the brackets and keywords of one operation or call. */
export interface CallSettings {
  readonly axes: readonly AxesSetting[];
  readonly options: readonly OptionSetting[];
  readonly numbers: readonly NumberSetting[];
  readonly bindings: readonly BindingSetting[];
}

/** Reads what can be set off the operation's own description and its line. */
export function callSettings(
  { document }: EditContext,
  definition: TypedDefinition,
  node: TypedNode,
): CallSettings {
  const call = calledAt(document, node.id)?.call;
  if (call === undefined) return { axes: [], options: [], numbers: [], bindings: [] };
  const { targets = [], results, options = [] } = call.brackets ?? {};
  if (node.kind === "call") {
    return { axes: [], options: [], numbers: [], bindings: bindingsOf(node, targets) };
  }
  // An operation that lacks an axis is drawn as a box, and is where axes are set most of all.
  const op = opOf(document, call);
  if (op === undefined) return { axes: [], options: [], numbers: [], bindings: [] };
  const near = node.operands.flatMap((value) => value.type.shape.map(({ name }) => name));
  const axes: AxesSetting[] = [];
  if (op.brackets.targets !== "none") {
    const open = op.brackets.sought === "none" ? definition.axes.keys() : [];
    const names = [...near, ...open];
    axes.push(axesSetting("targets", targetsTitle(op), op.brackets.targets, targets, names));
  }
  if (op.brackets.results !== "none") {
    const names = definition.axes.keys();
    axes.push(axesSetting("results", "To", op.brackets.results, results ?? [], names));
  }
  return {
    axes,
    options: Object.entries(op.brackets.options).map(([word, spec]) => ({
      ...spec,
      word,
      text: optionText(options, word),
    })),
    numbers: (op.numbers ?? []).map((number) => ({
      name: number.name,
      text: keywordText(call, number.name),
      default: number.default === undefined ? "" : String(number.default),
    })),
    bindings: [],
  };
}

/** The terms with another one: in the place of the first `?`, else behind the others. */
export function withTerm(terms: readonly string[], term: string): string {
  const open = terms.indexOf("?");
  return (open < 0 ? [...terms, term] : terms.with(open, term)).join(" ");
}

function axesSetting(
  kind: AxesSetting["kind"],
  title: string,
  takes: BracketSpec["targets"],
  written: readonly AxisTerm[],
  near: Iterable<string>,
): AxesSetting {
  const terms = written.map(printAxis);
  const used = new Set(written.flatMap(namesIn));
  const hasRoom = typeof takes !== "number" || terms.length < takes || terms.includes("?");
  return { kind, title, terms, hasRoom, atHand: [...new Set(near)].filter((n) => !used.has(n)) };
}

function namesIn(term: AxisTerm): readonly string[] {
  if (term.kind === "group") return term.axes.flatMap(namesIn);
  return term.kind === "axis" ? [term.name] : [];
}

function targetsTitle({ brackets, family }: Op): string {
  if (brackets.results !== "none") return "From";
  if (family === "products") return "Sums over";
  return family === "along" ? "Along" : "Axes";
}

function optionText(options: readonly BracketOption[], word: string): string | undefined {
  const option = options.find((each) => each.word === word);
  return option && printOptionValues(option);
}

function keywordText(call: Extract<Expression, { kind: "call" }>, name: string): string {
  const argument = call.args.find(({ keyword }) => keyword === name);
  return argument === undefined ? "" : printExpression(argument.value);
}

function bindingsOf(
  node: Extract<TypedNode, { kind: "call" }>,
  written: readonly AxisTerm[],
): readonly BindingSetting[] {
  const textOf = (name: string): string => {
    const term = written.find((each) => each.kind === "axis" && each.name === name);
    return term?.kind === "axis" && term.size !== undefined ? printSizeExpression(term.size) : "";
  };
  const axes = [...node.bindings].map(([axis, now]) => ({ axis, text: textOf(axis), now }));
  const sizes = [...(node.sizes ?? [])]
    .filter(([name]) => !node.bindings.has(name) && !name.includes("#"))
    .map(([axis, size]) => ({ axis, text: textOf(axis), now: printSize(size) }));
  return [...axes, ...sizes];
}
