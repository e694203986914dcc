import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { NodeId } from "../../document/document.ts";
import type { Reading } from "../../editor/reading.ts";
import { rectOfSelection } from "../adding/add-here.ts";
import { AnchoredPopover } from "../adding/anchored-popover.tsx";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useEditor } from "../store.ts";
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
  const [at] = useState(rectOfSelection);
  useEffect(() => endPreview, []);
  return (
    <AnchoredPopover
      at={at}
      name="Repeat or scan"
      look="loop-popover"
      placement="bottom start"
      offset={28}
      close={close}
    >
      <LoopForm nodes={nodes} reading={reading} close={close} />
    </AnchoredPopover>
  );
}

function close(): void {
  endPreview();
  flushSync(() => useLoopMaking.setState({ nodes: undefined }));
  focusCanvas();
}
