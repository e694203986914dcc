import { type ReactNode, useMemo, useRef, useState } from "react";
import { Dialog, Popover } from "react-aria-components";
import { flushSync } from "react-dom";
import type { Reading } from "../../editor/reading.ts";
import { rectOfSelection } from "../adding/add-here.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { useEditor } from "../store.ts";
import { useResolvedTheme } from "../theme.ts";
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
  const anchor = useRef<HTMLSpanElement>(null);
  const [at] = useState(rectOfSelection);
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
        className="popover adding-popover"
        style={style}
        triggerRef={anchor}
        placement="right top"
        offset={10}
        isOpen
        onOpenChange={close}
      >
        <Dialog className="dialog" aria-label={LABELS[choice.kind]}>
          {choice.kind === "replace" ? (
            <ReplaceList node={choice.node} reading={reading} close={close} />
          ) : (
            <MergeList choice={choice} reading={reading} close={close} />
          )}
        </Dialog>
      </Popover>
    </>
  );
}

function close(): void {
  flushSync(() => useChoice.setState({ choice: undefined }));
  focusCanvas();
}
