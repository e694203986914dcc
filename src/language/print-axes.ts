import { printSizeExpression } from "../../shapes/print-expression.ts";
import type { AxisTerm, BracketOption, Brackets, OptionValue, Port } from "../document/document.ts";

/** The canonical text of an axis or of a group of axes. */
export function printAxis(term: AxisTerm): string {
  switch (term.kind) {
    case "unknown":
      return "?";
    case "group":
      return `(${printAxes(term.axes)})`;
    case "axis":
      return term.size === undefined ? term.name : `${term.name}=${printSizeExpression(term.size)}`;
  }
}

function printAxes(terms: readonly AxisTerm[]): string {
  return terms.map(printAxis).join(" ");
}

/** The canonical text between the brackets of a call. */
export function printBrackets({ targets, results, options }: Brackets): string {
  const sides = results === undefined ? printAxes(targets) : printSides(targets, results);
  return [sides, ...options.map(printOption)].join("; ");
}

function printSides(targets: readonly AxisTerm[], results: readonly AxisTerm[]): string {
  return `${printAxes(targets)} -> ${printAxes(results)}`.trim();
}

function printOption(option: BracketOption): string {
  return [option.word, printOptionValues(option)].filter((part) => part !== "").join(" ");
}

/** What stands behind an option word: `3 5`, `i=3`, `H W -> y x`, or nothing. */
export function printOptionValues({ values, results }: BracketOption): string {
  const sizes = values.map(printOptionValue).join(" ");
  return results === undefined ? sizes : `${sizes} -> ${printAxes(results)}`.trim();
}

function printOptionValue({ axis, size }: OptionValue): string {
  const text = printSizeExpression(size);
  return axis === undefined ? text : `${axis}=${text}`;
}

/** The canonical text of an array with its shape: `ids[t] of v`. */
export function printPort({ name, shape, entries }: Port): string {
  const axes = shape === undefined ? "" : `[${printAxes(shape)}]`;
  return `${name}${axes}${entries === undefined ? "" : ` of ${entries.of}`}`;
}
