import { fedPlate } from "../draw/forms/fed-plate.ts";
import { plate, plateText } from "../draw/forms/plate.ts";
import type { Slab } from "../draw/slab.ts";
import type { DrawnCall, Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { attached, drawnArrays, enteringArrays } from "./shared/drawn-arrays.ts";
import { REAL, requireIndex } from "./shared/entries.ts";
import { usedUp } from "./shared/given-array.ts";
import { instanceTex } from "./shared/instance.ts";
import { listed } from "./shared/phrase.ts";

export const embedding: Op = {
  name: "embedding",
  title: "Embedding",
  summary: "Looks up one learned row per index, so that every index becomes a vector.",
  family: "learned",
  synonyms: ["lookup", "token", "table"],
  learned: true,
  above: ["weight"],
  brackets: { targets: 1, results: "some", sought: "none", options: {} },
  operands: [
    { name: "ids", entries: "index" },
    { name: "weight", keyword: true },
  ],
  infer: (call, claims) => {
    const [ids] = call.operands;
    const [rows] = call.targets;
    if (ids && rows) requireIndex("embedding", { axis: rows.name, array: ids }, claims);
    const { weight } = call.keywords;
    const consumed: (readonly string[])[] = [[]];
    if (weight) {
      const given = { callee: "embedding", keyword: "weight", array: weight };
      consumed.push(usedUp(given, namesOf([...call.targets, ...call.results]), claims));
    }
    return { consumed, results: [{ axes: call.results, entries: REAL }] };
  },
  weights: (call) =>
    call.keywords["weight"] ? [] : [{ name: "weight", axes: [...call.targets, ...call.results] }],
  glyph: embeddingGlyph,
  spoken: (call) => `embedding of ${listed(call.targets)} in ${listed(call.resultAxes)}`,
  examples: [
    { given: "size v, m\ninput ids[t] of v", text: "E[t m] = embedding[v -> m](ids)" },
    {
      given: "size v, m\ninput ids[t] of v\nweight W[v m]",
      text: "E[t m] = embedding[v -> m](ids, weight=W)",
    },
  ],
};

/** The plate **E**, which the wire of the positions enters; a table that is an array comes down on it. */
function embeddingGlyph(call: DrawnCall): Slab {
  const { weight } = call.keywords;
  const [ids] = attached(drawnArrays(call));
  if (weight === undefined || ids === undefined) {
    return plate({
      inputs: attached(enteringArrays(call)),
      outputs: call.results,
      text: plateText("E", instanceTex(call), false),
      fill: "embedding",
      isFed: true,
      label: call.label,
    });
  }
  const fed = attached([weight]);
  return fedPlate({
    fed,
    data: ids,
    outputs: call.results,
    text: "E",
    isLearned: false,
    label: call.label,
  });
}
