import { expect, test } from "vitest";
import { nodeTitle } from "../../src/editor/described.ts";
import { closedCalls } from "../../src/scene/closed-calls.ts";
import { blockTitle } from "../../src/scene/title.ts";
import { openedPreset } from "../support/reading.ts";

test("a block has one title in words everywhere", () => {
  expect(
    ["MultiHeadAttention", "MaskedMultiHeadAttention", "LSTMCell", "feed_forward", ""].map(
      blockTitle,
    ),
  ).toEqual([
    "Multi-head attention",
    "Masked multi-head attention",
    "LSTM cell",
    "feed-forward",
    "Diagram",
  ]);
  const { scene, typed } = openedPreset("transformer", ["Transformer/Z'"]);
  const layer = typed.definitions.get("EncoderLayer");
  const call = layer?.nodes.find((node) => node.kind === "call");
  const drawn = scene.nodes.find(({ node }) => node === call?.id);
  expect(drawn?.title).toBe("Multi-head attention");
  expect(call && nodeTitle(call)).toBe(drawn?.title);
});

test("a picture without room for all open blocks says so in one sentence", () => {
  expect(closedCalls({})).toEqual([]);
  expect(closedCalls({ openLevels: 13 })).toEqual([
    "The picture has room for 13 levels of open blocks; what is deeper inside stays closed.",
  ]);
});
