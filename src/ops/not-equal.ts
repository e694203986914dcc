import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const notEqual: Op = comparison({
  name: "not_equal",
  operator: "!=",
  title: "Not equal",
  summary: "True where the entries of both arrays differ.",
  tex: "\\ne",
  mirrored: "\\ne",
});
