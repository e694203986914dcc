import { typed } from "./typed.ts";

/** The type of the array `R` of a text, as `[t m]`, or the titles of what is wrong, infos included. */
export function resultOf(text: string): string {
  const { types, problems, faults } = typed(text);
  const titles = [...faults, ...problems].filter((line) => !line.startsWith(" "));
  if (titles.length > 0) return titles.map((line) => line.replace(/^\S+ /, "")).join("; ");
  return types.find((type) => type.startsWith("R["))?.slice(1) ?? "";
}

/** The same of one right side; `R[x y] = …` says the order too. */
export function resultOfRow(inputs: string, right: string, blocks = ""): string {
  const line = right.startsWith("R[") ? right : `R = ${right}`;
  return resultOf(`${blocks}input ${inputs}\n${line}\n`);
}
