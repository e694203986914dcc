import type { SizeExpression } from "../../../shapes/expression.ts";
import type {
  AxisTerm,
  BracketOption,
  Brackets,
  Expression,
  Port,
  SizeDefinition,
  Statement,
} from "../../document/document.ts";
import { operandsOf, withOperands } from "../../document/parts.ts";
import { printStatementLine } from "../../language/print-statement.ts";
import { anew } from "../edits/document-tree.ts";
import { mapExpressions } from "../edits/expression-tree.ts";

/** New names for what lines mention. What a function gives back unchanged stays. */
export interface Substitution {
  array(name: string): string;
  axis(name: string): string;
  /** A size that stands for the name of another, or nothing. */
  size(name: string): SizeExpression | undefined;
  callee(name: string): string;
  memory(name: string): string;
  /** Whether a bare name is an array where the lines come from, and where they go. */
  isArray(name: string): boolean;
  isArrayThere(name: string): boolean;
  /** The size that an axis is given where it is next written without one, or nothing. */
  sizeOfAxis(name: string): SizeExpression | undefined;
  /** Axes that an array has besides those of its written shape. */
  extraAxes(array: string): readonly string[];
  /** Whether an axis stays in the shape of an array. */
  keepsAxis(array: string, axis: string): boolean;
  /** Brackets in place of those of a call, or nothing. */
  bracketsOf(call: CallExpression): Brackets | undefined;
  /** Whether the brackets of a call name axes of the callee, as those of a block do. */
  isBlock(callee: string): boolean;
}

/** A substitution that changes nothing, to be spread into another. */
export const KEEP: Substitution = {
  array: (name) => name,
  axis: (name) => name,
  size: () => undefined,
  callee: (name) => name,
  memory: (name) => name,
  isArray: () => true,
  isArrayThere: () => false,
  isBlock: () => false,
  sizeOfAxis: () => undefined,
  extraAxes: () => [],
  keepsAxis: () => true,
  bracketsOf: () => undefined,
};

/** A call as it stands in an expression. */
export type CallExpression = Extract<Expression, { kind: "call" }>;

/**
 * Lines and their bodies under other names; a line that reads as before keeps its author's text. In a
 * block only what it calls is renamed, since its arrays and axes are its own.
 */
export function substitute(
  lines: readonly Statement[],
  substitution: Substitution,
): readonly Statement[] {
  const names = new Substituting(substitution);
  const { callee, isBlock } = substitution;
  const inBlocks = new Substituting({ ...KEEP, callee, isBlock });
  return lines.map((line) => substituted(line, line.kind === "block" ? inBlocks : names));
}

/** The changed line, or the line with its author's text where both read the same. */
export function unlessSame(line: Statement, changed: Statement): Statement {
  return printStatementLine(changed) === printStatementLine(line) ? line : anew(changed);
}

function substituted(line: Statement, names: Substituting): Statement {
  const own = unlessSame(line, names.statement(line));
  if (!("body" in own) || own.kind === "error") return own;
  return { ...own, body: own.body.map((inner) => substituted(inner, names)) };
}

class Substituting {
  private readonly to: Substitution;

  constructor(substitution: Substitution) {
    this.to = substitution;
  }

  /** The statement's own line; its body is as it was. */
  statement(line: Statement): Statement {
    const named = this.named(line);
    if (named.kind === "layer" && named.value.kind === "name") return named;
    return mapExpressions(named, (expression) => this.expression(expression));
  }

  private named(line: Statement): Statement {
    switch (line.kind) {
      case "input":
      case "output":
        return { ...line, ports: line.ports.map((port) => this.port(port)) };
      case "weight":
        return { ...line, ports: line.ports.map((port) => ({ ...port, ...this.port(port) })) };
      case "array":
        return { ...line, results: line.results.map((port) => this.port(port)) };
      case "layer":
        return { ...line, name: this.to.callee(line.name), value: this.layerValue(line.value) };
      case "each":
      case "collect":
        return { ...line, port: this.port(line.port) };
      case "carry":
        return { ...line, port: this.port(line.port), to: this.port(line.to) };
      case "save":
        return { ...line, memory: this.to.memory(line.memory), index: this.size(line.index) };
      case "repeat":
        return { ...line, count: this.size(line.count) };
      case "scan":
        return { ...line, axis: this.axis(line.axis) };
      case "size":
        return { ...line, sizes: line.sizes.map((definition) => this.definition(definition)) };
      case "multi":
        return { ...line, axes: line.axes.map((axis) => this.to.axis(axis)) };
      case "require":
        return { ...line, left: this.size(line.left), right: this.size(line.right) };
      case "block":
      case "custom":
        return { ...line, name: this.to.callee(line.name) };
      default:
        return line;
    }
  }

