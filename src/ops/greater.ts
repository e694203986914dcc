import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const greater: Op = comparison({
  name: "greater",
  operator: ">",
  title: "Greater than",
  summary: "True where the first array is above the second.",
  tex: ">",
  mirrored: "<",
});
