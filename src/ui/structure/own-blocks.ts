import { create } from "zustand";
import { keepOwnBlocks, keptOwnBlocks, type OwnBlock } from "../../browser/storage.ts";
import { describe } from "../../editor/described.ts";
import { copy } from "../../editor/structure/copy.ts";
import { blockTitle } from "../../scene/title.ts";
import { useFrame } from "../frame-store.ts";
import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";

/** The user's own blocks, which this browser keeps for every diagram. */
export const useOwnBlocks = create<{ readonly blocks: readonly OwnBlock[] }>()(() => ({
  blocks: keptOwnBlocks(),
}));

/** Keeps the selected block among the user's own, in the place of one of that name. */
export function publishSelection(): void {
  const { reading, selection } = useEditor.getState();
  const node = reading && describe(selection, reading)?.node;
  if (reading === undefined || node?.kind !== "call") {
    refuseAloud("Select a block first to keep it among your own.");
    return;
  }
  const { name, inputs, outputs } = node.definition;
  const line = reading.document.statements.find(
    (each) => each.kind === "block" && each.name === name,
  );
  const copied = line && copy(reading, [line.id]);
  if (copied?.ok !== true) {
    refuseAloud(copied?.says ?? `\`${name}\` is only declared here, so there is nothing to keep.`);
    return;
  }
  const own: OwnBlock = {
    name,
    text: `main ${name}\n${copied.text}`,
    inputs: inputs.length,
    outputs: outputs.length,
  };
  const { blocks } = useOwnBlocks.getState();
  const isNew = blocks.every((each) => each.name !== name);
  const title = blockTitle(name);
  keep(
    [...blocks.filter((each) => each.name !== name), own],
    isNew ? `${title} is one of your blocks now.` : `${title} took the place of your block.`,
  );
}

/** Takes a block out of the user's own; diagrams that have it keep it. */
export function removeOwnBlock(name: string): void {
  const { blocks } = useOwnBlocks.getState();
  keep(
    blocks.filter((each) => each.name !== name),
    `${blockTitle(name)} is no longer one of your blocks.`,
  );
}

/** Keeps blocks in the place of those before, which one press brings back. */
function keep(blocks: readonly OwnBlock[], says: string): void {
  const { blocks: before } = useOwnBlocks.getState();
  if (!keepOwnBlocks(blocks)) {
    refuseAloud("There is no room to keep a block in this browser.");
    return;
  }
  useOwnBlocks.setState({ blocks });
  const { say, showNotice } = useFrame.getState();
  say(says);
  const run = (): void => keep(before, "Your blocks are as they were.");
  showNotice({ says, action: { title: "Undo", run } });
}
