import type { Point } from "../../draw/path.ts";
import { inHalves, type Offset, offsetOf, remarkAt } from "../../editor/remarks.ts";
import type { Scene, SceneRemark } from "../../scene/scene.ts";
import { linkedCanvas } from "../adding/canvas-link.ts";
import { useMotion } from "../moving/motion-store.ts";
import { useEditor } from "../store.ts";
import { useArranging } from "./arranging-store.ts";
import { placeRemark } from "./place-remark.ts";
import { followPointer, isPlainPress } from "./pointer-drag.ts";
import { previewOfRemark } from "./preview.ts";

/** A remark that is taken where the button went down. */
interface RemarkGrip {
  readonly remark: SceneRemark;
  readonly scene: Scene;
  readonly at: Point;
  readonly zoom: number;
}

/** The remark that a press on the canvas takes. */
export function remarkGripAt(event: MouseEvent): RemarkGrip | undefined {
  const { reading } = useEditor.getState();
  const link = linkedCanvas();
  if (!isPlainPress(event) || reading === undefined || link === undefined) return undefined;
  const at = { x: event.clientX, y: event.clientY };
  const point = link.toScene(at);
  const { scene } = reading;
  const remark = point && remarkAt(scene, point);
  return remark && { remark, scene, at, zoom: link.zoom() };
}

/** Carries a remark, in steps of half a spacing, until it is let go, or Esc. */
export function followRemark(grip: RemarkGrip): void {
  const clear = (): void => useArranging.setState({ remark: undefined });
  followPointer(grip.at, {
    carry({ x, y }) {
      carry(grip, { x: x / grip.zoom, y: y / grip.zoom });
    },
    letGo() {
      const { remark } = useArranging.getState();
      clear();
      if (remark?.place !== undefined) drop(grip, remark.place);
    },
    leave: clear,
  });
}

function carry({ remark, scene }: RemarkGrip, shift: Point): void {
  const before = useArranging.getState().remark;
  const place = placeAfter(remark, shift);
  if (before !== undefined && before.place?.dx === place?.dx && before.place?.dy === place?.dy) {
    useArranging.setState({ remark: { ...before, shift } });
    return;
  }
  const { reading } = useEditor.getState();
  const preview = reading && place && previewOfRemark(reading, { remark, scene }, place);
  useArranging.setState({
    remark: { remark, shift, ...(place && { place }), ...(preview && { preview }) },
  });
}

function placeAfter(remark: SceneRemark, { x, y }: Point): Offset | undefined {
  const [right, down] = [inHalves(x), inHalves(y)];
  if (right === 0 && down === 0) return undefined;
  const { dx, dy } = offsetOf(remark);
  return { dx: dx + right, dy: dy + down };
}

function drop({ remark }: RemarkGrip, place: Offset): void {
  // The preview has shown where it goes.
  useMotion.setState({ isSeen: true });
  placeRemark(remark.line, place);
}
