import "./dialogs.css";
import "./help-dialog.css";
import { Search } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import {
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { MESSAGE_ENTRIES } from "../../editor/help/message-entries.ts";
import { signatureText } from "../../editor/help/signature.ts";
import { OPS } from "../../ops/index.ts";
import { addablesOf } from "../adding/addables.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { useFrame } from "../frame-store.ts";
import { useResolvedTheme } from "../theme.ts";
import { DialogHead } from "./dialog-head.tsx";
import { hasWords } from "./has-words.ts";
import { MessageHelp } from "./message-help.tsx";
import { OperationHelp } from "./operation-help.tsx";

/** A row of the list: an operation by its name, or a message by its code. */
interface Row {
  readonly id: string;
  readonly title: string;
  readonly second: string;
  readonly group: string;
  readonly words: string;
}

/** Every operation and every message, with a picture, an example and what repairs it. */
export function HelpDialog(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const asked = useFrame((frame) => frame.helpEntry);
  const [query, setQuery] = useState("");
  const [chosen, choose] = useState(asked ?? ROWS[0]?.id ?? "");
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  const close = (): void => showDialog(undefined);
  const found = ROWS.filter((row) => matches(row, query));
  const shown = found.some(({ id }) => id === chosen) ? chosen : (found[0]?.id ?? chosen);
  const sections = [...new Set(found.map(({ group }) => group))].map((group) => ({
    id: group,
    rows: found.filter((row) => row.group === group),
  }));
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={close}>
      <Modal className="dialog-box help-box">
        <Dialog className="dialog help">
          <DialogHead title="Help" onClose={close}>
            <SearchField
              className="field help-search"
              aria-label="Search operations and messages"
              value={query}
              onChange={setQuery}
              autoFocus={asked === undefined}
            >
              <Search />
              <Input placeholder="Search operations and messages" />
            </SearchField>
          </DialogHead>
          <div className="help-columns">
            <ListBox
              className="help-list"
              aria-label="Operations and messages"
              items={sections}
              selectionMode="single"
              selectionBehavior="replace"
              disallowEmptySelection
              autoFocus={asked !== undefined}
              selectedKeys={[shown]}
              onSelectionChange={(keys) => {
                const [first] = keys;
                if (first !== undefined) choose(String(first));
              }}
              renderEmptyState={() => <p className="hint">Nothing has that name.</p>}
            >
              {({ id, rows }) => (
                <ListBoxSection id={id}>
                  <Header className="label">{id}</Header>
                  <Collection items={rows}>
                    {(row) => (
                      <ListBoxItem id={row.id} textValue={row.title} className="help-row">
                        <b>{row.title}</b>
                        <span className="small hint mono">{row.second}</span>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
            <article
              className="help-entry"
              style={style}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long entry is scrolled by keyboard
              tabIndex={0}
              aria-live="polite"
            >
              <Entry id={shown} />
            </article>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Entry({ id }: { readonly id: string }): ReactNode {
  const message = MESSAGE_ENTRIES.find(({ code }) => code === id);
  if (message !== undefined) return <MessageHelp key={id} entry={message} />;
  const op = OPS.find(({ name }) => name === id);
  return op === undefined ? null : <OperationHelp key={id} op={op} />;
}

const MESSAGES = "Messages";

const ROWS: readonly Row[] = [
  ...addablesOf({ header: [], statements: [], layout: [], trailing: [] }).flatMap(
    ({ face, group, words }): readonly Row[] => {
      if (face.kind !== "operation") return [];
      const { name, title } = face.op;
      return [{ id: name, title, group, second: signatureText(face.op), words: words.join(" ") }];
    },
  ),
  ...MESSAGE_ENTRIES.map(
    ({ code, title, cause }): Row => ({
      id: code,
      title,
      group: MESSAGES,
      second: code,
      words: cause,
    }),
  ),
];

function matches({ id, title, second, group, words }: Row, query: string): boolean {
  return hasWords(`${id} ${title} ${second} ${group} ${words}`, query);
}
