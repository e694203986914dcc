import { Pencil, TextCursorInput } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { sizeFact } from "../../editor/axis-facts.ts";
import { describe, nodeSentence, nodeTitle } from "../../editor/described.ts";
import { sentenceOf } from "../../editor/follow/follow-words.ts";
import { notesOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { capital, spokenSelection } from "../../editor/speech.ts";
import { nameOutside } from "../../scene/extra-axes.ts";
import { useLit } from "../follow/lit.ts";
import { pinAxis } from "../follow/pin-axis.ts";
import { useFrame } from "../frame-store.ts";
import { AxisName } from "../inspector/axis-name.tsx";
import { useEditor } from "../store.ts";

/** The axes of the picture to choose from, what is to be said of the chosen thing, and the ways on. */
export function ViewerSheet({
  reading,
  shows,
  show,
}: {
  readonly reading: Reading;
  readonly shows: "figure" | "text";
  /** Shows the text in place of the figure, or the figure again. */
  show(): void;
}): ReactNode {
  const setEditing = useFrame((frame) => frame.setEditing);
  return (
    <section className="viewer-sheet" aria-label="About this diagram">
      <Axes reading={reading} />
      <div className="viewer-says" aria-live="polite">
        <About reading={reading} />
      </div>
      <div className="viewer-actions">
        <Button
          className="button"
          data-kind="outline"
          aria-pressed={shows === "text"}
          onPress={show}
        >
          <TextCursorInput />
          {shows === "text" ? "As a figure" : "As text"}
        </Button>
        <Button className="button" data-kind="filled" onPress={() => setEditing(true)}>
          <Pencil />
          Edit
        </Button>
      </div>
    </section>
  );
}

/** Every axis that has a name, with its size; the chosen one is followed through the picture. */
function Axes({ reading }: { readonly reading: Reading }): ReactNode {
  const { main } = reading.typed;
  const row = useRef<HTMLDivElement>(null);
  const home = useLit().find(({ how }) => how === "pinned")?.followed.home;
  const names = [...main.axes.keys()].filter((name) => nameOutside(name) === undefined);
  const isHere = home?.instance.path === "";
  useEffect(() => {
    if (home === undefined) return;
    const chip = row.current?.querySelector("[aria-pressed=true]");
    chip?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [home]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div ref={row} className="viewer-axes" role="group" aria-label="Axes">
      {names.map((axis) => (
        <button
          key={axis}
          type="button"
          className="viewer-axis"
          aria-pressed={isHere && home.axis === axis}
          onClick={() => {
            useEditor.getState().select({ kind: "diagram" });
            pinAxis({ path: "", definition: main.name, axis });
          }}
        >
          <AxisName name={axis} />
          <span>{sizeOfAxis(reading, axis)}</span>
        </button>
      ))}
    </div>
  );
}

function sizeOfAxis({ typed }: Reading, name: string): string {
  const axis = typed.main.axes.get(name)?.axis;
  return axis === undefined ? "" : sizeFact(axis, typed).size;
}

/** What is chosen, in a heading and a sentence. */
function About({ reading }: { readonly reading: Reading }): ReactNode {
  const selection = useEditor((state) => state.selection);
  const enter = useEditor((state) => state.enter);
  const lit = useLit().find(({ how }) => how === "pinned");
  const found = describe(selection, reading);
  if (found?.node !== undefined && selection.kind === "operation") {
    const { node } = found;
    return (
      <>
        <h2>{nodeTitle(node)}</h2>
        <p>{node.kind === "call" ? "" : nodeSentence(node)}</p>
        <p className="hint">{node.kind === "call" ? "" : shapesOf(reading, selection)}</p>
        {node.kind === "call" && (
          <button type="button" className="link" onClick={() => enter(node.definition.name)}>
            Look inside
          </button>
        )}
      </>
    );
  }
  if (selection.kind === "array" && found?.value !== undefined) {
    return (
      <>
        <h2>Array {found.value.name}</h2>
        <p>{spokenSelection(selection, reading, undefined)}</p>
      </>
    );
  }
  if (lit !== undefined) {
    const { instance, axis } = lit.followed.home;
    const said = sentenceOf(lit.followed, reading.sources);
    const record = instance.definition.axes.get(axis)?.axis;
    const size = record && sizeFact(record, reading.typed).size;
    return (
      <>
        <h2>
          The axis <AxisName name={axis} />
          {size === undefined || size === "free" ? "" : `of size ${size}`}
        </h2>
        <p>{capital(said.replace(/^Following [^:]*: /, ""))}</p>
      </>
    );
  }
  return (
    <>
      <h2>Every line is an axis</h2>
      <p>Tap a line to follow its axis, or an operation to read what it does.</p>
      {notesOf(reading.document).map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </>
  );
}

/** "Takes S: y, x, h. Gives A: y, x, h." */
function shapesOf(
  reading: Reading,
  selection: Parameters<typeof spokenSelection>[0] & { readonly kind: "operation" },
): string {
  const scene = reading.scene.nodes.find(({ id }) => id === selection.id);
  const said = spokenSelection(selection, reading, scene);
  return (said.match(/(Takes|Gives) [^.]*\./g) ?? []).join(" ");
}
