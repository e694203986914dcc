import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFrame } from "./frame-store.ts";
import { InlineText } from "./inline-text.tsx";

/** How long a sentence stays while nobody points at it, in milliseconds. */
const STAY = 5000;

/** One sentence at the foot of the canvas, with at most one thing to do about it. */
export function NoticeBar(): ReactNode {
  const notice = useFrame((frame) => frame.notice);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const close = (): void => {
      if (bar.current?.matches(":hover, :focus-within") === true) wait();
      else useFrame.getState().showNotice(undefined);
    };
    const wait = (): void => {
      timer = setTimeout(close, STAY);
    };
    wait();
    return () => clearTimeout(timer);
  }, [notice]);
  if (notice === undefined) return null;
  const close = (): void => useFrame.getState().showNotice(undefined);
  const { says, action } = notice;
  return (
    <div ref={bar} className="notice">
      <p>
        <InlineText text={says} />
      </p>
      {action !== undefined && (
        <button
          type="button"
          className="button"
          data-kind="outline"
          data-small="true"
          onClick={() => {
            close();
            action.run();
          }}
        >
          {action.title}
        </button>
      )}
      <button type="button" className="icon-button" data-small aria-label="Close" onClick={close}>
        <X />
      </button>
    </div>
  );
}
