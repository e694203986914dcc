import "./history.css";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, ListBox, ListBoxItem, Modal, ModalOverlay } from "react-aria-components";
import { DialogHead } from "../dialogs/dialog-head.tsx";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";
import { goSteps } from "./travel.ts";

/** Every step of the document that can be gone back to, the newest first. */
export function HistoryDialog(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const { past, present, future } = useEditor((state) => state.history);
  const close = (): void => showDialog(undefined);
  const steps = [...past, present, ...future].map((step, at) => ({
    id: at,
    label: step.label,
    where: step.at.at(-1),
    steps: at - past.length,
  }));
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={close}>
      <Modal className="dialog-box history-box">
        <Dialog className="dialog">
          <DialogHead title="History" onClose={close} />
          <p className="hint small history-hint">
            Go to any step: nothing is lost until you change something there.
          </p>
          <ListBox
            className="history-list"
            aria-label="Steps, the newest first"
            autoFocus
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[past.length]}
            items={steps.toReversed()}
            onSelectionChange={(keys) => {
              const chosen = steps.find(({ id }) => keys !== "all" && keys.has(id));
              if (chosen !== undefined) goSteps(chosen.steps);
            }}
          >
            {(step) => (
              <ListBoxItem
                id={step.id}
                className="history-row"
                textValue={step.label}
                data-undone={step.steps > 0 || undefined}
              >
                <span className="history-mark">
                  {step.steps === 0 && <Check aria-hidden="true" />}
                </span>
                <span>{step.label}</span>
                {step.where !== undefined && <span className="hint small">in {step.where}</span>}
                {step.steps > 0 && <span className="hint small">undone</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
