import { Cursor, reading } from "../../../shapes/cursor.ts";
import type { AxisTerm, BracketOption } from "../../document/document.ts";
import { readBrackets } from "../../language/read-axes.ts";
import type { BracketSpec, OptionSpec } from "../../ops/op.ts";
import { freshAxisName } from "./names.ts";

/**
 * The options that an operation has as soon as it is placed, such as a kernel. Where one takes axes,
 * it gets these; without any they are `?`.
 */
export function initialOptions(
  spec: BracketSpec,
  axes: readonly string[],
  taken: ReadonlySet<string>,
): readonly BracketOption[] {
  return Object.entries(spec.options).flatMap(([word, option]) => {
    if (option.initial === undefined) return [];
    const written = readOption(word, option.initial);
    if (written === undefined) return [];
    return option.takes === "axes" && axes.length > 0 ? over(written, axes, taken) : written;
  });
}

/** The option word of an operation that takes axes of its own, beside the targets. */
export function axesOption({ options }: BracketSpec): OptionSpec | undefined {
  return Object.values(options).find(({ takes }) => takes === "axes");
}

/** Whether an option has a `?` among its axes or sizes. */
export function isOpenOption({ values, results = [] }: BracketOption): boolean {
  return (
    values.some(({ size }) => size.kind === "unknown") ||
    results.some(({ kind }) => kind === "unknown")
  );
}

function readOption(word: string, text: string): BracketOption | undefined {
  const read = reading(() => {
    const cursor = new Cursor(`[; ${word} ${text}]`);
    const brackets = readBrackets(cursor, []);
    cursor.expectEnd("of the option");
    return brackets;
  });
  return read.ok ? read.value.options[0] : undefined;
}

function over(
  option: BracketOption,
  axes: readonly string[],
  taken: ReadonlySet<string>,
): BracketOption {
  const values = axes.map((name) => ({ size: { kind: "name" as const, name } }));
  if (option.results === undefined) return { ...option, values };
  const names = new Set(taken);
  const results = axes.map((axis): AxisTerm => {
    const name = freshAxisName(axis, names);
    names.add(name);
    return { kind: "axis", name };
  });
  return { ...option, values, results };
}
