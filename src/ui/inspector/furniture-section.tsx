import {
  ArrowDownToLine,
  Heading,
  Highlighter,
  MessageSquare,
  PaintBucket,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { Switch } from "react-aria-components";
import { PLATE_COLOURS } from "../../document/document.ts";
import { blockArrowsOf } from "../../editor/edits/block-arrow.ts";
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
import { loweredThing } from "../../editor/edits/lower.ts";
import { titledThing } from "../../editor/edits/picture-title.ts";
import type { Reading } from "../../editor/reading.ts";
import { blockTitle } from "../../scene/title.ts";
import { IconButton } from "../icon-button.tsx";
import { runEdit } from "../run-edit.ts";
import { ArrowRow } from "./arrow-row.tsx";
import { CalloutPlace } from "./callout-place.tsx";
import { EditField } from "./edit-field.tsx";
import { PictureRow } from "./picture-row.tsx";
import { ColourField, CornerButtons } from "./plate-fields.tsx";
import { Section } from "./section.tsx";
import { settle } from "./settle.ts";
import { proseFromField, proseInField } from "./written-prose.ts";

/** What the author put around the figure: plates, callouts and titles, legend and equation. */
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
        <SignSwitch reading={reading} sign="guides" title="Lines between columns" />
        <SignSwitch reading={reading} sign="cups" title="Cups without arrows" />
        {blockArrowsOf(document).map((arrow) => (
          <ArrowRow key={`${arrow.at} ${arrow.part}`} arrow={arrow} />
        ))}
        {furnitureOf(document).map((each, i) => (
          <FurnitureRow key={each.at} reading={reading} furniture={each} number={i + 1} />
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

const ICONS = { plate: PaintBucket, callout: MessageSquare, title: Heading };

function FurnitureRow({
  reading,
  furniture,
  number,
}: {
  readonly reading: Reading;
  readonly furniture: FurnitureLine;
  /** Tells rows of one kind apart in their names. */
  readonly number: number;
}): ReactNode {
  const { at, line } = furniture;
  if (line.kind === "halo") return <HaloRow at={at} line={line} />;
  if (line.kind === "picture") return <PictureRow reading={reading} at={at} line={line} />;
  if (line.kind === "below") return <BelowRow at={at} node={line.node} />;
  const isPlate = line.kind === "plate";
  const words = isPlate ? line.title : line.text;
  const name = {
    plate: `Title of the plate ${number}`,
    callout: `Text of the callout ${number}`,
    title: line.kind === "title" ? `Title of ${titledThing(line.node)}` : "",
  }[line.kind];
  const Icon = ICONS[line.kind];
  return (
    <div className="furniture" data-line={at}>
      <Icon className="furniture-icon" />
      <EditField
        isSmall
        name={name}
        value={proseInField(words)}
        placeholder={isPlate ? "No title" : ""}
        commit={(text) =>
          settle((context) => setWords(context, { at, text: proseFromField(text) }))
        }
      />
      {isPlate && (
        <ColourField
          name={`Colour of the plate ${number}`}
          colours={PLATE_COLOURS}
          colour={line.role}
          choose={(role) => runEdit((context) => setPlateColour(context, { at, role }))}
        />
      )}
      <IconButton
        small
        name={`Remove the ${line.kind} ${words}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
      {isPlate && <CornerButtons at={at} number={number} cut={line.cut ?? []} />}
      {line.kind === "callout" && <CalloutPlace at={at} number={number} place={line.at} />}
    </div>
  );
}

function BelowRow({ at, node }: { readonly at: number; readonly node: string }): ReactNode {
  const thing = loweredThing(node);
  return (
    <div className="furniture">
      <ArrowDownToLine className="furniture-icon" />
      <span className="furniture-name">Below the wires: {thing}</span>
      <IconButton
        small
        name={`Raise the ${thing}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}

function HaloRow({
  at,
  line: { block, of, name },
}: {
  readonly at: number;
  readonly line: FurnitureLine["line"] & { readonly kind: "halo" };
}): ReactNode {
  const where = block === "" ? "" : ` of ${blockTitle(block)}`;
  return (
    <div className="furniture">
      <Highlighter className="furniture-icon" />
      <span className="furniture-name">
        {of === "axis" ? "Highlight of axis" : "Ring where it makes"} <code>{name}</code>
        {where}
      </span>
      <IconButton
        small
        name={`Remove the ${of === "axis" ? "highlight of" : "ring at"} ${name}${where}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}
