import "./structure.css";
import type { ReactNode } from "react";
import { describe } from "../../editor/described.ts";
import type { Reading } from "../../editor/reading.ts";
import { AxisName } from "../inspector/axis-name.tsx";
import { type BindingSetting, callSettings } from "../inspector/call-settings.ts";
import { useEditor } from "../store.ts";
import { focusBinding } from "./focus-binding.ts";

/** Below the selected block, what its axes and sizes are here; a press goes to the field of one. */
export function BindingChips({ reading }: { readonly reading: Reading }): ReactNode {
  const selection = useEditor((state) => state.selection);
  if (selection.kind !== "operation") return null;
  const scene = reading.scene.nodes.find(({ id }) => id === selection.id);
  const found = describe(selection, reading);
  if (scene === undefined || found?.node?.kind !== "call") return null;
  const { bindings } = callSettings(reading, found.definition, found.node);
  const shown = bindings.filter(({ axis, text, now }) => text !== "" || now !== axis);
  if (shown.length === 0) return null;
  const { x, y, width, height } = scene.bounds;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div
      className="binding-chips nopan nodrag"
      role="group"
      aria-label="What its axes are here"
      style={{ left: x + width / 2, top: y + height }}
    >
      {shown.map((binding) => (
        <Chip key={binding.axis} binding={binding} />
      ))}
    </div>
  );
}

function Chip({ binding: { axis, text, now } }: { readonly binding: BindingSetting }): ReactNode {
  const here = text === "" ? now : text;
  return (
    <button
      type="button"
      className="chip binding-chip"
      // "Bindings…" in the menu of the block leads to the same fields.
      tabIndex={-1}
      aria-label={`${axis} is ${here} here, change it`}
      data-written={text !== "" || undefined}
      onClick={() => focusBinding(axis)}
    >
      <AxisName name={axis} />
      <span aria-hidden="true">=</span>
      {isName(here) ? <AxisName name={here} /> : <span className="mono">{here}</span>}
    </button>
  );
}

function isName(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*'*$/.test(text);
}
