import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, WandSparkles } from "lucide-react";
import type { ReactNode } from "react";
import type { ButtonProps } from "react-aria-components";
import { type Offset, spokenOffset } from "../../editor/remarks.ts";
import { nudgeRemark, toggleAutomatic } from "../arranging/place-remark.ts";
import { IconButton } from "../icon-button.tsx";

const WAYS = [
  { key: "ArrowLeft", way: "left", keys: "←", by: { dx: -1, dy: 0 }, Icon: ArrowLeft },
  { key: "ArrowUp", way: "up", keys: "↑", by: { dx: 0, dy: -1 }, Icon: ArrowUp },
  { key: "ArrowDown", way: "down", keys: "↓", by: { dx: 0, dy: 1 }, Icon: ArrowDown },
  { key: "ArrowRight", way: "right", keys: "→", by: { dx: 1, dy: 0 }, Icon: ArrowRight },
] as const;

/** Moves a callout by half spacings, with buttons or the arrow keys on them, or lets it find room. */
export function CalloutPlace({
  at,
  number,
  place,
}: {
  readonly at: number;
  readonly number: number;
  /** Absent where it looks for room itself. */
  readonly place: Offset | undefined;
}): ReactNode {
  const press: ButtonProps["onKeyDown"] = (event) => {
    const pressed = WAYS.find(({ key }) => key === event.key);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (pressed === undefined || !isPlain) {
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    nudgeRemark(at, pressed.by);
  };
  return (
    <fieldset
      className="callout-place"
      aria-label={`Place of the callout ${number}; the arrow keys move it`}
    >
      {WAYS.map(({ way, keys, by, Icon }) => (
        <IconButton
          key={way}
          small
          name={`Move the callout ${number} ${way}`}
          keys={keys}
          onPress={() => nudgeRemark(at, by)}
          onKeyDown={press}
        >
          <Icon />
        </IconButton>
      ))}
      <IconButton
        small
        name={`Let the callout ${number} look for room itself`}
        isPressed={place === undefined}
        onPress={() => toggleAutomatic(at)}
        onKeyDown={press}
      >
        <WandSparkles />
      </IconButton>
      <p className="small">{place === undefined ? "Finds room" : spokenOffset(place)}</p>
    </fieldset>
  );
}
