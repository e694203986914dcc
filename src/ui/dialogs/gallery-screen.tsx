import "./dialogs.css";
import { FolderOpen, Plus, Search, X } from "lucide-react";
import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import {
  Button,
  Dialog,
  Header,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { PRESET_GROUPS, PRESETS, type Preset } from "../../../presets/index.ts";
import { derive } from "../../editor/pipeline.ts";
import { plural } from "../../editor/speech.ts";
import type { Scene } from "../../scene/scene.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { StillPicture } from "../canvas/picture.tsx";
import { COMMANDS } from "../commands.ts";
import { BLANK } from "../first-text.ts";
import { useFrame } from "../frame-store.ts";
import { Mark } from "../mark.tsx";
import { openText } from "../open-file.ts";
import { openPreset } from "../open-preset.ts";
import { useResolvedTheme } from "../theme.ts";
import { hasWords } from "./has-words.ts";

/** Every architecture as a card with its live picture; Enter opens a copy. */
export function GalleryScreen(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const [query, setQuery] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  const close = (): void => showDialog(undefined);
  useSlash(search);
  const found = PRESETS.filter((preset) => matches(preset, query));
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={close}>
      <Modal className="gallery-box">
        <Dialog className="dialog gallery" aria-labelledby="gallery-title">
          <div className="gallery-bar">
            <Mark />
            <span className="gallery-name">Gallery</span>
            <SearchField
              className="field gallery-search"
              aria-label="Search the gallery"
              value={query}
              onChange={setQuery}
              onSubmit={() => void openPreset(found[0]?.name ?? "")}
            >
              <Search />
              <Input ref={search} placeholder="Search by name, paper or author" />
              <span className="key">/</span>
            </SearchField>
            <Button className="button" onPress={COMMANDS.open.run}>
              <FolderOpen />
              <span className="wide-only">Open a file</span>
            </Button>
            <Button className="button" data-kind="outline" onPress={() => openText(BLANK)}>
              <Plus />
              <span className="wide-only">Blank diagram</span>
            </Button>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <X />
            </Button>
          </div>
          <div className="gallery-body" style={style}>
            <Heading id="gallery-title" slot="title" className="gallery-heading">
              Start from an architecture
            </Heading>
            <p className="hint">
              Complete and checked, each from its paper. Opening one makes a copy of your own.
            </p>
            <ListBox
              className="cards"
              aria-label="Architectures"
              layout="grid"
              onAction={(key) => void openPreset(String(key))}
              renderEmptyState={() => (
                <p className="hint">
                  No architecture with that name.{" "}
                  <button type="button" className="link" onClick={() => setQuery("")}>
                    Clear the search
                  </button>
                </p>
              )}
            >
              {PRESET_GROUPS.map((group) => {
                const cards = found.filter((preset) => preset.group === group);
                return cards.length === 0 ? null : (
                  <ListBoxSection key={group} className="card-section">
                    <Header className="label">{group}</Header>
                    {cards.map((preset) => (
                      <ListBoxItem
                        key={preset.name}
                        id={preset.name}
                        textValue={preset.title}
                        className="card"
                      >
                        <Card preset={preset} />
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                );
              })}
            </ListBox>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** `/` goes to the search field, as a letter typed in a list would go to a card. */
function useSlash(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.target === search.current) return;
      event.preventDefault();
      event.stopPropagation();
      search.current?.focus();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [search]);
}

function matches(preset: Preset, query: string): boolean {
  const { title, authors, source, look, year, name } = preset;
  return hasWords(`${name} ${title} ${authors} ${source} ${look} ${year}`, query);
}

/** A wider picture would show glyphs too small to tell apart; it runs out under a fade. */
const WIDEST = 1100;

const Card = memo(function Card({ preset }: { readonly preset: Preset }): ReactNode {
  const [picture, setPicture] = useState<{ readonly scene: Scene; readonly blocks: number }>();
  useEffect(() => {
    let isShown = true;
    const draw = async (): Promise<void> => {
      const { scene, typed } = derive(await preset.load());
      const blocks = [...typed.definitions.keys()].filter((name) => name !== "").length;
      if (isShown) setPicture({ scene, blocks });
    };
    // A card without its picture can be opened all the same.
    draw().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [preset]);
  const isCut = picture !== undefined && picture.scene.bounds.width > WIDEST;
  return (
    <>
      <div className="card-picture" data-cut={isCut || undefined}>
        {picture !== undefined && (
          <StillPicture scene={picture.scene} title={preset.title} widest={WIDEST} />
        )}
      </div>
      <div className="card-text">
        <b>{preset.title}</b>
        <span className="small hint card-line">
          <span>{preset.authors}</span>
          <span>
            {preset.year}
            {picture === undefined ? "" : ` · ${plural(picture.blocks, "block")}`}
          </span>
        </span>
        <span className="small card-look">{preset.look}</span>
      </div>
    </>
  );
});
