import { Crosshair, LogIn, SquareArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { axesAtNode } from "../../editor/axis-facts.ts";
import { type Described, nodeSentence, nodeTitle } from "../../editor/described.ts";
import { placeOf } from "../../editor/place-of.ts";
import { nodesOf, reasonsOf } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf, type Selection } from "../../editor/selection.ts";
import { capital } from "../../editor/speech.ts";
import { waitingIn } from "../../editor/waiting.ts";
import { blockTitle } from "../../scene/title.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import { goInside } from "../canvas/go-inside.ts";
import { toggleCall } from "../canvas/use-pointing.ts";
import { InlineText } from "../inline-text.tsx";
import { problemsOf } from "../store.ts";
import { LoopSettings } from "../structure/loop-settings.tsx";
import { ArrayField } from "./array-field.tsx";
import { AxesTable } from "./axes-table.tsx";
import { FollowLine } from "./follow-line.tsx";
import { GoToLine } from "./go-to-line.tsx";
import { NodePicture } from "./node-picture.tsx";
import { OperandList } from "./operand-list.tsx";
import { RequirementSection } from "./requirement-list.tsx";
import { Section } from "./section.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { ShapeText } from "./shape-text.tsx";

/** An operation, block, loop or end of the figure. */
export function OperationInspector({
  reading,
  selection,
  found,
}: {
  readonly reading: Reading;
  readonly selection: Extract<Selection, { kind: "operation" }>;
  readonly found: Described;
}): ReactNode {
  const { node, line, definition } = found;
  const scene = reading.scene.nodes.find((each) => each.id === selection.id);
  const title = node === undefined ? capital(scene?.title ?? "") : nodeTitle(node);
  const problem = problemsOf(reading).find((each) =>
    nodesOf(each).some((at) => placeOf(reading.scene, at)?.node === selection.node),
  );
  const waits = waitingIn(reading).get(selection.node);
  const atShape = problem?.diagnostic.code === "N04" ? problem.diagnostic.title : undefined;
  return (
    <>
      <div className="inspector-head">
        {node?.kind === "op" && <NodePicture node={node} />}
        <div>
          <h2>{title}</h2>
          <p className="small hint">
            {line === undefined ? "" : `Line ${line} · `}
            {definition.name === "" ? "Top of the diagram" : blockTitle(definition.name)}
          </p>
        </div>
      </div>
      <p className="inspector-sentence">
        <InlineText text={node === undefined ? "" : nodeSentence(node)} />
      </p>
      {problem !== undefined && atShape === undefined && (
        <p className="inspector-problem" data-severity={problem.diagnostic.severity}>
          <InlineText text={`${problem.diagnostic.title} ${reasonsOf(problem)}`.trim()} />
        </p>
      )}
      {waits !== undefined && (
        <p className="inspector-problem" data-severity="info">
          <InlineText text={waits} />
        </p>
      )}
      {node !== undefined && node.results.length > 0 && (
        <Section title={node.results.length === 1 ? "Result" : "Results"}>
          {node.results.map((value, at) => (
            <ArrayField
              key={value.id}
              reading={reading}
              definition={definition.name}
              value={value}
              name={node.results.length === 1 ? "Result" : `Result ${at + 1}`}
              problem={at === 0 ? atShape : undefined}
            />
          ))}
        </Section>
      )}
      {node !== undefined && (
        <>
          <SettingFields
            key={`set ${node.id}`}
            reading={reading}
            definition={definition}
            node={node}
          />
          {node.kind === "loop" ? (
            <>
              <LoopSettings key={`loop ${node.id}`} reading={reading} node={node.id} />
              <LoopOperands node={node} reading={reading} />
            </>
          ) : (
            <OperandList key={`take ${node.id}`} reading={reading} node={node} />
          )}
        </>
      )}
      {node !== undefined && (
        <Section title="Axes">
          <AxesTable
            facts={axesAtNode(node, reading.typed)}
            reading={reading}
            path={pathOf(selection.id)}
            definition={definition.name}
          />
          <FollowLine reading={reading} definition={definition} />
        </Section>
      )}
      {node !== undefined && (
        <RequirementSection reading={reading} definition={definition} node={node.id} />
      )}
      <div className="inspector-foot">
        {node?.kind === "call" && scene !== undefined && (
          <>
            <button
              type="button"
              className="button"
              data-kind="outline"
              onClick={() => toggleCall(scene)}
            >
              <SquareArrowDown />
              {scene.kind === "plate" ? "Close" : "Open in place"}
            </button>
            <button
              type="button"
              className="button"
              data-kind="outline"
              onClick={() => goInside(node.definition.name)}
            >
              <LogIn />
              Go inside
            </button>
          </>
        )}
        {line !== undefined && (
          <GoToLine line={line} icon={<Crosshair />} title={`Go to line ${line}`} />
        )}
      </div>
    </>
  );
}

function LoopOperands({
  node,
  reading,
}: {
  readonly node: TypedNode;
  readonly reading: Reading;
}): ReactNode {
  const operands = node.operands.filter((value) => value.scalar === undefined);
  if (operands.length === 0) return null;
  return (
    <Section title={operands.length === 1 ? "Operand" : "Operands"}>
      <ul>
        {operands.map((value) => (
          <li key={value.id} className="operand">
            <span className="mono">
              <ShapeText value={value} />
            </span>
            <span className="small hint">
              {reading.sources.has(value.maker)
                ? `line ${reading.sources.get(value.maker)?.line}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
