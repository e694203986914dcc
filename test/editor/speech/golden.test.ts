import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/editor/reading.ts";
import { type Selection, selectionKey } from "../../../src/editor/selection.ts";
import { spokenDiagram, spokenSelection } from "../../../src/editor/speech.ts";
import { isWalkable, selectNode } from "../../../src/editor/walk.ts";
import { expectGolden } from "../../support/golden.ts";
import { readLines, readPreset } from "../../support/reading.ts";

/** Everything of a picture that can have the focus, each once. */
function things(reading: Reading): readonly Selection[] {
  const { scene } = reading;
  const all = new Map<string, Selection>();
  for (const node of scene.nodes.filter(isWalkable)) hold(all, selectNode(node));
  for (const { path, definition, array, strands } of scene.bundles) {
    hold(all, { kind: "array", path, definition, array });
    for (const { axis } of strands) hold(all, { kind: "strand", path, definition, array, axis });
  }
  return [...all.values()];
}

function hold(all: Map<string, Selection>, selection: Selection): void {
  all.set(selectionKey(selection), selection);
}

/** One line for each thing: what is said when it gets the focus. */
function spokenOf(reading: Reading, title: string): string {
  const lines = things(reading).map((selection) => {
    const node =
      selection.kind === "operation"
        ? reading.scene.nodes.find(({ id }) => id === selection.id)
        : undefined;
    return spokenSelection(selection, reading, node);
  });
  return `${[spokenDiagram(title, reading, 0), ...lines].join("\n")}\n`;
}

const UNFINISHED = readLines(
  "input d_model[m], K'[m k]",
  "Q[k] = dot[m](d_model, ?)",
  "R[k] = softmax[g](Q)",
  "Z[k] = softmax[k](?)",
  "Y[k] = softmax[k](d_model)",
);

describe("what is said of everything in", () => {
  it.each(["multi-head-attention", "transformer", "lstm", "lssl", "hypernetwork"])("%s", (name) => {
    expectGolden(`${name}/speech.txt`, spokenOf(readPreset(name), name));
  });

  it("a diagram with open ports and mistakes", () => {
    expectGolden("speech/unfinished.txt", spokenOf(UNFINISHED, "Unfinished"));
  });
});

describe("everything that can have the focus", () => {
  it.each(["multi-head-attention", "transformer", "lstm", "lssl", "hypernetwork"])(
    "of %s has a full sentence without a sign that is not a word",
    (name) => {
      const said = spokenOf(readPreset(name), name).trimEnd().split("\n");
      for (const line of said.slice(1)) expect(line).toMatch(/^\p{Lu}.*\.$/u);
      for (const line of said.slice(1)) expect(line).not.toMatch(/[[\]_']/);
    },
  );
});
