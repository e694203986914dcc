import type { SizeExpression } from "../../../shapes/expression.ts";
import type {
  AxisTerm,
  BracketOption,
  Brackets,
  Document,
  Expression,
  Port,
  Statement,
} from "../../document/document.ts";
import { portsOf } from "../../document/parts.ts";
import { findOp } from "../../ops/index.ts";
import { mapExpression, mapExpressions } from "./expression-tree.ts";
import { signatureOf } from "./insert-operation.ts";
import { withPorts } from "./rename-array.ts";
import { layerOf } from "./titles.ts";

/** What becomes of the names of axes and sizes. */
export interface AxisRewriting {
  /** An axis where it is written: in a shape, among targets and results. */
  axis(term: Extract<AxisTerm, { kind: "axis" }>): Extract<AxisTerm, { kind: "axis" }>;
  /** A name that stands for an axis alone: of a `multi`, after `of`, bound at a call. */
  axisName(name: string): string;
  /** A name inside a size expression. */
  sizeName(name: string): string;
  /** A bare name in an expression that is no array. */
  bareName(name: string): string;
  /** An axis of a block in the brackets of its call. */
  boundName?(block: string, name: string): string;
}

/** The statement with its axes and sizes rewritten in the order of the text, not its body. */
export function rewriteAxes(
  document: Document,
  statement: Statement,
  rewriting: AxisRewriting,
): Statement {
  const port = <P extends Port>(old: P): P => rewritePort(old, rewriting);
  const own = rewriteOwn(withPorts(statement, port), rewriting);
  return mapExpressions(own, (expression) => rewriteExpression(document, expression, rewriting));
}

function rewritePort<P extends Port>(port: P, rewriting: AxisRewriting): P {
  const shape = port.shape && rewriteTerms(port.shape, rewriting);
  const of = port.entries && rewriting.axisName(port.entries.of);
  if (shape === port.shape && of === port.entries?.of) return port;
  return { ...port, ...(shape && { shape }), ...(of !== undefined && { entries: { of } }) };
}

function rewriteTerms(terms: readonly AxisTerm[], rewriting: AxisRewriting): readonly AxisTerm[] {
  return changedList(terms, (term) => rewriteTerm(term, rewriting));
}

function rewriteTerm(term: AxisTerm, rewriting: AxisRewriting): AxisTerm {
  if (term.kind === "unknown") return term;
  if (term.kind === "group") {
    const axes = rewriteTerms(term.axes, rewriting);
    return axes === term.axes ? term : { ...term, axes };
  }
  const renamed = rewriting.axis(term);
  if (term.size === undefined || renamed.size !== term.size) return renamed;
  const size = rewriteSize(term.size, rewriting);
  return size === term.size ? renamed : { ...renamed, size };
}

/** The size expression with other names. */
function rewriteSize(
  size: SizeExpression,
  rewriting: Pick<AxisRewriting, "sizeName">,
): SizeExpression {
  const again = (part: SizeExpression) => rewriteSize(part, rewriting);
  switch (size.kind) {
    case "number":
    case "unknown":
      return size;
    case "name": {
      const name = rewriting.sizeName(size.name);
      return name === size.name ? size : { ...size, name };
    }
    case "negate": {
      const of = again(size.of);
      return of === size.of ? size : { ...size, of };
    }
    case "binary": {
      const [left, right] = [again(size.left), again(size.right)];
      return left === size.left && right === size.right ? size : { ...size, left, right };
    }
    case "call": {
      const args = changedList(size.args, again);
      return args === size.args ? size : { ...size, args };
    }
    case "entry": {
      const [table, index] = [rewriting.sizeName(size.table), again(size.index)];
      return table === size.table && index === size.index ? size : { ...size, table, index };
    }
  }
}

/** What a statement says of axes and sizes beside its ports and expressions. */
function rewriteOwn(statement: Statement, rewriting: AxisRewriting): Statement {
  const size = (old: SizeExpression) => rewriteSize(old, rewriting);
  switch (statement.kind) {
    case "size": {
      const sizes = changedList(statement.sizes, (old) => {
        const name = rewriting.sizeName(old.name);
        const value = old.value && size(old.value);
        const table = old.table && changedList(old.table, size);
        const isSame = name === old.name && value === old.value && table === old.table;
        return isSame ? old : { name, ...(value && { value }), ...(table && { table }) };
      });
      return sizes === statement.sizes ? statement : { ...statement, sizes };
    }
    case "require": {
      const [left, right] = [size(statement.left), size(statement.right)];
      const isSame = left === statement.left && right === statement.right;
      return isSame ? statement : { ...statement, left, right };
    }
    case "multi": {
      const axes = changedList(statement.axes, (name) => rewriting.axisName(name));
      return axes === statement.axes ? statement : { ...statement, axes };
    }
    case "repeat": {
      const count = size(statement.count);
      const index = statement.index && rewriting.axisName(statement.index);
      const isSame = count === statement.count && index === statement.index;
      return isSame ? statement : { ...statement, count, ...(index && { index }) };
    }
    case "scan": {
      const axis = rewriteTerm(statement.axis, rewriting);
      return axis === statement.axis ? statement : { ...statement, axis };
    }
    case "save": {
      const index = size(statement.index);
      return index === statement.index ? statement : { ...statement, index };
    }
    default:
      return statement;
  }
}

