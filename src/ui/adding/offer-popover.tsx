import { type ReactNode, useEffect, useState } from "react";
import type { Rect } from "../../draw/path.ts";
import type { Reading } from "../../editor/reading.ts";
import { useEditor } from "../store.ts";
import { rectOfSelection } from "./add-here.ts";
import { AddList } from "./add-list.tsx";
import { type Offer, useAdding } from "./adding-store.ts";
import { AnchoredPopover } from "./anchored-popover.tsx";
import { closeOffer } from "./close-offer.ts";
import { FromList } from "./from-list.tsx";
import { IntoList } from "./into-list.tsx";
import { PortField } from "./port-field.tsx";
import { UnfitCard } from "./unfit-card.tsx";
import { WhichList } from "./which-list.tsx";

const LABELS = {
  add: "Add an operation",
  into: "Connect to",
  from: "Connect from",
  port: "Name and axes",
  unfit: "Does not fit",
  which: "Insert in front of",
} as const;

/** The list that is open on the canvas; closing it gives the focus back to what is selected. */
export function OfferPopover(): ReactNode {
  const offer = useAdding((state) => state.offer);
  const reading = useEditor((state) => state.reading);
  if (offer === undefined || reading === undefined) return null;
  return <OpenOffer key={keyOf(offer)} offer={offer} reading={reading} />;
}

function keyOf(offer: Offer): string {
  return offer.kind === "from" ? `from ${offer.port.node} ${offer.port.operand}` : offer.kind;
}

function OpenOffer({
  offer,
  reading,
}: {
  readonly offer: Offer;
  readonly reading: Reading;
}): ReactNode {
  const [at, setAt] = useState<Rect>(() => offer.at ?? rectOfSelection());
  useEffect(() => {
    // The selection may be new, and may just be brought into view.
    if (offer.at === undefined) setAt(rectOfSelection());
  }, [offer.at]);
  const isBelow = offer.kind === "unfit" && offer.at !== undefined;
  return (
    <AnchoredPopover
      at={at}
      name={LABELS[offer.kind]}
      placement={isBelow ? "bottom" : "right top"}
      close={closeOffer}
    >
      <Inside offer={offer} reading={reading} />
    </AnchoredPopover>
  );
}

function Inside({
  offer,
  reading,
}: {
  readonly offer: Offer;
  readonly reading: Reading;
}): ReactNode {
  switch (offer.kind) {
    case "add":
      return <AddList offer={offer} reading={reading} />;
    case "into":
      return <IntoList offer={offer} reading={reading} />;
    case "from":
      return <FromList port={offer.port} reading={reading} />;
    case "which":
      return <WhichList offer={offer} reading={reading} />;
    case "unfit":
      return <UnfitCard offer={offer} reading={reading} />;
    case "port":
      return <PortField offer={offer} />;
  }
}
