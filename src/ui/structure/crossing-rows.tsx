import { type ReactNode, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { LoopCrossing } from "../../editor/structure/loop-crossings.ts";
import {
  type ChosenCrossing,
  type CrossingRow,
  carryOut,
} from "../../editor/structure/loop-plan.ts";
import { InlineText } from "../inline-text.tsx";

/** A row for each array that crosses the walls of a loop, with the ways that there are for it. */
export function CrossingRows({
  rows,
  choose,
}: {
  readonly rows: readonly CrossingRow[];
  choose(array: string, way: ChosenCrossing): void;
}): ReactNode {
  return (
    <ul className="crossing-rows" aria-label="Arrays that cross">
      {rows.map((row) => (
        <Row key={`${row.array} ${row.ways.length}`} row={row} rows={rows} choose={choose} />
      ))}
    </ul>
  );
}

const MEANINGS: Readonly<Record<LoopCrossing["as"], string>> = {
  carried: "goes on from step to step",
  sliced: "each step takes its part",
  read: "each step reads all of it",
  collected: "what the steps give is stacked",
};

function Row({
  row,
  rows,
  choose,
}: {
  readonly row: CrossingRow;
  readonly rows: readonly CrossingRow[];
  choose(array: string, way: ChosenCrossing): void;
}): ReactNode {
  const { array, axes, as, ways, next, nexts } = row;
  const [tried, setTried] = useState<string>();
  const says = row.says ?? tried;
  const pick = (way: LoopCrossing["as"]): void => {
    setTried(undefined);
    if (as !== "collected") {
      choose(array, { as: way });
      return;
    }
    const out = carryOut(rows, array);
    if ("says" in out) setTried(out.says);
    else choose(out.start, { as: "carried", next: array });
  };
  return (
    <li className="crossing-row">
      <span className="crossing-name mono">
        <b>{array}</b> <span className="hint">[{axes.join(" ")}]</span>
      </span>
      <ToggleButtonGroup
        className="segments"
        aria-label={`How ${array} crosses`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[as]}
        onSelectionChange={(keys) => {
          const way = ways.find((each) => keys.has(each));
          if (way !== undefined && way !== as) pick(way);
        }}
      >
        {ways.map((way) => (
          <ToggleButton key={way} id={way} className="segment">
            {way}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {says === undefined ? (
        <span className="crossing-note small hint">
          {MEANINGS[as]}
          {next !== undefined && nexts.length === 1 && (
            <>
              {" as "}
              <span className="mono">{next}</span>
            </>
          )}
        </span>
      ) : (
        <span className="crossing-note small" role="status" data-wrong={row.says !== undefined}>
          <InlineText text={says} />
        </span>
      )}
      {as === "carried" && nexts.length > 1 && (
        <Nexts row={row} choose={(name) => choose(array, { as: "carried", next: name })} />
      )}
    </li>
  );
}

function Nexts({
  row: { array, next, nexts },
  choose,
}: {
  readonly row: CrossingRow;
  choose(next: string): void;
}): ReactNode {
  return (
    <div className="crossing-next">
      <span className="small hint" aria-hidden="true">
        goes on as
      </span>
      <ToggleButtonGroup
        className="segments"
        aria-label={`${array} goes on as`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={next === undefined ? [] : [next]}
        onSelectionChange={(keys) => {
          const name = nexts.find((each) => keys.has(each));
          if (name !== undefined) choose(name);
        }}
      >
        {nexts.map((name) => (
          <ToggleButton key={name} id={name} className="segment mono">
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
