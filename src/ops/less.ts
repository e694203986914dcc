import type { Op } from "./op.ts";
import { comparison } from "./shared/comparison.ts";

export const less: Op = comparison({
  name: "less",
  operator: "<",
  title: "Less than",
  summary: "True where the first array is below the second.",
  tex: "<",
  mirrored: ">",
});
