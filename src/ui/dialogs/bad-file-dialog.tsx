import "./dialogs.css";
import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { openText } from "../open-file.ts";

/** Says in one sentence why a file could not be opened; what is open stays as it is. */
export function BadFileDialog(): ReactNode {
  const file = useFrame((frame) => frame.badFile);
  const showBadFile = useFrame((frame) => frame.showBadFile);
  const close = (): void => showBadFile(undefined);
  return (
    <ModalOverlay className="scrim" isOpen={file !== undefined} isDismissable onOpenChange={close}>
      <Modal className="dialog-box bad-file">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" className="dialog-heading">
            This file was not opened
          </Heading>
          <p>
            <InlineText text={file?.says ?? ""} />
          </p>
          <div className="actions end">
            {file?.readable !== undefined && (
              <Button
                className="button"
                data-kind="outline"
                onPress={() => {
                  if (file.readable !== undefined) openText(file.readable);
                  close();
                }}
              >
                Open what could be read
              </Button>
            )}
            <Button className="button" data-kind="filled" onPress={close} autoFocus>
              Keep what is open
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
