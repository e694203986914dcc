import "./moving.css";
import { useStoreApi, ViewportPortal } from "@xyflow/react";
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Scene } from "../../scene/scene.ts";
import { Marks } from "../canvas/marks.tsx";
import { FAR_ZOOM, moveDuration } from "../canvas/viewport.ts";
import { useEditor } from "../store.ts";
import { ease } from "./ease.ts";
import { isSameDiagram, momentOf, movingParts } from "./motion.ts";
import { endMotion, type Motion, SAME_VIEW, useMotion } from "./motion-store.ts";

/** How long the picture takes to its new places, in milliseconds. */
const DURATION = 240;

/** Heights are there before the columns are. */
const AHEAD = 1.25;

/** Above this many slabs the picture jumps. */
const MOST_NODES = 300;

/** A frame that takes longer than this shows that the machine cannot follow, in milliseconds. */
const SLOW_FRAME = 80;

/** Lets the picture glide from one layout to the next while nothing else is going on. */
export function MovingLayer({
  scene,
  root,
}: {
  readonly scene: Scene;
  readonly root: RefObject<HTMLElement | null>;
}): ReactNode {
  useStarting(scene);
  const motion = useMotion((state) => state.motion);
  const isMoving = motion !== undefined;
  useLayoutEffect(() => {
    root.current?.toggleAttribute("data-moving", isMoving);
  }, [root, isMoving]);
  return motion === undefined ? null : <Moving motion={motion} />;
}

/** Begins a motion when another picture of the same diagram comes. */
function useStarting(scene: Scene): void {
  const flow = useStoreApi();
  const opening = useEditor((state) => state.opening);
  const picture = useEditor((state) => state.trail.join("/"));
  const shown = useRef({ opening, picture, scene });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { opening, picture, scene };
    if (before.scene === scene) return;
    const { isSeen } = useMotion.getState();
    const moves =
      !isSeen &&
      before.opening === opening &&
      before.picture === picture &&
      scene.nodes.length <= MOST_NODES &&
      flow.getState().transform[2] >= FAR_ZOOM &&
      moveDuration(DURATION) > 0 &&
      isSameDiagram(before.scene, scene);
    useMotion.setState({
      motion: moves ? { from: before.scene, to: scene, seen: SAME_VIEW } : undefined,
      isSeen: false,
    });
  }, [scene, opening, picture, flow]);
  useEffect(() => endMotion, []);
}

function Moving({ motion: { from, to, seen } }: { readonly motion: Motion }): ReactNode {
  const parts = useMemo(() => movingParts(from, to), [from, to]);
  const part = useTime(to);
  const progress = { x: ease(part), y: ease(Math.min(1, part * AHEAD)) };
  return (
    <ViewportPortal>
      <svg className="moving" width="1" height="1" aria-hidden="true">
        {parts.map((each) => {
          const { marks, opacity } = momentOf(each, progress, seen);
          return (
            <g key={each.key} className={each.layer} opacity={opacity === 1 ? undefined : opacity}>
              <Marks marks={marks} />
            </g>
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

/** The part of the time that has passed since a picture began to come. */
function useTime(to: Scene): number {
  const [time, setTime] = useState({ to, part: 0 });
  useEffect(() => {
    let start: number | undefined;
    let last: number | undefined;
    let frame = 0;
    const step = (now: number): void => {
      start ??= now;
      const isSlow = last !== undefined && now - last > SLOW_FRAME;
      last = now;
      const part = (now - start) / DURATION;
      if (part >= 1 || isSlow) {
        endMotion();
        return;
      }
      setTime({ to, part });
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [to]);
  return time.to === to ? time.part : 0;
}
