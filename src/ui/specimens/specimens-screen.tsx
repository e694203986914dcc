import "../dialogs/dialogs.css";
import "./specimens.css";
import { Search, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  Button,
  Dialog,
  Heading,
  Input,
  Modal,
  ModalOverlay,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import type { ThemeName } from "../../draw/theme.ts";
import { SPECIMENS, type SpecimenGroup } from "../../editor/specimens/specimens.ts";
import { hasWords } from "../dialogs/has-words.ts";
import { useFrame } from "../frame-store.ts";
import { Mark } from "../mark.tsx";
import { SpecimenCard } from "./specimen-card.tsx";

const THEMES: readonly { readonly id: ThemeName; readonly title: string }[] = [
  { id: "light", title: "Light" },
  { id: "dark", title: "Dark" },
  { id: "print", title: "Print" },
];

/** Every sign of the notation with its name and meaning, drawn from what the operations say of themselves. */
export function SpecimensScreen(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const [query, setQuery] = useState("");
  const [themes, setThemes] = useState<readonly ThemeName[]>(["light", "dark", "print"]);
  const page = useRef<HTMLDivElement>(null);
  const groups = searched(query);
  useEffect(forgetAddress, []);
  const go = (title: string): void => {
    const heading = page.current?.querySelector<HTMLElement>(`[data-group="${title}"]`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={() => showDialog(undefined)}>
      <Modal className="gallery-box">
        <Dialog className="dialog gallery" aria-labelledby="specimens-title">
          <div className="gallery-bar">
            <Mark />
            <span className="gallery-name wide-only">Notation</span>
            <SearchField
              className="field gallery-search"
              aria-label="Search the notation"
              value={query}
              onChange={setQuery}
            >
              <Search />
              <Input placeholder="Search by name or meaning" />
            </SearchField>
            <ToggleButtonGroup
              className="segments"
              aria-label="Themes"
              selectionMode="multiple"
              disallowEmptySelection
              selectedKeys={themes}
              onSelectionChange={(keys) =>
                setThemes(THEMES.map(({ id }) => id).filter((id) => keys.has(id)))
              }
            >
              {THEMES.map(({ id, title }) => (
                <ToggleButton key={id} id={id} className="segment">
                  {title}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <Button
              className="icon-button"
              aria-label="Close"
              onPress={() => showDialog(undefined)}
            >
              <X />
            </Button>
          </div>
          <div className="specimens">
            <nav className="specimens-groups" aria-label="Groups">
              <ul>
                {groups.map(({ title, specimens }) => (
                  <li key={title}>
                    <button type="button" className="specimens-group" onClick={() => go(title)}>
                      {title}
                      <span className="hint">{specimens.length}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </nav>
            <section
              ref={page}
              className="specimens-page"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls takes the focus
              tabIndex={0}
              aria-label="Signs"
            >
              <Heading id="specimens-title" slot="title" className="gallery-heading">
                Every sign of the notation
              </Heading>
              <p className="hint">
                What each operation and each convention looks like, with the line that it is drawn
                from.
              </p>
              {groups.length === 0 && (
                <p className="hint">
                  No sign of that name.{" "}
                  <button type="button" className="link" onClick={() => setQuery("")}>
                    Clear the search
                  </button>
                </p>
              )}
              {groups.map(({ title, specimens }) => (
                <section key={title} aria-label={title}>
                  <h3 className="specimens-heading" data-group={title} tabIndex={-1}>
                    {title}
                  </h3>
                  <ul className="specimens-list">
                    {specimens.map((specimen) => (
                      <SpecimenCard key={specimen.id} specimen={specimen} themes={themes} />
                    ))}
                  </ul>
                </section>
              ))}
            </section>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function searched(query: string): readonly SpecimenGroup[] {
  return SPECIMENS.map(({ title, specimens }) => ({
    title,
    specimens: specimens.filter(({ id, name, meaning }) =>
      hasWords(`${id} ${name} ${meaning} ${title}`, query),
    ),
  })).filter(({ specimens }) => specimens.length > 0);
}

/** The page was asked for once; a reload after closing it shows the diagram again. */
function forgetAddress(): () => void {
  return () => {
    const address = new URL(location.href);
    if (!address.searchParams.has("specimens")) return;
    address.searchParams.delete("specimens");
    history.replaceState(history.state, "", address);
  };
}
