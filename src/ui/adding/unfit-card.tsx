import { type ReactNode, useEffect, useMemo } from "react";
import type { EditContext } from "../../editor/edit.ts";
import { reconnect } from "../../editor/edits/connect.ts";
import { portsIn } from "../../editor/edits/port-places.ts";
import { type WayIn, waysIn } from "../../editor/edits/ways-in.ts";
import { outcomeOf } from "../../editor/outcome.ts";
import type { Reading } from "../../editor/reading.ts";
import { waysOut } from "../../editor/structure/ways-out.ts";
import { runEdit } from "../run-edit.ts";
import type { Offer } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";
import { OutcomeCard } from "./outcome-card.tsx";
import { previewOf, usePreview } from "./previewing.ts";
import { portKey } from "./wiring-store.ts";

type Unfit = Extract<Offer, { kind: "unfit" }>;

/** Why an array does not fit where it was dropped, and up to three things to do about it. */
export function UnfitCard({
  offer,
  reading,
}: {
  readonly offer: Unfit;
  readonly reading: Reading;
}): ReactNode {
  const { array, port } = offer;
  const outcome = useMemo(() => outcomeOf(reading, array, port), [reading, array, port]);
  const ways = useMemo(() => waysFor(reading, offer), [reading, offer]);
  const place = useMemo(
    () => portsIn(reading, array.definition).find((each) => portKey(each.port) === portKey(port)),
    [reading, array, port],
  );
  useEffect(() => () => usePreview.setState({ preview: undefined }), []);
  const show = ({ edit }: WayIn): void => {
    const [node = port.node] = edit.select ?? [];
    const preview = previewOf(reading, { document: edit.document, node }, offer);
    usePreview.setState({ preview });
  };
  const hide = (): void => usePreview.setState({ preview: undefined });
  const take = (title: string): void => {
    closeOffer();
    runEdit((context) => {
      const way = waysFor(context, offer).find((each) => each.title === title);
      return way?.edit ?? { ok: false, says: "This is no longer possible here." };
    });
  };
  return (
    <div className="unfit-card">
      <OutcomeCard outcome={outcome} place={place} />
      <div className="ways">
        {ways.map((way, at) => (
          <button
            key={way.title}
            type="button"
            className="way"
            // biome-ignore lint/a11y/noAutofocus: opened by a key, the first way is the next thing
            autoFocus={at === 0 && offer.at === undefined}
            onPointerEnter={() => show(way)}
            onPointerLeave={hide}
            onFocus={() => show(way)}
            onBlur={hide}
            onClick={() => take(way.title)}
          >
            <b>{way.title}</b>
            <span className="hint small">{way.detail}</span>
          </button>
        ))}
      </div>
      <div className="search-foot">
        <span>
          <span className="key">Esc</span>leave as it is
        </span>
      </div>
    </div>
  );
}

function waysFor(context: EditContext, { array, port, from }: Unfit): readonly WayIn[] {
  const out = waysOut(context, array, port);
  if (out.length > 0) return out;
  const ways = waysIn(context, array, port);
  if (from === undefined) return ways;
  // What was taken off another port goes on from there.
  const moved = reconnect(context, { from, to: port });
  const anyway = { title: "Connect anyway", detail: "It is drawn, and marked as wrong" };
  const others = ways.filter(({ title }) => title !== anyway.title);
  return moved.ok ? [...others, { ...anyway, edit: moved }] : others;
}
