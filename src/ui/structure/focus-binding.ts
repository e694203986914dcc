import { useFrame } from "../frame-store.ts";
import { refuseAloud } from "../run-edit.ts";

/** Goes to the field that says what an axis of the selected block is, the first where none is named. */
export function focusBinding(axis?: string): void {
  useFrame.getState().fold("inspector", false);
  requestAnimationFrame(() => {
    const row = axis === undefined ? "" : `[data-axis=${CSS.escape(axis)}] `;
    const query = `#inspector [data-bindings] ${row}input`;
    const field = document.querySelector<HTMLInputElement>(query);
    if (field === null) refuseAloud("This block binds no axis, so there is nothing to set.");
    else field.select();
  });
}
