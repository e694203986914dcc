import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Heading } from "react-aria-components";

/** The title of a dialog and the button that closes it, with what stands between them. */
export function DialogHead({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="dialog-head">
      <Heading slot="title" className="dialog-heading">
        {title}
      </Heading>
      {children}
      <Button className="icon-button" aria-label="Close" onPress={onClose}>
        <X />
      </Button>
    </div>
  );
}
