import type { ReactNode } from "react";
import { Switch } from "react-aria-components";
import { type CallSetting, setCall } from "../../editor/edits/set-call.ts";
import type { Reading } from "../../editor/reading.ts";
import { capital } from "../../editor/speech.ts";
import type { TypedDefinition, TypedNode } from "../../typing/diagram.ts";
import { AxisChips } from "./axis-chips.tsx";
import { AxisName } from "./axis-name.tsx";
import {
  type BindingSetting,
  callSettings,
  type NumberSetting,
  type OptionSetting,
} from "./call-settings.ts";
import { EditField } from "./edit-field.tsx";
import { Section } from "./section.tsx";
import { settle } from "./settle.ts";

type Commit = (setting: CallSetting) => string | undefined;

/** Axes, options, numbers and bindings of an operation, each as the field that fits it. */
export function SettingFields({
  reading,
  definition,
  node,
}: {
  readonly reading: Reading;
  readonly definition: TypedDefinition;
  readonly node: TypedNode;
}): ReactNode {
  const { axes, options, numbers, bindings } = callSettings(reading, definition, node);
  const commit: Commit = (setting) =>
    settle((context) => setCall(context, { node: node.id, setting }));
  return (
    <>
      {axes.map((setting) => (
        <Section key={setting.kind} title={setting.title}>
          <AxisChips setting={setting} commit={(text) => commit({ kind: setting.kind, text })} />
        </Section>
      ))}
      {options.length + numbers.length > 0 && (
        <Section title="Options">
          <div className="settings">
            {options.map((option) => (
              <Option key={option.word} option={option} commit={commit} />
            ))}
            {numbers.map((number) => (
              <NumberField key={number.name} number={number} commit={commit} />
            ))}
          </div>
        </Section>
      )}
      {bindings.length > 0 && (
        <Section title="Its axes and sizes here">
          <div className="settings" data-bindings>
            {bindings.map((binding) => (
              <Binding key={binding.axis} binding={binding} commit={commit} />
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function Option({
  option: { word, takes, meaning, text },
  commit,
}: {
  readonly option: OptionSetting;
  readonly commit: Commit;
}): ReactNode {
  if (takes === "flag") {
    return (
      <Switch
        className="switch"
        isSelected={text !== undefined}
        onChange={(isOn) => void commit({ kind: "option", word, text: isOn ? "" : undefined })}
      >
        <span className="switch-track" />
        {capital(meaning)}
      </Switch>
    );
  }
  return (
    <div className="setting">
      <span className="setting-name mono">{word}</span>
      <EditField
        isSmall
        name={word}
        value={text ?? ""}
        placeholder="not given"
        commit={(next) =>
          commit({ kind: "option", word, text: next.trim() === "" ? undefined : next })
        }
      />
      <span className="setting-note small hint">{capital(meaning)}</span>
    </div>
  );
}

function NumberField({
  number,
  commit,
}: {
  readonly number: NumberSetting;
  readonly commit: Commit;
}): ReactNode {
  const { name } = number;
  return (
    <div className="setting">
      <span className="setting-name mono">{name}</span>
      <EditField
        isSmall
        name={name}
        value={number.text}
        placeholder={number.default}
        commit={(text) => commit({ kind: "number", name, text })}
      />
    </div>
  );
}

function Binding({
  binding: { axis, text, now },
  commit,
}: {
  readonly binding: BindingSetting;
  readonly commit: Commit;
}): ReactNode {
  return (
    <div className="setting" data-axis={axis}>
      <span className="setting-name">
        <AxisName name={axis} />
      </span>
      <EditField
        isSmall
        name={`${axis} of the block`}
        value={text}
        placeholder={now}
        commit={(next) =>
          commit({ kind: "binding", axis, text: next.trim() === "" ? undefined : next })
        }
      />
    </div>
  );
}
