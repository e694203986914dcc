import { Crosshair, LogIn } from "lucide-react";
import type { ReactNode } from "react";
import { countOperations } from "../../editor/described.ts";
import type { Reading } from "../../editor/reading.ts";
import { plural } from "../../editor/speech.ts";
import { blockTitle } from "../../scene/title.ts";
import type { TypedDefinition, Value } from "../../typing/diagram.ts";
import { DetailSwitch } from "../canvas/detail-switch.tsx";
import { goInside } from "../canvas/go-inside.ts";
import { renameNow } from "../renaming/carry-out.ts";
import { EditField } from "./edit-field.tsx";
import { GoToLine } from "./go-to-line.tsx";
import { RequirementSection } from "./requirement-list.tsx";
import { Section } from "./section.tsx";
import { ShapeText } from "./shape-text.tsx";

/** A block as it is defined: what goes in, what comes out. */
export function BlockInspector({
  reading,
  definition,
  line,
}: {
  readonly reading: Reading;
  readonly definition: TypedDefinition;
  readonly line: number | undefined;
}): ReactNode {
  const isShown = reading.typed.main.name === definition.name;
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>{blockTitle(definition.name)}</h2>
          <p className="small hint">
            Block of {plural(countOperations(definition), "operation")}
            {line === undefined ? "" : ` · line ${line}`}
          </p>
        </div>
      </div>
      {definition.name !== "" && (
        <Section title="Name">
          <BlockField key={definition.name} block={definition.name} />
        </Section>
      )}
      {definition.name !== "" && (
        <Section title="Shows">
          <DetailSwitch reading={reading} block={definition.name} name="What the block shows" />
        </Section>
      )}
      <Ports title="Takes" values={definition.inputs} />
      <Ports title="Gives" values={definition.outputs} />
      <RequirementSection reading={reading} definition={definition} />
      <div className="inspector-foot">
        {!isShown && definition.name !== "" && (
          <button
            type="button"
            className="button"
            data-kind="outline"
            onClick={() => goInside(definition.name)}
          >
            <LogIn />
            Go inside
          </button>
        )}
        {line !== undefined && (
          <GoToLine line={line} icon={<Crosshair />} title={`Go to line ${line}`} />
        )}
      </div>
    </>
  );
}

function BlockField({ block }: { readonly block: string }): ReactNode {
  return (
    <EditField
      name="Name of the block"
      value={block}
      commit={(text) => renameNow({ kind: "block", node: "", block }, text)}
    />
  );
}

function Ports({
  title,
  values,
}: {
  readonly title: string;
  readonly values: readonly Value[];
}): ReactNode {
  if (values.length === 0) return null;
  return (
    <Section title={title}>
      {values.map((value) => (
        <p key={value.id} className="result-box mono">
          <ShapeText value={value} />
        </p>
      ))}
    </Section>
  );
}
