import { useEffect } from "react";
import { closedCalls } from "../../scene/closed-calls.ts";
import type { Scene } from "../../scene/scene.ts";
import { refuseAloud } from "../run-edit.ts";

/** Says when not every call that should be open has room in the picture; once for each such limit. */
export function useClosedCalls({ openLevels }: Scene): void {
  useEffect(() => {
    for (const says of closedCalls(openLevels === undefined ? {} : { openLevels }))
      refuseAloud(says);
  }, [openLevels]);
}
