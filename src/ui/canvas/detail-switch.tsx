import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { DetailLevel } from "../../document/document.ts";
import { detailOf, showDetail } from "../../editor/edits/show-detail.ts";
import type { Reading } from "../../editor/reading.ts";
import { runEdit } from "../run-edit.ts";

const LEVELS: readonly { readonly level: DetailLevel; readonly name: string }[] = [
  { level: "axes", name: "Axes" },
  { level: "arrays", name: "Arrays" },
  { level: "blocks", name: "Blocks" },
];

/** Chooses what is shown of one block, or of the whole file where `block` is `""`. */
export function DetailSwitch({
  reading,
  block,
  name,
}: {
  readonly reading: Reading;
  readonly block: string;
  /** For screen readers: what the switch is about. */
  readonly name: string;
}): ReactNode {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={name}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[detailOf(reading.document, block)]}
      onSelectionChange={(keys) => {
        const chosen = LEVELS.find(({ level }) => keys.has(level));
        if (chosen === undefined) return;
        runEdit((context) => showDetail(context, { block, level: chosen.level }));
      }}
    >
      {LEVELS.map(({ level, name: title }) => (
        <ToggleButton key={level} id={level} className="segment">
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
