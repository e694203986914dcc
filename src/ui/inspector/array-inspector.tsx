import { Crosshair } from "lucide-react";
import type { ReactNode } from "react";
import { axesOfValue } from "../../editor/axis-facts.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import { type Described, nodeTitle } from "../../editor/described.ts";
import { stopSays } from "../../editor/follow/axis-walk.ts";
import { sentenceOf } from "../../editor/follow/follow-words.ts";
import { axisAt } from "../../editor/follow/same-axis.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { plainName } from "../../scene/extra-axes.ts";
import type { TypedDefinition, TypedNode, Value } from "../../typing/diagram.ts";
import { ConnectButton } from "../adding/connect-button.tsx";
import { followedIn, sameRef } from "../follow/lit.ts";
import { pinAxis } from "../follow/pin-axis.ts";
import { TouchList } from "../follow/touch-list.tsx";
import { useEditor } from "../store.ts";
import { ArrayField } from "./array-field.tsx";
import { AxesTable } from "./axes-table.tsx";
import { AxisFields } from "./axis-fields.tsx";
import { AxisName } from "./axis-name.tsx";
import { FollowLine } from "./follow-line.tsx";
import { GoToLine } from "./go-to-line.tsx";
import { LabelField } from "./label-field.tsx";
import { Section } from "./section.tsx";
import { ShapeText } from "./shape-text.tsx";

type ArraySelection = Extract<Selection, { kind: "array" | "strand" }>;

/** An array, or one axis of it. */
export function ArrayInspector({
  reading,
  selection,
  found,
}: {
  readonly reading: Reading;
  readonly selection: ArraySelection;
  readonly found: Described;
}): ReactNode {
  const { value, definition, node, line } = found;
  if (value === undefined) return null;
  const index = indexDefinition(definition);
  const users = (index.uses.get(value.id) ?? []).filter((user) => !isReadInside(user, value));
  const from = node === undefined ? "from outside" : `from ${nodeTitle(node).toLowerCase()}`;
  return (
    <>
      <div className="inspector-head">
        <div>
          {selection.kind === "strand" ? (
            <h2>
              Axis <AxisName name={plainName(selection.axis)} />
            </h2>
          ) : (
            <h2 className="mono">
              <ShapeText value={value} />
            </h2>
          )}
          <p className="small hint">
            {placeWords(selection, value)}
            {from}
            {line === undefined ? "" : ` in line ${line}`}
          </p>
        </div>
      </div>
      {selection.kind === "array" && (
        <Section title="Name and axes">
          <ArrayField
            key={value.id}
            reading={reading}
            definition={definition.name}
            value={value}
            name="Name and axes"
          />
          {value.name !== undefined && (
            <LabelField
              key={`typeset ${value.id}`}
              reading={reading}
              target={{ definition: definition.name, of: "array", name: value.name }}
            />
          )}
        </Section>
      )}
      {selection.kind === "strand" && (
        <StrandFacts reading={reading} selection={selection} found={found} />
      )}
      <Section title="Axes">
        <AxesTable
          facts={axesOfValue(value, definition, reading.typed)}
          reading={reading}
          path={selection.path}
          definition={definition.name}
        />
        {selection.kind === "array" && <FollowLine reading={reading} definition={definition} />}
      </Section>
      <Section title="Goes to">
        {users.length === 0 ? (
          <p className="hint">{whereUnused(value, definition)}</p>
        ) : (
          <ul>
            {users.map((user) => {
              const at = reading.sources.get(user.id)?.line;
              return (
                <li key={user.id} className="operand">
                  {nodeTitle(user)}
                  {at !== undefined && <span className="small hint">line {at}</span>}
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <div className="inspector-foot">
        <ConnectButton selection={selection} reading={reading} />
        {line !== undefined && (
          <GoToLine line={line} icon={<Crosshair />} title={`Go to line ${line}`} />
        )}
      </div>
    </>
  );
}

function placeWords({ kind }: ArraySelection, { name }: Value): string {
  if (kind === "array") return "Array ";
  return name === undefined ? "In an array " : `In array ${name} `;
}

function StrandFacts({
  reading,
  selection,
  found,
}: {
  readonly reading: Reading;
  readonly selection: Extract<Selection, { kind: "strand" }>;
  readonly found: Described;
}): ReactNode {
  const pinned = useEditor((state) => state.pinned);
  const { definition } = found;
  const record = definition.axes.get(selection.axis);
  const ref = axisAt(reading, selection);
  const followed = followedIn(reading, ref);
  if (followed === undefined) return null;
  const isPinned = pinned !== undefined && sameRef(pinned, ref);
  const says = stopSays(reading, selection);
  const { path, array, axis } = selection;
  return (
    <>
      <Section title="This axis">
        {record !== undefined && (
          <AxisFields
            key={axis}
            reading={reading}
            named={{ kind: "axis", path, definition: definition.name, array, axis }}
          />
        )}
        <p className="hint small">{sentenceOf(followed, reading.sources)}</p>
        <button type="button" className="link" onClick={() => pinAxis(ref)}>
          {isPinned ? "Stop following" : "Keep it lit"}
        </button>
      </Section>
      <Section title="What happens to it">
        {says !== undefined && <p className="small">{says}.</p>}
        <TouchList reading={reading} followed={followed} selection={selection} />
      </Section>
    </>
  );
}

/** A loop that only reads the array names no use of its own: what takes it inside does. */
function isReadInside(node: TypedNode, value: Value): boolean {
  if (node.kind !== "loop") return false;
  return node.crossings.every((each) => {
    if (each.kind === "each") return each.outer.id !== value.id;
    return each.kind !== "carry" || each.start.id !== value.id;
  });
}

/** Where an array goes that no operation takes. */
function whereUnused(value: Value, definition: TypedDefinition): string {
  if (definition.outputs.some((each) => each.id === value.id)) return "The output.";
  const loops = [...indexDefinition(definition).nodes.values()].filter(
    (node) => node.kind === "loop",
  );
  const crossings = loops.flatMap((loop) => loop.crossings);
  if (crossings.some((each) => each.kind === "carry" && each.next.id === value.id)) {
    return "The next step of the loop.";
  }
  if (crossings.some((each) => each.kind === "collect" && each.inner.id === value.id)) {
    return "What the loop collects.";
  }
  return "Nothing yet.";
}
