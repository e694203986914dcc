import { describe, expect, test } from "vitest";
import { derive } from "../../../src/editor/pipeline.ts";
import { SPECIMENS } from "../../../src/editor/specimens/specimens.ts";
import { OPS, STATEMENTS } from "../../../src/ops/index.ts";
import type { Op } from "../../../src/ops/op.ts";

const all = SPECIMENS.flatMap(({ specimens }) => specimens);

/** The mistakes that conventions are about. */
const SHOWN_MISTAKES: Readonly<Record<string, readonly string[]>> = {
  "Missing operand": ["S05"],
  "Unknown operation": ["N02"],
  "Unused array": ["S18"],
};

describe("the specimens of the notation", () => {
  test("hold every operation and statement with every example", () => {
    for (const { title, summary, examples } of OPS satisfies readonly Op[]) {
      const found = all.find(({ name, meaning }) => name === title && meaning === summary);
      expect(found?.examples.map(({ line }) => line)).toEqual(examples.map(({ text }) => text));
    }
    for (const { title } of STATEMENTS) expect(all.map(({ name }) => name)).toContain(title);
  });

  test("have names of their own", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test.each(all.filter(({ id }) => id.startsWith("convention ")))(
    "the convention $name is drawn from lines without a mistake",
    ({ name, examples }) => {
      const known = SHOWN_MISTAKES[name] ?? [];
      const found = examples.flatMap(({ text }) => derive(text).diagnostics);
      expect(
        found
          .map(({ code, title }) => `${code}: ${title}`)
          .filter((each) => !known.includes(each.slice(0, 3))),
      ).toEqual([]);
    },
  );
});
