import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const greaterEqual: Op = comparison({
  name: "greater_equal",
  operator: ">=",
  title: "At least",
  summary: "True where the first array is not below the second.",
  tex: "\\ge",
  mirrored: "\\le",
});
