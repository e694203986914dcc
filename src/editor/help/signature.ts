import type { BracketSpec, Op, OptionSpec } from "../../ops/op.ts";

/** How a call of an operation is written: `softmax[x …](S)`, `linear[… -> …; bias](X, weight=, bias=)`. */
export function signatureText(op: Op): string {
  const { operator, operands } = op;
  if (operator !== undefined) {
    const [first, second] = operands.map(({ name }) => name);
    return second === undefined ? `${operator}${first}` : `${first} ${operator} ${second}`;
  }
  const inside = bracketsText(op.brackets);
  const arrays = operands.map(({ name, keyword, repeated }) =>
    keyword ? `${name}=` : repeated ? `${name}, …` : name,
  );
  const numbers = (op.numbers ?? []).map((number) => `${number.name}=${number.default ?? ""}`);
  const brackets = inside === "" ? "" : `[${inside}]`;
  return `${op.name}${brackets}(${[...arrays, ...numbers].join(", ")})`;
}

function bracketsText({ targets, results, options }: BracketSpec): string {
  const left = axesText(targets, "x");
  const right = axesText(results, "y");
  const sides = right === "" ? left : `${left} -> ${right}`.trim();
  const words = Object.entries(options).map(([word, spec]) => `${word}${valueText(spec)}`);
  return [sides, ...words].join("; ").replace(/^; /, "");
}

function axesText(count: BracketSpec["targets"], name: string): string {
  if (count === "none") return "";
  if (count === "any") return "…";
  if (count === "some") return `${name} …`;
  return Array.from({ length: count }, (_, at) => name + "'".repeat(at)).join(" ");
}

function valueText({ takes }: OptionSpec): string {
  return { flag: "", size: " 1", sizes: " 1", axes: " …" }[takes];
}
