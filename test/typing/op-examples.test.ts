import { describe, expect, it } from "vitest";
import { OPS } from "../../src/ops/index.ts";
import type { Op } from "../../src/ops/op.ts";
import { typed } from "../support/typed.ts";

const EXAMPLES = OPS.flatMap((op: Op) =>
  op.examples.map(({ given, text }) => [`${op.name}: ${text}`, `${given}\n${text}`] as const),
);

/** Takes the shapes off the left side of the last line. */
function withoutShapes(text: string): string {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const [left = "", ...right] = last.split(" = ");
  return [...lines, [left.replace(/\[[^\]]*\]|\bof \w+/g, ""), ...right].join(" = ")].join("\n");
}

describe("the example of", () => {
  it.each(EXAMPLES)("%s has nothing wrong", (_, text) => {
    const { faults, problems } = typed(text);
    expect([...faults, ...problems]).toEqual([]);
  });

  it.each(EXAMPLES.filter(([, text]) => !/\(\)|=[\w*+-]+\b.*\] =/.test(text)))(
    "%s gives the shape on the left by itself",
    (_, text) => {
      const bare = typed(withoutShapes(text));
      expect([...bare.faults, ...bare.problems]).toEqual([]);
      expect(bare.types).toEqual(typed(text).types);
    },
  );
});
