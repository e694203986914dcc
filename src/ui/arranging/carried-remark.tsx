import type { ReactNode } from "react";
import type { Rect } from "../../draw/path.ts";
import { HALF_SPACING } from "../../editor/remarks.ts";
import type { RemarkDrag } from "./arranging-store.ts";

/** The box of a remark at the pointer, and where it would go. */
export function CarriedRemark({ drag }: { readonly drag: RemarkDrag }): ReactNode {
  const { remark, shift } = drag;
  const { box } = remark;
  const goes = placedBox(drag);
  return (
    <>
      <rect
        className="carried"
        data-remark
        {...box}
        x={box.x + shift.x}
        y={box.y + shift.y}
        rx="4"
      />
      {goes !== undefined && <rect className="frame-selected" {...goes} rx="4" />}
    </>
  );
}

function placedBox({ remark: { box, from }, place }: RemarkDrag): Rect | undefined {
  if (place === undefined) return undefined;
  const { width, height } = box;
  const x = from.x + place.dx * HALF_SPACING - width / 2;
  const y = from.y + place.dy * HALF_SPACING - height / 2;
  return { x, y, width, height };
}
