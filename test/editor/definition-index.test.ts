import { expect, test } from "vitest";
import { indexDefinition } from "../../src/editor/definition-index.ts";
import { nodeTitle } from "../../src/editor/described.ts";
import { readPreset } from "../support/reading.ts";

test("an array that a loop carries is another one inside of the loop and after it", () => {
  const { main } = readPreset("transformer").typed;
  const { values, uses } = indexDefinition(main);
  expect([values.get("Z")?.id, values.get("Z:in")?.id]).toEqual(["Z", "Z:in"]);
  const takers = (id: string): readonly string[] => (uses.get(id) ?? []).map(nodeTitle);
  expect(takers("Z:in")).toEqual(["Encoder layer"]);
  expect(takers("Z")).toEqual(["Repeat", "Decoder layer"]);
});
