import type { ReactNode } from "react";

/** One of a few things, or none of them. */
export function ChoiceField<Choice extends string>({
  name,
  none,
  choices,
  chosen,
  choose,
}: {
  readonly name: string;
  readonly none: string;
  readonly choices: readonly (readonly [choice: Choice, title: string])[];
  readonly chosen: Choice | undefined;
  choose(choice: Choice | undefined): void;
}): ReactNode {
  return (
    <select
      className="colour-field"
      aria-label={name}
      value={chosen ?? ""}
      onChange={(event) => choose(choices.find(([choice]) => choice === event.target.value)?.[0])}
    >
      <option value="">{none}</option>
      {choices.map(([choice, title]) => (
        <option key={choice} value={choice}>
          {title}
        </option>
      ))}
    </select>
  );
}
