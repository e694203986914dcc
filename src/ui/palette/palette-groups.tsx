import { Crosshair, LayoutGrid, Repeat, SquareChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { PRESETS } from "../../../presets/index.ts";
import { chordLabel } from "../../browser/platform.ts";
import { replaceOperation } from "../../editor/edits/replace-operation.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { blockTitle } from "../../scene/title.ts";
import { addHere } from "../adding/add-here.ts";
import { AddableGlyph } from "../adding/addable-glyph.tsx";
import { type Addable, addablesOf, GALLERY, likelyFirst } from "../adding/addables.ts";
import { useAdding } from "../adding/adding-store.ts";
import { CANVAS_COMMANDS } from "../adding/canvas-commands.ts";
import { type Place, placeOf } from "../adding/place.ts";
import { propose, shapeText } from "../adding/proposals.ts";
import { search } from "../adding/search.ts";
import type { ListEntry, ListGroup } from "../adding/search-list.tsx";
import { writtenFor } from "../adding/written.ts";
import { DETAIL_COMMANDS } from "../canvas/detail-commands.ts";
import { FURNITURE_COMMANDS } from "../canvas/furniture-commands.ts";
import { VIEW_COMMANDS } from "../canvas/view-commands.ts";
import { COMMANDS, type Command, selectionOfNode } from "../commands.ts";
import { BLANK } from "../first-text.ts";
import { type ThemeChoice, useFrame } from "../frame-store.ts";
import { redoTitle, undoTitle } from "../history/travel.ts";
import { openText } from "../open-file.ts";
import { openPreset } from "../open-preset.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { removeOwnBlock, useOwnBlocks } from "../structure/own-blocks.ts";

/** A row of the palette with what it does. */
export interface Action extends ListEntry {
  readonly words: readonly string[];
  run(): void;
  /** Shows what would be added, for changing it before. */
  first?(): void;
}

/** The groups of the palette in their order, each with its rows that a query means. */
export function paletteGroups(
  reading: Reading,
  selection: Selection,
  query: string,
  recent: readonly string[],
): readonly (ListGroup & { readonly entries: readonly Action[] })[] {
  const place = placeOf(selection, reading);
  const name = place.value?.name;
  const subject =
    place.value === undefined ? "Add" : `Add, connected to ${name ?? "the selected array"}`;
  const shape = place.value === undefined ? "" : ` ${shapeText(place.value)}`;
  const commands = commandActions();
  const gallery = galleryActions();
  if (query.trim() === "") {
    const known = [...commands, ...gallery];
    const used = usedActions(reading, place, recent, known);
    const rest = commands.filter((action) => !used.includes(action));
    return [
      { title: "Last used", entries: used },
      { title: "Commands", entries: rest },
    ];
  }
  return [
    { title: subject + shape, entries: addActions(reading, selection, query) },
    { title: "In this diagram", entries: search(lineActions(reading), query).slice(0, 6) },
    {
      title: "Commands",
      entries: [
        ...search(commands, query).slice(0, 8),
        ...replaceActions(reading, selection, query),
      ],
    },
    { title: "Gallery", entries: search(gallery, query).slice(0, 5) },
  ];
}

function addActions(reading: Reading, selection: Selection, query: string): readonly Action[] {
  const place = placeOf(selection, reading);
  const addables = addablesOf(reading.document);
  return search(place.value === undefined ? addables : likelyFirst(addables), query)
    .filter(({ group }) => group !== GALLERY)
    .slice(0, 5)
    .map((addable) => addAction(reading, place, addable));
}

function addAction(reading: Reading, place: Place, addable: Addable): Action {
  const { detail, shape, why } = propose(reading, place, addable);
  return {
    id: `${ADD}${addable.id}`,
    title: addable.title,
    words: addable.words,
    icon: <AddableGlyph addable={addable} />,
    ...(detail !== undefined && { detail }),
    ...(shape !== undefined && { after: <span className="mono">{shape}</span> }),
    ...(why !== undefined && { why }),
    run: () => addHere(addable),
    first: () => {
      const text = writtenFor(reading, place, addable) ?? addable.title;
      useAdding.getState().show({ kind: "add", place, query: text });
    },
  };
}

const ADD = "add ";

/** What was done last, whatever kind of row it was. */
function usedActions(
  reading: Reading,
  place: Place,
  recent: readonly string[],
  known: readonly Action[],
): readonly Action[] {
  const addables = addablesOf(reading.document);
  return recent.flatMap((id) => {
    const addable = addables.find((each) => id === `${ADD}${each.id}`);
    if (addable !== undefined) return addAction(reading, place, addable);
    return known.find((action) => action.id === id) ?? [];
  });
}

/** Puts another operation in the place of the selected one. */
function replaceActions(reading: Reading, selection: Selection, query: string): readonly Action[] {
  if (selection.kind !== "operation") return [];
  const { node } = selection;
  return search(addablesOf(reading.document), query)
    .slice(0, 2)
    .flatMap(({ id, title, words, what }): readonly Action[] => {
      if (what.kind === "port" || what.kind === "preset") return [];
      return [
        {
          id: `replace ${id}`,
          title: `Replace with ${title.toLowerCase()}`,
          words,
          icon: <Icon of={<Repeat />} />,
          run: () => void runEdit((context) => replaceOperation(context, { node, what })),
        },
      ];
    });
}

/** The lines of the text that have a place in the document. */
function lineActions(reading: Reading): readonly Action[] {
  const lines = reading.text.split("\n");
  const seen = new Set<number>();
  return [...reading.sources].flatMap(([node, span]): readonly Action[] => {
    const text = lines[span.line - 1]?.trim() ?? "";
    if (text === "" || seen.has(span.line) || node.includes("#")) return [];
    seen.add(span.line);
    return [
      {
        id: `line ${span.line}`,
        title: text,
        detail: `line ${span.line}`,
        words: [],
        icon: <Icon of={<Crosshair />} />,
        run: () => {
          const found = selectionOfNode(reading, node);
          if (found !== undefined) useEditor.getState().select(found);
          useFrame.getState().goToSpan(span);
          useFrame.getState().reveal();
        },
      },
    ];
  });
}

function commandActions(): readonly Action[] {
  const shown: readonly Command[] = [
    ...CANVAS_COMMANDS,
    ...Object.values(COMMANDS).filter((command) => command !== COMMANDS.palette),
    ...Object.values(VIEW_COMMANDS),
    ...DETAIL_COMMANDS,
    ...Object.values(FURNITURE_COMMANDS),
    { title: "Blank diagram", chord: "", run: () => openText(BLANK) },
    { title: "Gallery…", chord: "", run: () => useFrame.getState().showDialog("gallery") },
    ...THEMES.map(([title, theme]) => ({
      title,
      chord: "",
      run: () => useFrame.getState().setTheme(theme),
    })),
  ];
  const own = useOwnBlocks.getState().blocks.map(({ name }) => ({
    title: `Remove ${blockTitle(name)} from my blocks`,
    chord: "",
    run: () => removeOwnBlock(name),
  }));
  const { history } = useEditor.getState();
  const titles = new Map<string, string>([
    [COMMANDS.undo.title, undoTitle(history)],
    [COMMANDS.redo.title, redoTitle(history)],
  ]);
  return [...shown, ...own].map(({ title, chord, run }) => ({
    id: `command ${title}`,
    title: titles.get(title) ?? title,
    words: [],
    icon: <Icon of={<SquareChevronRight />} />,
    ...(chord !== "" && { after: <span className="key">{chordLabel(chord)}</span> }),
    run,
  }));
}

const THEMES: readonly (readonly [string, ThemeChoice])[] = [
  ["Light theme", "light"],
  ["Dark theme", "dark"],
  ["Theme as the system", "system"],
];

function galleryActions(): readonly Action[] {
  return PRESETS.map(({ name, title, authors, year, look }) => ({
    id: `preset ${name}`,
    title,
    detail: `${authors} ${year}`,
    words: [name, authors, look],
    icon: <Icon of={<LayoutGrid />} />,
    run: () => void openPreset(name),
  }));
}

function Icon({ of }: { readonly of: ReactNode }): ReactNode {
  return (
    <span className="palette-icon" aria-hidden="true">
      {of}
    </span>
  );
}
