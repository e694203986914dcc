import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const equal: Op = comparison({
  name: "equal",
  operator: "==",
  title: "Equal",
  summary: "True where both arrays have the same entry.",
  tex: "=",
  mirrored: "=",
});
