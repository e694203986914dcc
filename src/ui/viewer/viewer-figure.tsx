import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import { countOperations } from "../../editor/described.ts";
import { axisAt } from "../../editor/follow/same-axis.ts";
import { titleOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { DIAGRAM } from "../../editor/selection.ts";
import { plural, spokenSelection } from "../../editor/speech.ts";
import { boundsOfNode, isWall, selectNode } from "../../editor/walk.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { GlyphDefinitions, Marks } from "../canvas/marks.tsx";
import { allMarks, Strands } from "../canvas/picture.tsx";
import { foundAt } from "../canvas/use-pointing.ts";
import { Halos, LitStrands } from "../follow/follow-layer.tsx";
import { pinAxis } from "../follow/pin-axis.ts";
import { useEditor } from "../store.ts";

/** How near a finger must be to a strand, in pixels. */
const REACH = 12;

/** A figure is made smaller than this only by hand: it can be moved sideways before it cannot be read. */
const LEAST_SCALE = 0.75;

/** The figure: a tap on a strand follows its axis, a tap on an operation says what it does. */
export function ViewerFigure({ reading }: { readonly reading: Reading }): ReactNode {
  const { scene } = reading;
  const root = useRef<HTMLDivElement>(null);
  const { x, y, width, height } = scene.bounds;
  const isFollowing = useEditor((state) => state.pinned !== undefined);
  const tap = (event: MouseEvent): void => {
    const box = root.current?.getBoundingClientRect();
    if (box === undefined) return;
    const scale = box.width / width;
    const point = {
      x: x + (event.clientX - box.x) / scale,
      y: y + (event.clientY - box.y) / scale,
    };
    const { node, wire } = foundAt(scene, point, REACH / scale);
    const { select, pinned, pin } = useEditor.getState();
    if (node !== undefined && isShown(node)) select(selectNode(node));
    else if (wire !== undefined) {
      select(DIAGRAM);
      pinAxis(axisAt(reading, wire));
    } else {
      select(DIAGRAM);
      if (pinned !== undefined) pin(pinned);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the operations are buttons, the axes chips
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={root}
      className="viewer-figure"
      data-following={isFollowing || undefined}
      style={{
        aspectRatio: `${width} / ${height}`,
        minWidth: width * LEAST_SCALE,
        maxWidth: width,
      }}
      onClick={tap}
    >
      <svg
        viewBox={`${x} ${y} ${width} ${height}`}
        role="img"
        aria-label={`${titleOf(reading.document)}, ${plural(countOperations(reading.typed.main), "operation")}`}
      >
        <GlyphDefinitions marks={allMarks(scene)} />
        <Marks marks={scene.plates} />
        <Halos scene={scene} />
        <Strands scene={scene} />
        {scene.nodes.map((node) => (
          <g key={node.id} className="slab" data-wrong={node.wrong || undefined}>
            <Marks marks={node.marks} />
          </g>
        ))}
        <LitStrands scene={scene} />
        <Marks marks={scene.dashes} />
        <Marks marks={scene.labels} />
      </svg>
      <Operations reading={reading} />
    </div>
  );
}

function isShown(node: SceneNode): boolean {
  return node.kind !== "copy" && !isWall(node);
}

/** The operations as buttons in reading order, one of them a stop of the Tab key. */
function Operations({ reading }: { readonly reading: Reading }): ReactNode {
  const { scene } = reading;
  const selection = useEditor((state) => state.selection);
  const select = useEditor((state) => state.select);
  const nodes = useMemo(() => scene.nodes.filter(isShown), [scene]);
  const selected = nodes.findIndex((node) => isSelected(node, selection));
  const go = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    const next = step === undefined ? undefined : buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className="viewer-operations" aria-label="Operations" onKeyDown={go}>
      {nodes.map((node, at) => (
        <li key={node.id}>
          <button
            type="button"
            style={placeOf(reading, node)}
            tabIndex={at === Math.max(0, selected) ? 0 : -1}
            aria-pressed={at === selected}
            aria-label={spokenSelection(selectNode(node), reading, node)}
            onFocus={() => select(selectNode(node))}
          />
        </li>
      ))}
    </ul>
  );
}

function isSelected(node: SceneNode, selection: ReturnType<typeof selectNode>): boolean {
  const own = selectNode(node);
  if (own.kind === "operation") return selection.kind === "operation" && selection.id === own.id;
  return (
    own.kind === "array" &&
    selection.kind === "array" &&
    selection.path === own.path &&
    selection.array === own.array
  );
}

/** Where a node stands, in parts of the figure, which has the width of the screen. */
function placeOf({ scene }: Reading, node: SceneNode): Record<string, string> {
  const { bounds } = scene;
  const box = node.kind === "loop" ? boundsOfNode(scene, node) : node.bounds;
  return {
    left: `${((box.x - bounds.x) / bounds.width) * 100}%`,
    top: `${((box.y - bounds.y) / bounds.height) * 100}%`,
    width: `${(box.width / bounds.width) * 100}%`,
    height: `${(box.height / bounds.height) * 100}%`,
  };
}
