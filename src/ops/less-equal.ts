import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const lessEqual: Op = comparison({
  name: "less_equal",
  operator: "<=",
  title: "At most",
  summary: "True where the first array is not above the second.",
  tex: "\\le",
  mirrored: "\\ge",
});
