import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import type { Reading } from "../../editor/reading.ts";
import { rectOfSelection } from "../adding/add-here.ts";
import { AnchoredPopover } from "../adding/anchored-popover.tsx";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useEditor } from "../store.ts";
import { type Choice, useChoice } from "./choice-store.ts";
import { MergeList } from "./merge-list.tsx";
import { ReplaceList } from "./replace-list.tsx";

/** A list at the selection from which one thing is chosen. */
export function ChoicePopover(): ReactNode {
  const choice = useChoice((state) => state.choice);
  const reading = useEditor((state) => state.reading);
  if (choice === undefined || reading === undefined) return null;
  return <OpenChoice choice={choice} reading={reading} />;
}

const LABELS = { replace: "Replace with", merge: "Make one axis with" } as const;

function OpenChoice({
  choice,
  reading,
}: {
  readonly choice: Choice;
  readonly reading: Reading;
}): ReactNode {
  const [at] = useState(rectOfSelection);
  return (
    <AnchoredPopover at={at} name={LABELS[choice.kind]} close={close}>
      {choice.kind === "replace" ? (
        <ReplaceList node={choice.node} reading={reading} close={close} />
      ) : (
        <MergeList choice={choice} reading={reading} close={close} />
      )}
    </AnchoredPopover>
  );
}

function close(): void {
  flushSync(() => useChoice.setState({ choice: undefined }));
  focusCanvas();
}
