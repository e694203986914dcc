import { Highlighter, MessageSquare, PaintBucket, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Switch } from "react-aria-components";
import { PLATE_COLOURS, type PlateColour } from "../../document/document.ts";
import {
  type FurnitureLine,
  furnitureOf,
  hasSign,
  removeFurniture,
  type Sign,
  setPlateColour,
  setWords,
  toggleSign,
} from "../../editor/edits/furniture.ts";
import type { Reading } from "../../editor/reading.ts";
import { capital } from "../../editor/speech.ts";
import { blockTitle } from "../../scene/title.ts";
import { IconButton } from "../icon-button.tsx";
import { runEdit } from "../run-edit.ts";
import { EditField } from "./edit-field.tsx";
import { Section } from "./section.tsx";
import { settle } from "./settle.ts";

/** What the author put around the figure: plates and callouts, legend and equation. */
export function FurnitureSection({ reading }: { readonly reading: Reading }): ReactNode {
  const { document, typed } = reading;
  return (
    <Section title="Around the figure">
      <div className="settings">
        <SignSwitch reading={reading} sign="legend" title="Legend of sizes" />
        {typed.main.name !== "" && (
          <SignSwitch reading={reading} sign="equation" title="Equation with the closed box" />
        )}
        <SignSwitch reading={reading} sign="columns" title="Coloured columns" />
        {furnitureOf(document).map((each) => (
          <FurnitureRow key={each.at} furniture={each} />
        ))}
      </div>
    </Section>
  );
}

function SignSwitch({
  reading,
  sign,
  title,
}: {
  readonly reading: Reading;
  readonly sign: Sign;
  readonly title: string;
}): ReactNode {
  return (
    <Switch
      className="switch"
      isSelected={hasSign(reading.document, sign)}
      onChange={() => runEdit((context) => toggleSign(context, { sign }))}
    >
      <span className="switch-track" />
      {title}
    </Switch>
  );
}

function FurnitureRow({ furniture }: { readonly furniture: FurnitureLine }): ReactNode {
  const { at, line } = furniture;
  if (line.kind === "halo") return <HaloRow at={at} block={line.block} axis={line.name} />;
  const isPlate = line.kind === "plate";
  const words = isPlate ? line.title : line.text;
  const name = isPlate ? "Title of the plate" : "Text of the callout";
  return (
    <div className="furniture">
      {isPlate ? (
        <PaintBucket className="furniture-icon" />
      ) : (
        <MessageSquare className="furniture-icon" />
      )}
      <EditField
        isSmall
        name={name}
        value={words}
        placeholder={isPlate ? "No title" : ""}
        commit={(text) => settle((context) => setWords(context, { at, text }))}
      />
      {isPlate && <ColourField at={at} role={line.role} />}
      <IconButton
        small
        name={`Remove the ${line.kind} ${words}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}

function HaloRow({
  at,
  block,
  axis,
}: {
  readonly at: number;
  readonly block: string;
  readonly axis: string;
}): ReactNode {
  const where = block === "" ? "" : ` of ${blockTitle(block)}`;
  return (
    <div className="furniture">
      <Highlighter className="furniture-icon" />
      <span className="furniture-name">
        Highlight of axis <code>{axis}</code>
        {where}
      </span>
      <IconButton
        small
        name={`Remove the highlight of ${axis}${where}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}

function ColourField({ at, role }: { readonly at: number; readonly role: PlateColour }): ReactNode {
  return (
    <select
      className="colour-field"
      aria-label="Colour of the plate"
      value={role}
      onChange={(event) => {
        const next = PLATE_COLOURS.find((colour) => colour === event.target.value);
        if (next !== undefined) runEdit((context) => setPlateColour(context, { at, role: next }));
      }}
    >
      {PLATE_COLOURS.map((colour) => (
        <option key={colour} value={colour}>
          {capital(colour.replace("-", " "))}
        </option>
      ))}
    </select>
  );
}
