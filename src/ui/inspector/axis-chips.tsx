import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  Button,
  Dialog,
  DialogTrigger,
  Popover,
  Tag,
  TagGroup,
  TagList,
} from "react-aria-components";
import { type ListGroup, SearchList } from "../adding/search-list.tsx";
import { InlineText } from "../inline-text.tsx";
import { AxisName } from "./axis-name.tsx";
import { type AxesSetting, withTerm } from "./call-settings.ts";

/** The axes in front of or behind `->` as chips: each can go, and another one can come. */
export function AxisChips({
  setting,
  commit,
}: {
  readonly setting: AxesSetting;
  /** Takes the terms as text, or gives the sentence why not. */
  commit(text: string): string | undefined;
}): ReactNode {
  const [complaint, setComplaint] = useState<string>();
  const { title, terms, hasRoom } = setting;
  const tags = terms.map((term, at) => ({ id: at, term }));
  return (
    <>
      <div className="chips">
        <TagGroup
          aria-label={title}
          onRemove={(keys) =>
            setComplaint(commit(terms.filter((_, at) => !keys.has(at)).join(" ")))
          }
        >
          <TagList className="chip-list" items={tags}>
            {({ id, term }) => (
              <Tag id={id} className="chip" textValue={term} data-open={term === "?" || undefined}>
                <Term text={term} />
                {term !== "?" && (
                  <Button slot="remove" className="chip-remove" aria-label={`Remove ${term}`}>
                    <X />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
        {hasRoom && (
          <AddAxis
            setting={setting}
            choose={(term) => setComplaint(commit(withTerm(terms, term)))}
          />
        )}
      </div>
      {complaint !== undefined && (
        <p className="field-says small" role="status">
          <InlineText text={complaint} />
        </p>
      )}
    </>
  );
}

/** A name is set as in the figure; what is more than a name stands as written. */
function Term({ text }: { readonly text: string }): ReactNode {
  return /^[A-Za-z][A-Za-z0-9_]*'*$/.test(text) ? (
    <AxisName name={text} />
  ) : (
    <span className="mono">{text}</span>
  );
}

function AddAxis({
  setting,
  choose,
}: {
  readonly setting: AxesSetting;
  choose(term: string): void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setQuery("");
      }}
    >
      <Button className="chip chip-add" aria-label={`Add an axis: ${setting.title}`}>
        <Plus />
        Axis
      </Button>
      <Popover className="popover adding-popover axis-popover" placement="bottom start">
        <Dialog className="dialog" aria-label={`Add an axis: ${setting.title}`}>
          <SearchList
            autoFocus
            label="Axis"
            placeholder="Name, or k=2*n"
            query={query}
            groups={groupsOf(setting, query)}
            empty="Type the name of an axis."
            onQuery={setQuery}
            onChoose={({ id }) => {
              setOpen(false);
              choose(id);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function groupsOf({ atHand }: AxesSetting, query: string): readonly ListGroup[] {
  const written = query.trim();
  const near = atHand.filter((name) => name.startsWith(written));
  const isNew = written !== "" && !atHand.includes(written);
  return [
    { title: "At hand", entries: near.map((name) => ({ id: name, title: name })) },
    { title: "New", entries: isNew ? [{ id: written, title: written }] : [] },
  ];
}