  private definition(definition: SizeDefinition): SizeDefinition {
    const { value, table } = definition;
    return {
      ...definition,
      ...(value && { value: this.size(value) }),
      ...(table && { table: table.map((entry) => this.size(entry)) }),
    };
  }

  private layerValue(value: Expression): Expression {
    return value.kind === "name" ? { ...value, name: this.to.callee(value.name) } : value;
  }

  private port(port: Port): Port {
    const { name, shape, entries } = port;
    const of = entries && this.entries(entries.of);
    return {
      name: this.to.array(name),
      ...(shape && { shape: this.shape(name, shape) }),
      ...(of !== undefined && { entries: { of } }),
    };
  }

  private shape(array: string, shape: readonly AxisTerm[]): readonly AxisTerm[] {
    const extra = this.to.extraAxes(array).map((name): AxisTerm => ({ kind: "axis", name }));
    const kept = shape.filter(
      (term) => term.kind !== "axis" || this.to.keepsAxis(array, term.name),
    );
    return [...extra, ...kept.map((term) => this.axis(term))];
  }

  private entries(of: string): string {
    if (["int", "bool", "real"].includes(of)) return of;
    const size = this.to.size(of);
    return size?.kind === "name" ? size.name : this.to.axis(of);
  }

  private expression(expression: Expression): Expression {
    switch (expression.kind) {
      case "name":
        return this.name(expression);
      case "size":
        return { ...expression, size: this.size(expression.size) };
      case "load": {
        const memory = this.to.memory(expression.memory);
        return { ...expression, memory, index: this.size(expression.index) };
      }
      case "call": {
        const { callee, brackets } = expression;
        const own = brackets && this.brackets(brackets, this.to.isBlock(callee));
        const inside = this.to.bracketsOf(expression) ?? own;
        const call = { ...expression, callee: this.to.callee(callee) };
        return this.operands(inside ? { ...call, brackets: inside } : call);
      }
      default:
        return this.operands(expression);
    }
  }

  private operands(expression: Expression): Expression {
    const operands = operandsOf(expression).map((operand) => this.expression(operand));
    return withOperands(expression, operands);
  }

  /** A bare name that is no array is a size, also where an array of that name exists. */
  private name(expression: Extract<Expression, { kind: "name" }>): Expression {
    const { id, name } = expression;
    if (this.to.isArray(name)) return { ...expression, name: this.to.array(name) };
    const size = this.size({ kind: "name", name });
    if (size.kind === "name" && !this.to.isArrayThere(size.name))
      return { ...expression, name: size.name };
    if (size.kind === "number") return { kind: "number", id, text: `${size.value}` };
    return { kind: "size", id, size };
  }

  private brackets({ targets, results, options }: Brackets, isOfBlock: boolean): Brackets {
    return {
      targets: targets.map((term) => (isOfBlock ? this.binding(term) : this.axis(term))),
      ...(results && { results: results.map((term) => this.axis(term)) }),
      options: options.map((option) => this.option(option)),
    };
  }

  /** `t=y` at a block: the block's own name stays, what it stands for here is renamed. */
  private binding(term: AxisTerm): AxisTerm {
    if (term.kind !== "axis") return term;
    const { name, size = { kind: "name", name } } = term;
    const here = this.size(size);
    return here.kind === "name" && here.name === name ? term : { ...term, size: here };
  }

  private option({ word, values, results }: BracketOption): BracketOption {
    return {
      word,
      values: values.map(({ axis, size }) => ({
        ...(axis !== undefined && { axis: this.to.axis(axis) }),
        size: this.size(size),
      })),
      ...(results && { results: results.map((term) => this.axis(term)) }),
    };
  }

  private axis(term: AxisTerm): AxisTerm {
    if (term.kind === "group")
      return { kind: "group", axes: term.axes.map((axis) => this.axis(axis)) };
    if (term.kind === "unknown") return term;
    const size = term.size ? this.size(term.size) : this.to.sizeOfAxis(term.name);
    return { kind: "axis", name: this.to.axis(term.name), ...(size && { size }) };
  }

  private size(size: SizeExpression): SizeExpression {
    switch (size.kind) {
      case "name":
        return this.to.size(size.name) ?? { kind: "name", name: this.to.axis(size.name) };
      case "negate":
        return { ...size, of: this.size(size.of) };
      case "binary":
        return { ...size, left: this.size(size.left), right: this.size(size.right) };
      case "call":
        return { ...size, args: size.args.map((arg) => this.size(arg)) };
      case "entry": {
        const table = this.to.size(size.table);
        const named = table?.kind === "name" ? table.name : size.table;
        return { ...size, table: named, index: this.size(size.index) };
      }
      default:
        return size;
    }
  }
}
