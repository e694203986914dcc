import "./structure.css";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button, Switch, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { NodeId } from "../../document/document.ts";
import type { Edit } from "../../editor/edit.ts";
import { tryOut } from "../../editor/edits/trial.ts";
import type { Reading } from "../../editor/reading.ts";
import { axesToScan } from "../../editor/structure/loop-crossings.ts";
import type { LoopForm as Form } from "../../editor/structure/loop-form.ts";
import { type ChosenCrossing, planLoop } from "../../editor/structure/loop-plan.ts";
import { makeLoop } from "../../editor/structure/make-loop.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { runEdit } from "../run-edit.ts";
import { CrossingRows } from "./crossing-rows.tsx";
import { showPreview } from "./preview.ts";

/** Kind, count or axis, and how each array crosses the walls; the canvas shows what it would be. */
export function LoopForm({
  nodes,
  reading,
  close,
}: {
  readonly nodes: readonly NodeId[];
  readonly reading: Reading;
  close(): void;
}): ReactNode {
  const axes = useMemo(() => axesToScan(reading, nodes), [reading, nodes]);
  const [form, setForm] = useState<Form>(() => likelyForm(reading, nodes, axes));
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenCrossing>>(new Map());
  const [refused, setRefused] = useState<string>();
  const plan = useMemo(
    () => planLoop(reading, { nodes, form, chosen }),
    [reading, nodes, form, chosen],
  );
  const edit = useMemo((): Edit => {
    if (!plan.ok) return plan;
    const unfit = plan.rows.find(({ says }) => says !== undefined)?.says;
    if (unfit !== undefined) return { ok: false, says: unfit };
    return makeLoop(reading, { nodes, form, crossings: plan.crossings });
  }, [reading, nodes, form, plan]);
  useEffect(() => showPreview(edit), [edit]);
  const doubt = useMemo(() => doubtOf(reading, edit), [reading, edit]);
  const change = (next: Form): void => {
    setForm(next);
    setRefused(undefined);
  };
  const create = (): void => {
    if (!edit.ok) {
      setRefused(edit.says);
      useFrame.getState().say(edit.says);
      return;
    }
    close();
    runEdit(() => edit);
  };
  return (
    <form
      className="loop-form"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <ToggleButtonGroup
        className="segments"
        aria-label="Kind of loop"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[form.kind]}
        onSelectionChange={(keys) => {
          const next = KINDS.find(({ kind }) => keys.has(kind));
          if (next !== undefined && next.kind !== form.kind) change(next.start(axes));
        }}
      >
        {KINDS.map(({ kind, title }) => (
          <ToggleButton key={kind} id={kind} className="segment">
            {title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {form.kind === "repeat" ? (
        <RepeatFields form={form} change={change} />
      ) : (
        <ScanFields form={form} axes={axes} change={change} />
      )}
      {plan.ok && plan.rows.length > 0 && (
        <CrossingRows
          rows={plan.rows}
          choose={(array, way) => {
            setChosen(new Map([...chosen, [array, way]]));
            setRefused(undefined);
          }}
        />
      )}
      <p className="loop-says small" role="status" data-wrong={refused !== undefined || undefined}>
        <InlineText text={refused ?? doubt ?? ""} />
      </p>
      <div className="loop-foot">
        <span className="small hint">
          <span className="key">Esc</span> leaves it as it is
        </span>
        <Button type="submit" className="button" data-kind="filled">
          {form.kind === "repeat" ? "Create repeat" : "Create scan"}
        </Button>
      </div>
    </form>
  );
}

type Repeat = Extract<Form, { kind: "repeat" }>;
type Scan = Extract<Form, { kind: "scan" }>;

const KINDS: readonly {
  readonly kind: Form["kind"];
  readonly title: string;
  start(axes: readonly string[]): Form;
}[] = [
  { kind: "repeat", title: "Repeat", start: () => ({ kind: "repeat", count: "2" }) },
  { kind: "scan", title: "Scan", start: ([axis = ""]) => ({ kind: "scan", axis }) },
];

/** A scan where something would be sliced and nothing carried by a repeat; else a repeat. */
function likelyForm(reading: Reading, nodes: readonly NodeId[], axes: readonly string[]): Form {
  const repeat: Form = { kind: "repeat", count: "2" };
  const plan = planLoop(reading, { nodes, form: repeat, chosen: new Map() });
  const carries = plan.ok && plan.rows.some(({ as }) => as === "carried");
  const [axis] = axes;
  return carries || axis === undefined ? repeat : { kind: "scan", axis };
}

/** What would be wrong in the diagram with the loop, which can be made all the same. */
function doubtOf(reading: Reading, edit: Edit): string | undefined {
  if (!edit.ok) return undefined;
  const [error] = tryOut(reading, edit.document).errors;
  return error === undefined ? undefined : `With it there is a problem: ${error.title}`;
}

function RepeatFields({
  form,
  change,
}: {
  readonly form: Repeat;
  change(form: Form): void;
}): ReactNode {
  const { index: named, ...unnamed } = form;
  return (
    <>
      <div className="loop-fields">
        <TextSetting
          autoFocus
          label="Count"
          value={form.count}
          placeholder="6, or N"
          set={(count) => change({ ...form, count })}
        />
        <TextSetting
          label="Counted by"
          value={named ?? ""}
          placeholder="no name"
          set={(text) => change(text.trim() === "" ? unnamed : { ...unnamed, index: text.trim() })}
        />
      </div>
      <Switch
        className="switch"
        isSelected={form.shared === true}
        onChange={(shared) => change({ ...form, shared })}
      >
        <span className="switch-track" />
        One set of weights for all copies
      </Switch>
    </>
  );
}

function ScanFields({
  form,
  axes,
  change,
}: {
  readonly form: Scan;
  readonly axes: readonly string[];
  change(form: Form): void;
}): ReactNode {
  return (
    <>
      <div className="loop-fields">
        <TextSetting
          autoFocus
          label="Axis"
          value={form.axis}
          placeholder="t"
          set={(axis) => change({ ...form, axis: axis.trim() })}
        />
        {axes.length > 1 && (
          <ToggleButtonGroup
            className="segments loop-axes"
            aria-label="Axes that these lines do not act on"
            selectionMode="single"
            selectedKeys={axes.includes(form.axis) ? [form.axis] : []}
            onSelectionChange={(keys) => {
              const axis = axes.find((each) => keys.has(each));
              if (axis !== undefined) change({ ...form, axis });
            }}
          >
            {axes.map((axis) => (
              <ToggleButton key={axis} id={axis} className="segment mono">
                {axis}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </div>
      <Switch
        className="switch"
        isSelected={form.reverse === true}
        onChange={(reverse) => change({ ...form, reverse })}
      >
        <span className="switch-track" />
        From the last step to the first
      </Switch>
    </>
  );
}

function TextSetting({
  label,
  value,
  placeholder,
  autoFocus,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly autoFocus?: true;
  set(text: string): void;
}): ReactNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus === true) field.current?.select();
  }, [autoFocus]);
  return (
    <div className="loop-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <input
          ref={field}
          id={id}
          className="mono"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      </div>
    </div>
  );
}
