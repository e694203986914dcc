import { cumulated } from "./shared/cumulated.ts";

export const cumprod = cumulated({
  name: "cumprod",
  title: "Cumulative product",
  summary: "At every position along the targets, the product of the entries up to there.",
  synonyms: ["running product"],
  tex: "\\Pi",
  chooses: "numbers",
});
