import { type ComponentProps, type ReactNode, useMemo, useRef } from "react";
import { Dialog, Popover } from "react-aria-components";
import type { Rect } from "../../draw/path.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { useResolvedTheme } from "../theme.ts";

/** A dialog beside a place on the screen; Esc and a press outside close it. */
export function AnchoredPopover({
  at,
  name,
  look = "adding-popover",
  placement = "right top",
  offset = 10,
  close,
  children,
}: {
  readonly at: Rect;
  /** What the dialog is called for those who do not see it. */
  readonly name: string;
  /** Its class, which gives it its size. */
  readonly look?: string;
  readonly placement?: ComponentProps<typeof Popover>["placement"];
  readonly offset?: number;
  close(): void;
  readonly children: ReactNode;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  return (
    <>
      <span
        ref={anchor}
        className="adding-anchor"
        style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      />
      <Popover
        className={`popover ${look}`}
        style={style}
        triggerRef={anchor}
        placement={placement}
        offset={offset}
        isOpen
        onOpenChange={close}
      >
        <Dialog className="dialog" aria-label={name}>
          {children}
        </Dialog>
      </Popover>
    </>
  );
}
