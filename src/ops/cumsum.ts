import { cumulated } from "./shared/cumulated.ts";

export const cumsum = cumulated({
  name: "cumsum",
  title: "Cumulative sum",
  summary: "At every position along the targets, the sum of the entries up to there.",
  synonyms: ["prefix sum", "running total"],
  tex: "\\Sigma",
  chooses: "numbers",
});
