import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Dialog, Popover } from "react-aria-components";
import { flushSync } from "react-dom";
import type { NodeId } from "../../document/document.ts";
import type { Reading } from "../../editor/reading.ts";
import { rectOfSelection } from "../adding/add-here.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { useEditor } from "../store.ts";
import { useResolvedTheme } from "../theme.ts";
import { LoopForm } from "./loop-form.tsx";
import { useLoopMaking } from "./loop-store.ts";
import { endPreview } from "./preview.ts";

/** The form of a loop that is to be made around what is selected; leaving it changes nothing. */
export function LoopPopover(): ReactNode {
  const nodes = useLoopMaking((state) => state.nodes);
  const reading = useEditor((state) => state.reading);
  if (nodes === undefined || reading === undefined) return null;
  return <OpenLoop nodes={nodes} reading={reading} />;
}

function OpenLoop({
  nodes,
  reading,
}: {
  readonly nodes: readonly NodeId[];
  readonly reading: Reading;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  const [at] = useState(rectOfSelection);
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  useEffect(() => endPreview, []);
  return (
    <>
      <span
        ref={anchor}
        className="adding-anchor"
        style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      />
      <Popover
        className="popover loop-popover"
        style={style}
        triggerRef={anchor}
        placement="bottom start"
        offset={28}
        isOpen
        onOpenChange={close}
      >
        <Dialog className="dialog" aria-label="Repeat or scan">
          <LoopForm nodes={nodes} reading={reading} close={close} />
        </Dialog>
      </Popover>
    </>
  );
}

function close(): void {
  endPreview();
  flushSync(() => useLoopMaking.setState({ nodes: undefined }));
  focusCanvas();
}
