import "@xyflow/react/dist/base.css";
import "./canvas.css";
import {
  ConnectionMode,
  ReactFlow,
  type ReactFlowInstance,
  useStore as useFlowStore,
  ViewportPortal,
} from "@xyflow/react";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { unionBounds } from "../../draw/bounds.ts";
import type { Point } from "../../draw/path.ts";
import { titleOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { spokenDiagram } from "../../editor/speech.ts";
import { waitingIn } from "../../editor/waiting.ts";
import { boundsOf } from "../../editor/walk.ts";
import { rectOfSelection } from "../adding/add-here.ts";
import { pressAddingKey } from "../adding/adding-keys.ts";
import { AddingLayer } from "../adding/adding-layer.tsx";
import { ConnectionLine } from "../adding/connection-line.tsx";
import { EmptyDiagram } from "../adding/empty-diagram.tsx";
import { selectedBounds } from "../adding/more-selected.ts";
import { endWire, startWire } from "../adding/wire-events.ts";
import { ArrangingLayer } from "../arranging/arranging-layer.tsx";
import { FindBar } from "../find/find-bar.tsx";
import { FoundLayer } from "../find/found-layer.tsx";
import { FollowChips } from "../follow/follow-layer.tsx";
import { useFrame } from "../frame-store.ts";
import { ContextMenu } from "../menus/context-menu.tsx";
import { openContextMenu } from "../menus/menu-store.ts";
import { MovingLayer } from "../moving/moving-layer.tsx";
import { Explanation } from "../problems/explanation.tsx";
import { Mismatches } from "../problems/mismatch-layer.tsx";
import { RenamingLayer } from "../renaming/rename-field.tsx";
import { renameAt } from "../renaming/renaming-store.ts";
import { MarqueeLayer } from "../selecting/marquee-layer.tsx";
import { type MarqueeGround, startMarquee } from "../selecting/start-marquee.ts";
import { useEditor, useProblemCount } from "../store.ts";
import { BindingChips } from "../structure/binding-chips.tsx";
import { FoldControls } from "../structure/fold-controls.tsx";
import { PreviewFrame } from "../structure/preview-frame.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { DetailSwitch } from "./detail-switch.tsx";
import { FocusTarget } from "./focus-target.tsx";
import { Minimap } from "./minimap.tsx";
import { type FlowNode, flowNode, NodeView } from "./node-view.tsx";
import { Overlay } from "./overlay.tsx";
import { Wires } from "./picture.tsx";
import { usePointed } from "./pointed-store.ts";
import { RequirementBar } from "./requirement-bar.tsx";
import { type CanvasView, pressCanvasKey, pressSpace } from "./use-canvas-keys.ts";
import { useClosedCalls } from "./use-closed-calls.ts";
import { usePointing } from "./use-pointing.ts";
import { useResizedView } from "./use-resized-view.ts";
import { useSpace } from "./use-space.ts";
import { useSteadyView } from "./use-steady-view.ts";
import { useWheelZoom } from "./use-wheel-zoom.ts";
import { ViewControls } from "./view-controls.tsx";
import {
  bringIntoView,
  FAR_ZOOM,
  LEAST_ZOOM,
  MOST_ZOOM,
  moveDuration,
  scrollNear,
  viewportFor,
} from "./viewport.ts";
import { gentleStep, stopNear } from "./zoom-stops.ts";

const NODE_TYPES = { scene: NodeView };

/** Buttons of the pointer that move the picture: only the middle one, until Space is held. */
const MIDDLE_BUTTON = [1];
const ALL_BUTTONS = [0, 1];

/** The picture: React Flow holds nodes and viewport, all strands are one layer of ours below them. */
export function Canvas({ reading }: { readonly reading: Reading }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance<FlowNode>>(null);
  const isStop = useEditor((state) => state.selection.kind === "diagram");
  const isFollowing = useEditor((state) => state.pinned !== undefined);
  const problems = useProblemCount();
  const hasFocus = useRef(false);
  const { scene } = reading;
  const pointing = usePointing(scene, flow);
  useClosedCalls(scene);
  const nodes = useMemo(() => {
    const waiting = waitingIn(reading);
    return scene.nodes.map((node) =>
      waiting.has(node.node) ? { ...flowNode(node), className: "waiting" } : flowNode(node),
    );
  }, [scene, reading]);

  const frame = (): { width: number; height: number } => {
    const box = root.current?.getBoundingClientRect();
    return { width: box?.width ?? 1, height: box?.height ?? 1 };
  };
  const fitIn = (duration: number): void => {
    flow.current?.setViewport(viewportFor(reading.scene.bounds, frame()), {
      duration: moveDuration(duration),
    });
  };
  const view: CanvasView = {
    fit: () => fitIn(320),
    zoomBy: (factor) => {
      const zoom = flow.current?.getZoom() ?? 1;
      flow.current?.zoomTo(gentleStep(zoom, zoom * factor), { duration: moveDuration(120) });
    },
    fitSelection: () => {
      const bounds = unionBounds(selectedBounds(reading.scene)) ?? reading.scene.bounds;
      flow.current?.setViewport(viewportFor(bounds, frame()), { duration: moveDuration(320) });
    },
    show: (next) => {
      const bounds = boundsOf(reading.scene, next);
      if (bounds !== undefined && flow.current !== null) {
        bringIntoView(flow.current, bounds, frame());
      }
    },
  };
  useSteadyView(reading, flow, frame, () => fitIn(0));
  useResizedView(scene.bounds, root, flow);
  useWheelZoom(root, flow);
  const space = useSpace(pressSpace);
  const ground: MarqueeGround = {
    toScene: (client) => flow.current?.screenToFlowPosition(client) ?? client,
    scrollAt: (client) => scrollAt(flow.current, root.current, client),
  };
  useEffect(() => {
    // The thing with the focus has gone, so the focus goes back to the canvas as a whole.
    if (!isStop || !hasFocus.current) return;
    root.current?.querySelector<HTMLElement>("#canvas")?.focus({ preventScroll: true });
  }, [isStop]);
  const revealed = useFrame((state) => state.revealed);
  const lastRevealed = useRef(revealed);
  useEffect(() => {
    if (lastRevealed.current === revealed) return;
    lastRevealed.current = revealed;
    view.show(useEditor.getState().selection);
  });

  return (
    <div
      ref={root}
      className="canvas"
      data-following={isFollowing || undefined}
      data-grab={space.isHeld || undefined}
    >
      <ReactFlow
        id="canvas"
        aria-roledescription="diagram"
        aria-label={spokenDiagram(titleOf(reading.document), reading, problems)}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={(event) => {
          // Without a place to go to, the focus was on a thing that has gone; it comes back.
          if (event.relatedTarget === null && document.hasFocus()) return;
          hasFocus.current = event.currentTarget.contains(event.relatedTarget);
        }}
        onKeyDown={(event) => {
          if (event.target instanceof HTMLButtonElement) return;
          if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
            event.preventDefault();
            openContextMenu(rectOfSelection());
            return;
          }
          if (
            space.press(event) ||
            pressAddingKey(event, reading) ||
            pressCanvasKey(event, reading, view)
          ) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onInit={(instance) => {
          flow.current = instance;
          fitIn(0);
        }}
        minZoom={LEAST_ZOOM}
        maxZoom={MOST_ZOOM}
        nodesDraggable={false}
        connectOnClick={false}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={28}
        connectionLineComponent={ConnectionLine}
        onConnectStart={(_, params) => startWire(params)}
        onConnectEnd={endWire}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        disableKeyboardA11y
        panOnScroll
        panOnDrag={space.isHeld ? ALL_BUTTONS : MIDDLE_BUTTON}
        onMoveStart={space.use}
        onMoveEnd={(event, { zoom }) => {
          const stop = stopNear(zoom);
          if (event?.type === "touchend" && stop !== undefined) void flow.current?.zoomTo(stop);
        }}
        onPointerDown={(event) => {
          const isMouse = event.button === 0 && event.pointerType !== "touch";
          if (isMouse && !space.isHeld && pointing.isOnPaper(event)) startMarquee(event, ground);
        }}
        zoomOnDoubleClick={false}
        proOptions={HIDE_ATTRIBUTION}
        onPaneMouseMove={pointing.move}
        onPaneMouseLeave={pointing.leave}
        onPaneClick={pointing.click}
        onContextMenu={(event) => {
          event.preventDefault();
          // A key that opens the menu has opened it already.
          if (event.button !== 2) return;
          pointing.selectFor(event);
          openContextMenu({ x: event.clientX, y: event.clientY, width: 0, height: 0 });
        }}
        onDoubleClick={(event) => {
          const { clientX: x, clientY: y } = event;
          const point = flow.current?.screenToFlowPosition({ x, y });
          if (point !== undefined && !renameAt(point) && pointing.isOnPaper(event)) view.fit();
        }}
      >
        <ViewportPortal>
          <div className="wires-layer">
            <Wires scene={scene} />
          </div>
          <Overlay reading={reading} />
          <Mismatches reading={reading} />
          <Explanation reading={reading} />
          <FollowChips scene={scene} />
          <PreviewFrame reading={reading} />
          <FoldControls reading={reading} />
          <BindingChips reading={reading} />
          <FocusTarget reading={reading} hasFocus={hasFocus} />
        </ViewportPortal>
        <AddingLayer reading={reading} view={view} />
        <ArrangingLayer reading={reading} root={root} />
        <MovingLayer scene={scene} root={root} />
        <FoundLayer reading={reading} />
        <RenamingLayer reading={reading} />
        <MarqueeLayer scene={scene} />
        <Distance root={root} />
        <Cursor root={root} />
        <Minimap />
        <ViewControls view={view} />
      </ReactFlow>
      <EmptyDiagram reading={reading} />
      <Breadcrumb reading={reading} />
      <RequirementBar reading={reading} />
      <div className="canvas-detail">
        <DetailSwitch reading={reading} block="" name="What the figure shows" />
      </div>
      <FindBar reading={reading} />
      <ContextMenu reading={reading} />
    </div>
  );
}

/** Moves the picture a little when a drag is near the border; not for those who ask for less motion. */
function scrollAt(
  flow: ReactFlowInstance<FlowNode> | null,
  root: HTMLElement | null,
  client: Point,
): boolean {
  const box = root?.getBoundingClientRect();
  if (flow === null || box === undefined || moveDuration(1) === 0) return false;
  const by = scrollNear({ x: client.x - box.x, y: client.y - box.y }, box);
  if (by.x === 0 && by.y === 0) return false;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x + by.x, y: y + by.y, zoom });
  return true;
}

const HIDE_ATTRIBUTION = { hideAttribution: true };

/** Hands zoom and distance to the style sheet, which leaves labels out far away. */
function Distance({ root }: { readonly root: RefObject<HTMLDivElement | null> }): ReactNode {
  const zoom = useFlowStore((state) => state.transform[2]);
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    current.dataset["distance"] = zoom < FAR_ZOOM ? "far" : "near";
    current.style.setProperty("--zoom", String(zoom));
  }, [root, zoom]);
  return null;
}

/** Tells the style sheet when the pointer is over something that a click does something to. */
function Cursor({ root }: { readonly root: RefObject<HTMLDivElement | null> }): ReactNode {
  const isOver = usePointed(({ node, overWire }) => node?.foldable === true || overWire);
  const isOverRemark = usePointed(({ remark }) => remark !== undefined);
  useEffect(() => {
    root.current?.toggleAttribute("data-over", isOver);
    root.current?.toggleAttribute("data-over-remark", isOverRemark);
  }, [root, isOver, isOverRemark]);
  return null;
}
