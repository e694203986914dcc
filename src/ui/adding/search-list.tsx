import "./adding.css";
import { Search } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** One row of a searchable list. */
export interface ListEntry {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly title: string;
  /** Goes on after the title, quieter: "along x". */
  readonly detail?: string;
  /** At the right end: the resulting shape, or a key. */
  readonly after?: ReactNode;
  /** Why it does not fit; it can be chosen all the same. */
  readonly why?: string;
}

/** Rows under one heading. */
export interface ListGroup {
  readonly title: string;
  readonly entries: readonly ListEntry[];
}

interface SearchListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly groups: readonly ListGroup[];
  /** Beside the field: what the list is about. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
  readonly empty: string;
  readonly autoFocus?: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
  onQuery(query: string): void;
  onChoose(entry: ListEntry): void;
  /** A key that the list has no use for; true when it was taken. */
  onKey?(event: KeyboardEvent, active: ListEntry | undefined): boolean;
  /** Where a row may be dragged away. */
  onGrab?(entry: ListEntry, event: PointerEvent): void;
}

/**
 * A field over a list in groups: typing filters, the arrows move, Enter chooses the row that is
 * marked, which at first is the best one. The focus stays in the field.
 */
export function SearchList(props: SearchListProps): ReactNode {
  const { label, placeholder, query, groups, aside, foot, empty, onQuery, onChoose } = props;
  const own = useRef<HTMLInputElement>(null);
  const field = props.field ?? own;
  const id = useId();
  const entries = groups.flatMap((group) => group.entries);
  const [marked, setMarked] = useState<string>();
  const found = entries.findIndex((entry) => entry.id === marked);
  const at = Math.max(0, found);
  const active = entries[at];
  const idOf = (entry: ListEntry): string => `${id} ${entries.indexOf(entry)}`.replaceAll(" ", "-");
  const { autoFocus } = props;
  useLayoutEffect(() => {
    if (autoFocus !== true) return;
    field.current?.focus({ preventScroll: true });
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [autoFocus, field]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked === undefined) list.current?.scrollTo({ top: 0 });
    else list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [marked]);

  const move = (step: number): void => {
    if (entries.length === 0) return;
    const wraps = Math.abs(step) === 1;
    const next = wraps
      ? (at + step + entries.length) % entries.length
      : Math.max(0, Math.min(entries.length - 1, at + step));
    setMarked(entries[next]?.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) move(step);
    else if (props.onKey?.(event, active) === true) event.stopPropagation();
    else if (event.key === "Enter" && active !== undefined) onChoose(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className="search-list">
      <div className="field search-field">
        <Search aria-hidden="true" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : idOf(active)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setMarked(undefined);
            onQuery(event.target.value);
          }}
          onKeyDown={press}
        />
        {aside}
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className="search-rows"
        role="listbox"
        aria-label={label}
        tabIndex={-1}
      >
        {groups.map((group) =>
          group.entries.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={group.title} role="group" aria-label={group.title}>
              <div className="label search-heading" aria-hidden="true">
                {group.title}
              </div>
              {group.entries.map((entry) => (
                <Row
                  key={entry.id}
                  id={idOf(entry)}
                  entry={entry}
                  query={query}
                  isActive={entry === active}
                  onPoint={() => setMarked(entry.id)}
                  onChoose={() => onChoose(entry)}
                  {...(props.onGrab && {
                    onGrab: (event: PointerEvent) => props.onGrab?.(entry, event),
                  })}
                />
              ))}
            </div>
          ),
        )}
      </div>
      {entries.length === 0 && <p className="hint small search-empty">{empty}</p>}
      {foot !== undefined && <div className="search-foot">{foot}</div>}
    </div>
  );
}

function Row({
  id,
  entry,
  query,
  isActive,
  onPoint,
  onChoose,
  onGrab,
}: {
  readonly id: string;
  readonly entry: ListEntry;
  readonly query: string;
  readonly isActive: boolean;
  onPoint(): void;
  onChoose(): void;
  onGrab?(event: PointerEvent): void;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    <div
      id={id}
      role="option"
      className="search-row"
      aria-selected={isActive}
      data-unfit={entry.why !== undefined || undefined}
      onPointerMove={onPoint}
      onPointerDown={onGrab}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {entry.icon}
      <span className="search-text">
        <span className="search-title">
          <Highlighted text={entry.title} query={query} />
        </span>
        {entry.detail !== undefined && <span className="hint">{entry.detail}</span>}
        {entry.why !== undefined && <span className="search-why small">{entry.why}</span>}
      </span>
      {entry.after !== undefined && <span className="search-after">{entry.after}</span>}
    </div>
  );
}

function Highlighted({
  text,
  query,
}: {
  readonly text: string;
  readonly query: string;
}): ReactNode {
  const wanted = query.trim().toLowerCase();
  const at = wanted === "" ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
