import { describe } from "../../editor/described.ts";
import { firstSwap } from "../../editor/edits/swap.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { CANVAS_COMMANDS } from "../adding/canvas-commands.ts";
import { selectedThings } from "../adding/more-selected.ts";
import { arrangeEntries } from "../arranging/arrange-entries.ts";
import { FURNITURE_COMMANDS } from "../canvas/furniture-commands.ts";
import { calleeOf, toggleCall } from "../canvas/use-pointing.ts";
import { VIEW_COMMANDS } from "../canvas/view-commands.ts";
import { COMMANDS, type Command } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** One entry of a menu: a command, or a menu of some. */
export type Entry = Command | { readonly title: string; readonly commands: readonly Command[] };

/** Entries of one kind: edit, structure, view, remove. */
export type EntryGroup = readonly Entry[];

/** What the context menu offers for a selection, in groups of the same order everywhere. */
export function contextEntries(reading: Reading, selection: Selection): readonly EntryGroup[] {
  if (selectedThings(reading.scene).length > 1) return MANY;
  const [edit = [], ...rest] = entriesFor(reading, selection);
  const arrange = arrangeEntries(reading, selection);
  return arrange.length === 0 ? [edit, ...rest] : [edit, arrange, ...rest];
}

function entriesFor(reading: Reading, selection: Selection): readonly EntryGroup[] {
  const line = [selectMore(selection), ...showLine(reading, selection)];
  switch (selection.kind) {
    case "diagram":
      return [
        [canvasCommand("Add an operation…"), canvasCommand("Paste")],
        [canvasCommand("Select all"), FURNITURE_COMMANDS.title, FURNITURE_COMMANDS.legend],
        [COMMANDS.find, VIEW_COMMANDS.fit, VIEW_COMMANDS.minimap],
      ];
    case "array":
      return [
        ["Rename", "Connect to…", "Insert an operation…"].map(canvasCommand),
        [selectMore(selection), ...["Show where it is made", "Copy shape"].map(canvasCommand)],
        [canvasCommand("Disconnect")],
      ];
    case "strand":
      return [
        [
          { ...canvasCommand("Rename"), title: "Rename axis" },
          ...["Set size…", "Merge with…"].map(canvasCommand),
        ],
        [canvasCommand("Follow, or stop following"), FURNITURE_COMMANDS.halo, ...line],
      ];
    case "operation": {
      const node = reading.scene.nodes.find(({ id }) => id === selection.id);
      const kind = describe(selection, reading)?.node?.kind;
      if (node !== undefined && kind === "call") return blockEntries(reading, node);
      if (kind === "loop") {
        const count = { ...canvasCommand("Rename"), title: "Set count or axis…" };
        const structure = ["Group into a block", "Repeat or scan…", "Unwrap the loop"];
        return [
          [count, ...["Connect to…", "Duplicate"].map(canvasCommand)],
          [...structure.map(canvasCommand), FURNITURE_COMMANDS.title],
          line,
          [canvasCommand("Delete")],
        ];
      }
      const edit = [
        { ...canvasCommand("Rename"), title: "Rename result" },
        ...["Connect to…", "Replace with…"].map(canvasCommand),
        ...(firstSwap(reading, selection.node) ? [canvasCommand("Swap operands")] : []),
      ];
      const around = { ...AROUND, commands: [...AROUND.commands, ...partCommands(node)] };
      const structure = [...["Group into a block", "Repeat or scan…"].map(canvasCommand), around];
      return [edit, structure, showLine(reading, selection), [canvasCommand("Delete")]];
    }
  }
}

/** What an author puts around operations for the reader. */
const AROUND = {
  title: "For the reader",
  commands: [FURNITURE_COMMANDS.plate, FURNITURE_COMMANDS.callout, FURNITURE_COMMANDS.ring],
} satisfies Entry;

/** Plates around the parts that an operation draws. */
function partCommands(node: SceneNode | undefined): readonly Command[] {
  const plates = {
    swap: FURNITURE_COMMANDS.swapPlate,
    cup: FURNITURE_COMMANDS.cupPlate,
    diagonal: FURNITURE_COMMANDS.diagonalPlate,
  };
  return (node?.parts ?? []).map(({ part }) => plates[part]);
}

/** What can be done to several things at once. */
const MANY: readonly EntryGroup[] = [
  ["Cut", "Copy", "Duplicate"].map(canvasCommand),
  [canvasCommand("Group into a block"), canvasCommand("Repeat or scan…"), AROUND],
  [
    VIEW_COMMANDS.fitSelection,
    menuOf("Select", "Select upstream", "Select downstream", "Select what lies between"),
  ],
  [canvasCommand("Delete")],
];

/** Ways to select more from one thing. */
function selectMore({ kind }: Selection): Entry {
  if (kind === "strand")
    return menuOf("Select", "Select everything with this axis", "Select upstream");
  return menuOf("Select", "Select all", "Select upstream", "Select downstream");
}

function menuOf(title: string, ...titles: readonly string[]): Entry {
  return { title, commands: titles.map(canvasCommand) };
}

function blockEntries(reading: Reading, node: SceneNode): readonly EntryGroup[] {
  const enter = (): void => useEditor.getState().enter(calleeOf(node, reading));
  const title = node.kind === "plate" ? "Close in place" : "Open in place";
  return [
    [
      canvasCommand("Rename"),
      { title: "Go inside", chord: "Enter", run: enter },
      ...(node.foldable ? [{ title, chord: "Space", run: () => toggleCall(node) }] : []),
      canvasCommand("Bindings…"),
    ],
    ["Publish as my block", "Ungroup", "Close all of this kind", "Repeat or scan…"].map(
      canvasCommand,
    ),
    [canvasCommand("Delete")],
  ];
}

function showLine(reading: Reading, selection: Selection): EntryGroup {
  const line = describe(selection, reading)?.line;
  if (line === undefined) return [];
  const run = (): void => useFrame.getState().goToSpan({ line, column: 1, endColumn: 1 });
  return [{ title: `Go to line ${line}`, chord: "", run }];
}

function canvasCommand(title: string): Command {
  const command = CANVAS_COMMANDS.find((each) => each.title === title);
  if (command === undefined) throw new RangeError(`The canvas has no command ${title}.`);
  return command;
}
