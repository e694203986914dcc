import type { Claims, Inferred, OpCall } from "../op.ts";
import { keeping } from "./along.ts";
import { REAL } from "./entries.ts";

/** What an operation infers that makes a square matrix of a square matrix. */
export function squareMatrix(callee: string, call: OpCall, claims: Claims): Inferred {
  claimSquare(callee, call, claims);
  return keeping(call.targets, REAL);
}

/** Claims that both targets have the same size. */
export function claimSquare(callee: string, { targets }: OpCall, claims: Claims): void {
  const [row, column] = targets;
  if (row && column) claims.equal(row.size, column.size, `\`${callee}\` takes a square matrix`);
}
