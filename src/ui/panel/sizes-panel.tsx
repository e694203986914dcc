import type { ReactNode } from "react";
import { printSize } from "../../../shapes/print.ts";
import { groupDigits } from "../../editor/axis-facts.ts";
import type { SizeRecord } from "../../typing/diagram.ts";
import { AxisName } from "../inspector/axis-name.tsx";
import { useEditor } from "../store.ts";

const FROM: Readonly<Record<SizeRecord["from"], string>> = {
  file: "given in the text",
  equation: "follows from its equation",
  setting: "set here",
  inferred: "follows from the shapes",
  free: "free",
};

/** Every size of the file: what it is defined as, its number, and where that comes from. */
export function SizesPanel(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const sizes = [...(reading?.typed.sizes.values() ?? [])];
  if (sizes.length === 0) {
    return <p className="empty">Sizes that the text names appear here.</p>;
  }
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Size</th>
          <th scope="col">Defined as</th>
          <th scope="col">Value</th>
          <th scope="col">Where from</th>
        </tr>
      </thead>
      <tbody>
        {sizes.map((record) => (
          <tr key={record.name}>
            <th scope="row">
              <AxisName name={record.name} />
            </th>
            <td className="mono">{definitionOf(record)}</td>
            <td>{record.value === undefined ? "" : groupDigits(record.value.toString())}</td>
            <td className="hint">{FROM[record.from]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function definitionOf(record: SizeRecord): string {
  if (record.table !== undefined)
    return `(${record.table.map((size) => printSize(size)).join(", ")})`;
  const printed = printSize(record.size);
  return printed === record.name ? "" : printed;
}
