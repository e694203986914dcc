import { Check, CircleAlert, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import type { Reading } from "../../editor/reading.ts";
import { type RequirementChip, requirementChips } from "../../editor/requirement-chips.ts";
import type { TypedDefinition } from "../../typing/diagram.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { Section } from "./section.tsx";

const ICONS = { met: Check, open: CircleDashed, refuted: CircleAlert } as const;
const WORDS = { met: "holds", open: "has to hold", refuted: "does not hold" } as const;

/** What sizes have to fulfil, as chips; a press goes to the line that asks for it. */
export function RequirementList({
  reading,
  chips,
  isExplained = false,
}: {
  readonly reading: Reading;
  readonly chips: readonly RequirementChip[];
  /** Says below each chip why. */
  readonly isExplained?: boolean;
}): ReactNode {
  const goToSpan = useFrame((frame) => frame.goToSpan);
  return (
    <ul className="chip-list requirements" aria-label="Requirements">
      {chips.map((chip) => {
        const Icon = ICONS[chip.standing];
        const span = reading.sources.get(chip.node);
        return (
          <li key={chip.label}>
            <button
              type="button"
              className="chip requirement"
              data-standing={chip.standing}
              title={chip.says.replaceAll("`", "")}
              onClick={() => {
                if (span !== undefined) goToSpan(span);
              }}
            >
              <Icon aria-hidden="true" />
              {chip.label}
              <span className="visually-hidden">, {WORDS[chip.standing]}</span>
            </button>
            {isExplained && (
              <p className="small hint">
                <InlineText text={chip.says} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The requirements of a definition, or of one node of it, as a part of the inspector. */
export function RequirementSection({
  reading,
  definition,
  node,
}: {
  readonly reading: Reading;
  readonly definition: TypedDefinition;
  readonly node?: string;
}): ReactNode {
  const chips = requirementChips(definition, reading.typed).filter(
    (chip) => node === undefined || chip.node === node,
  );
  if (chips.length === 0) return null;
  return (
    <Section title="Requires">
      <RequirementList reading={reading} chips={chips} isExplained />
    </Section>
  );
}
