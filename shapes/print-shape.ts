import type { Axis, Shape } from "./axis.ts";
import { printedName, sizeExpression } from "./print.ts";
import { printSizeExpression } from "./print-expression.ts";

/** The shape as it can be written: `[b t=2*n d]`. An axis named like its size stands alone. */
export function printShape(shape: Shape): string {
  return `[${shape.map(printAxis).join(" ")}]`;
}

function printAxis({ name, size }: Axis): string {
  const text = printSizeExpression(sizeExpression(size));
  const shown = printedName(name);
  return text === shown ? shown : `${shown}=${text}`;
}
