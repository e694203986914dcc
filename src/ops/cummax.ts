import { cumulated } from "./shared/cumulated.ts";

export const cummax = cumulated({
  name: "cummax",
  title: "Cumulative maximum",
  summary: "At every position along the targets, the largest entry up to there.",
  synonyms: ["running maximum"],
  tex: "\\vee",
  chooses: "entries",
});
