import "./dialogs.css";
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { chordLabel } from "../../browser/platform.ts";
import { CANVAS_COMMANDS } from "../adding/canvas-commands.ts";
import { VIEW_COMMANDS } from "../canvas/view-commands.ts";
import { COMMANDS, type Command } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { DialogHead } from "./dialog-head.tsx";

const CANVAS_KEYS: readonly (readonly [string, string])[] = [
  ["← →", "Along the flow: operation, its result, the operation that uses it"],
  ["↑ ↓", "Up and down in the column; in an array, from strand to strand"],
  ["← → on a strand", "Along its axis, to the next operation that does something to it"],
  ["Enter", "Edit an operation; go inside a block; from an array to its strands, to their size"],
  ["Space", "Open or close a block in place; follow a strand; hold it and drag to pan"],
  ["Esc", "Strand, array, nothing, up one block"],
  ["Page Up and Page Down", "To the column before or behind"],
  ...keysOf(Object.values(VIEW_COMMANDS)),
  ["Shift F10", "Menu of what is selected"],
  ["Tab", "Leave the canvas"],
  ...keysOf(CANVAS_COMMANDS.filter(({ chord }) => chord !== "Space")),
];

/** Rows of the commands that have a key. */
function keysOf(commands: readonly Command[]): readonly (readonly [string, string])[] {
  return commands.flatMap(({ title, chord }) => (chord === "" ? [] : [[chordLabel(chord), title]]));
}

/** Every key, by where it works. */
export function KeysDialog(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const close = (): void => showDialog(undefined);
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={close}>
      <Modal className="dialog-box keys-box">
        <Dialog className="dialog">
          <DialogHead title="Keys" onClose={close} />
          <div className="keys-columns">
            <KeyTable title="Everywhere" rows={keysOf(Object.values(COMMANDS))} />
            <KeyTable title="On the canvas" rows={CANVAS_KEYS} />
          </div>
          <p className="hint small keys-foot">
            A click on a wire selects its array, a second one the axis. Rest on a wire to see its
            axis everywhere.
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeyTable({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}): ReactNode {
  return (
    <table className="keys-table">
      <caption className="label">{title}</caption>
      <tbody>
        {rows.map(([keys, says]) => (
          <tr key={says}>
            <th scope="row">
              <span className="key">{keys}</span>
            </th>
            <td>{says.replace(/…$/, "")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
