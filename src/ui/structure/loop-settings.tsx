import type { ReactNode } from "react";
import { Switch } from "react-aria-components";
import type { NodeId } from "../../document/document.ts";
import { isLoop } from "../../document/parts.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { Reading } from "../../editor/reading.ts";
import { formOf, type LoopForm } from "../../editor/structure/loop-form.ts";
import { setLoop } from "../../editor/structure/set-loop.ts";
import { EditField } from "../inspector/edit-field.tsx";
import { Section } from "../inspector/section.tsx";
import { settle } from "../inspector/settle.ts";

/** Count, index and weights of a repeat; axis and way of a scan. */
export function LoopSettings({
  reading,
  node,
}: {
  readonly reading: Reading;
  readonly node: NodeId;
}): ReactNode {
  const loop = findNode(reading.document, node)?.statement;
  if (loop === undefined || !isLoop(loop)) return null;
  const form = formOf(loop);
  const commit = (next: LoopForm): string | undefined =>
    settle((context) => setLoop(context, { node, form: next }));
  return (
    <Section title={form.kind === "repeat" ? "Copies" : "Steps"}>
      <div className="settings">
        {form.kind === "repeat" ? (
          <RepeatSettings form={form} commit={commit} />
        ) : (
          <>
            <Setting
              title="axis"
              name="Axis of the scan"
              value={form.axis}
              commit={(axis) => commit({ ...form, axis: axis.trim() })}
            />
            <Flag
              title="From the last step to the first"
              is={form.reverse === true}
              set={(reverse) => void commit({ ...form, reverse })}
            />
          </>
        )}
      </div>
    </Section>
  );
}

type Repeat = Extract<LoopForm, { kind: "repeat" }>;

function RepeatSettings({
  form,
  commit,
}: {
  readonly form: Repeat;
  commit(form: LoopForm): string | undefined;
}): ReactNode {
  const { index, ...unnamed } = form;
  return (
    <>
      <Setting
        title="count"
        name="Count of the repeat"
        value={form.count}
        commit={(count) => commit({ ...form, count })}
      />
      <Setting
        title="index"
        name="What counts the copies"
        value={index ?? ""}
        placeholder="no name"
        commit={(text) => commit(text.trim() === "" ? unnamed : { ...unnamed, index: text.trim() })}
      />
      <Flag
        title="One set of weights for all copies"
        is={form.shared === true}
        set={(shared) => void commit({ ...form, shared })}
      />
    </>
  );
}

function Setting({
  title,
  name,
  value,
  placeholder,
  commit,
}: {
  readonly title: string;
  readonly name: string;
  readonly value: string;
  readonly placeholder?: string;
  commit(text: string): string | undefined;
}): ReactNode {
  return (
    <div className="setting">
      <span className="setting-name mono">{title}</span>
      <EditField isSmall name={name} value={value} placeholder={placeholder} commit={commit} />
    </div>
  );
}

function Flag({
  title,
  is,
  set,
}: {
  readonly title: string;
  readonly is: boolean;
  set(is: boolean): void;
}): ReactNode {
  return (
    <Switch className="switch" isSelected={is} onChange={set}>
      <span className="switch-track" />
      {title}
    </Switch>
  );
}
