import { CircleAlert } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { InlineText } from "../inline-text.tsx";

/**
 * One value of the document as text. Enter or leaving the field commits, Esc restores; a sentence
 * about what cannot be stands below, and what was typed stays.
 */
export function EditField({
  name,
  value,
  placeholder,
  problem,
  isSmall,
  autoFocus,
  commit,
  onDone,
}: {
  /** What the field is called for those who do not see where it stands. */
  readonly name: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  /** What is wrong with the value that the document has. */
  readonly problem?: string | undefined;
  readonly isSmall?: true;
  /** Takes the focus with all of its text, as where the field has just come. */
  readonly autoFocus?: true;
  /** Takes the text, or gives the sentence why not. */
  commit(text: string): string | undefined;
  /** Called when the field holds nothing of its own any more. */
  onDone?(): void;
}): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [complaint, setComplaint] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (autoFocus === true) field.current?.select();
  }, [autoFocus]);
  const says = complaint ?? problem;
  const restore = (): void => {
    setDraft(undefined);
    setComplaint(undefined);
    onDone?.();
  };
  const settle = (): void => {
    const refused = draft === undefined || draft === value ? undefined : commit(draft);
    if (refused === undefined) restore();
    else setComplaint(refused);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") settle();
    else if (event.key === "Escape" && (draft !== undefined || onDone !== undefined)) restore();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="edit-field" data-small={isSmall}>
      <div className="field" data-wrong={says !== undefined || undefined}>
        <input
          ref={field}
          className="mono"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={name}
          aria-invalid={says !== undefined}
          aria-describedby={says === undefined ? undefined : id}
          placeholder={placeholder}
          value={draft ?? value}
          onChange={(event) => {
            setDraft(event.target.value);
            setComplaint(undefined);
          }}
          onBlur={settle}
          onKeyDown={press}
        />
        {says !== undefined && <CircleAlert aria-hidden="true" />}
      </div>
      {says !== undefined && (
        <p id={id} className="field-says small">
          <InlineText text={says} />
        </p>
      )}
    </div>
  );
}