function rewriteExpression(
  document: Document,
  expression: Expression,
  rewriting: AxisRewriting,
): Expression {
  return mapExpression(expression, (part) => {
    switch (part.kind) {
      case "name": {
        const name = rewriting.bareName(part.name);
        return name === part.name ? part : { ...part, name };
      }
      case "size": {
        const size = rewriteSize(part.size, rewriting);
        return size === part.size ? part : { ...part, size };
      }
      case "load": {
        const index = rewriteSize(part.index, rewriting);
        return index === part.index ? part : { ...part, index };
      }
      case "call": {
        const brackets =
          part.brackets && rewriteBrackets(document, part.callee, part.brackets, rewriting);
        if (brackets === part.brackets || brackets === undefined) return part;
        const args = changedList(part.args, (argument) => {
          const value = rewriteExpression(document, argument.value, rewriting);
          return value === argument.value ? argument : { ...argument, value };
        });
        return { ...part, brackets, args };
      }
      default:
        return part;
    }
  });
}

function rewriteBrackets(
  document: Document,
  callee: string,
  brackets: Brackets,
  rewriting: AxisRewriting,
): Brackets {
  const block = blockCalled(document, callee);
  const targets =
    block === undefined
      ? rewriteTerms(brackets.targets, rewriting)
      : changedList(brackets.targets, (term) => rewriteBinding(document, block, term, rewriting));
  const results = brackets.results && rewriteTerms(brackets.results, rewriting);
  const options = changedList(brackets.options, (option) =>
    rewriteOption(callee, option, rewriting),
  );
  const isSame =
    targets === brackets.targets && results === brackets.results && options === brackets.options;
  return isSame ? brackets : { ...brackets, targets, ...(results && { results }), options };
}

/** The block that a call names, by itself or through a layer. */
export function blockCalled(document: Document, callee: string): string | undefined {
  if (signatureOf(document, callee) !== undefined) return callee;
  const value = layerOf(document, callee)?.value;
  const behind = value?.kind === "call" ? value.callee : undefined;
  return behind !== undefined && signatureOf(document, behind) !== undefined ? behind : undefined;
}

/** `t=y` at a call: `t` is the block's, `y` an axis here if `t` is an axis of its ports, else a size. */
function rewriteBinding(
  document: Document,
  block: string,
  term: AxisTerm,
  rewriting: AxisRewriting,
): AxisTerm {
  if (term.kind !== "axis") return term;
  const name = rewriting.boundName?.(block, term.name) ?? term.name;
  const isAxis = isPortAxis(document, block, term.name);
  const bound = term.size ?? { kind: "name", name: term.name };
  const size =
    isAxis && bound.kind === "name"
      ? { ...bound, name: rewriting.axisName(bound.name) }
      : rewriteSize(bound, rewriting);
  if (size.kind === "name" && size.name === name) {
    return term.size === undefined && name === term.name ? term : { kind: "axis", name };
  }
  const isSame = name === term.name && term.size !== undefined && sameName(size, term.size);
  return isSame ? term : { kind: "axis", name, size };
}

function sameName(a: SizeExpression, b: SizeExpression): boolean {
  return a === b || (a.kind === "name" && b.kind === "name" && a.name === b.name);
}

function isPortAxis(document: Document, block: string, axis: string): boolean {
  const signature = signatureOf(document, block);
  return (
    signature !== undefined &&
    portsOf(signature).some((port) =>
      (port.shape ?? []).some((term) => term.kind === "axis" && term.name === axis),
    )
  );
}

/** A size is one where the operation says so; what else follows an option word are axes. */
function rewriteOption(
  callee: string,
  option: BracketOption,
  rewriting: AxisRewriting,
): BracketOption {
  const options = findOp(callee)?.brackets.options ?? {};
  const spec = Object.hasOwn(options, option.word) ? options[option.word] : undefined;
  const takesAxes = spec ? spec.takes === "axes" : option.word === "over";
  const values = changedList(option.values, (value) => {
    const { size: old } = value;
    if (old.kind === "name" && spec?.words?.includes(old.name)) return value;
    const size =
      takesAxes && value.size.kind === "name"
        ? { ...value.size, name: rewriting.axisName(value.size.name) }
        : rewriteSize(value.size, rewriting);
    const axis = value.axis === undefined ? undefined : rewriting.axisName(value.axis);
    if (sameName(size, value.size) && axis === value.axis) return value;
    return { size, ...(axis !== undefined && { axis }) };
  });
  const results = option.results && rewriteTerms(option.results, rewriting);
  if (values === option.values && results === option.results) return option;
  return { ...option, values, ...(results && { results }) };
}

function changedList<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map((item) => change(item));
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
