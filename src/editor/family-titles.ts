import type { Family } from "../ops/op.ts";

/** Headings of the families, in the order of the list. */
export const FAMILY_TITLES: Readonly<Record<Family, string>> = {
  arrays: "Arrays",
  learned: "Learned",
  products: "Products and sums",
  along: "Along an axis",
  axes: "Axes",
  images: "Images",
  functions: "Functions",
  "linear-algebra": "Linear algebra",
  choice: "Random choice and losses",
};
