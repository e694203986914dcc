import { printSize } from "../../../shapes/print.ts";
import type { Size } from "../../../shapes/size.ts";
import type { TypedDiagram } from "../../typing/diagram.ts";

/** What has to hold for two sizes to be one, with their numbers: "k (64) = h", "both are 8". */
export function equationText(typed: TypedDiagram, left: Size, right: Size): string {
  const [a, b] = [typed.evaluate(left), typed.evaluate(right)];
  if (a !== undefined && a === b) return `both are ${a}`;
  const side = (text: string, value: bigint | undefined) =>
    value === undefined || text === value.toString() ? text : `${text} (${value})`;
  return `${side(printSize(left), a)} = ${side(printSize(right), b)}`;
}
