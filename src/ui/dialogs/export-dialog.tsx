import "./dialogs.css";
import "./export-preview.css";
import { Braces, Copy, Download, Image, ListTree, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import {
  Button,
  Dialog,
  Header,
  Heading,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { copyText, downloadFile } from "../../browser/files.ts";
import { keepPreference, keptPreference } from "../../browser/storage.ts";
import type { ThemeName } from "../../draw/theme.ts";
import {
  EXPORT_FORMATS,
  type Exported,
  type ExportFormat,
  exportDiagram,
} from "../../editor/exports.ts";
import { countProblems } from "../../editor/problems.ts";
import { plural } from "../../editor/speech.ts";
import { currentStem } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { problemsOf, useEditor } from "../store.ts";
import { useResolvedTheme } from "../theme.ts";

const ICONS = { svg: Image, pseudocode: ListTree, json: Braces } as const;
const GROUPS = ["Figure", "Text and data"] as const;
const THEMES: readonly { readonly id: ThemeName; readonly title: string }[] = [
  { id: "light", title: "Light" },
  { id: "dark", title: "Dark" },
  { id: "print", title: "Print" },
];

/** How a figure is shown: on nothing but its paper, or between lines of text as in a paper. */
type Setting = "alone" | "page";
const SETTINGS: readonly { readonly id: Setting; readonly title: string }[] = [
  { id: "alone", title: "Figure" },
  { id: "page", title: "In a page" },
];

/** Formats, a live preview, the options of the format, Copy and Download. */
export function ExportDialog(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  const [format, setFormat] = useState(() => formatNamed(keptPreference("export")));
  const [theme, setTheme] = useState<ThemeName>(useResolvedTheme());
  const exported = useExported(format, theme);
  const close = (): void => showDialog(undefined);
  const choose = (name: string): void => {
    keepPreference("export", name);
    setFormat(formatNamed(name));
  };
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={close}>
      <Modal className="dialog-box export">
        <Dialog className="dialog export-parts" aria-labelledby="export-title">
          <div className="export-formats">
            <Heading id="export-title" slot="title" className="dialog-heading">
              Export
            </Heading>
            <ListBox
              aria-label="Format"
              className="export-list"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[format.name]}
              onSelectionChange={(keys) => {
                if (keys !== "all") choose(String([...keys][0]));
              }}
            >
              {GROUPS.map((group) => (
                <ListBoxSection key={group}>
                  <Header className="label">{group}</Header>
                  {EXPORT_FORMATS.filter((each) => each.group === group).map((each) => {
                    const Icon = ICONS[each.name];
                    return (
                      <ListBoxItem
                        key={each.name}
                        id={each.name}
                        textValue={each.title}
                        className="export-row"
                      >
                        <Icon />
                        <span>
                          <b>{each.title}</b>
                          <span className="small hint">{each.line}</span>
                        </span>
                      </ListBoxItem>
                    );
                  })}
                </ListBoxSection>
              ))}
            </ListBox>
          </div>
          <Preview format={format} theme={theme} exported={exported} />
          <div className="export-options">
            <div className="export-options-head">
              <h3 className="dialog-heading">{format.title}</h3>
              <Button className="icon-button" aria-label="Close" onPress={close}>
                <X />
              </Button>
            </div>
            {format.name === "svg" ? (
              <div className="option">
                <span id="theme-option">Theme</span>
                <ToggleButtonGroup
                  className="segments"
                  aria-labelledby="theme-option"
                  selectionMode="single"
                  disallowEmptySelection
                  selectedKeys={[theme]}
                  onSelectionChange={(keys) => {
                    const chosen = THEMES.find(({ id }) => keys.has(id));
                    if (chosen !== undefined) setTheme(chosen.id);
                  }}
                >
                  {THEMES.map(({ id, title }) => (
                    <ToggleButton key={id} id={id} className="segment">
                      {title}
                    </ToggleButton>
                  ))}
                </ToggleButtonGroup>
              </div>
            ) : null}
            <Notes format={format} exported={exported} />
            <div className="export-actions">
              <CopyButton exported={exported} />
              <Button
                className="button"
                data-kind="filled"
                isDisabled={exported === undefined}
                onPress={() => {
                  if (exported === undefined) return;
                  downloadFile(`${currentStem()}${format.ending}`, exported.text, format.type);
                }}
              >
                <Download />
                Download {format.title}
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function formatNamed(name: string | undefined): ExportFormat {
  const [first] = EXPORT_FORMATS;
  const found = EXPORT_FORMATS.find((each) => each.name === name) ?? first;
  if (found === undefined) throw new RangeError("There are no formats to export to.");
  return found;
}

function useExported(format: ExportFormat, theme: ThemeName): Exported | undefined {
  const reading = useEditor((state) => state.reading);
  const [exported, setExported] = useState<Exported>();
  useEffect(() => {
    if (reading === undefined) return undefined;
    let isCurrent = true;
    setExported(undefined);
    exportDiagram(format.name, reading, theme).then(
      (made) => isCurrent && setExported(made),
      (error: Error) =>
        isCurrent && setExported({ text: "", losses: [`It could not be made: ${error.message}`] }),
    );
    return () => {
      isCurrent = false;
    };
  }, [format, theme, reading]);
  return exported;
}

function Preview({
  format,
  theme,
  exported,
}: {
  readonly format: ExportFormat;
  readonly theme: ThemeName;
  readonly exported: Exported | undefined;
}): ReactNode {
  const [setting, setSetting] = useState(() => settingNamed(keptPreference("export setting")));
  if (exported === undefined) return <div className="export-preview" />;
  const size = `${Math.max(1, Math.round(new Blob([exported.text]).size / 1000))} KB`;
  return (
    <div className="export-preview">
      {format.name === "svg" ? (
        <div className="export-figure" data-theme={theme} data-setting={setting}>
          {setting === "page" && <TextLines lengths={[100, 97, 99, 98, 62]} />}
          <img alt="Preview of the figure" src={dataAddress(exported.text)} />
          {setting === "page" && <TextLines lengths={[100, 97, 99, 96, 98, 95, 94, 41]} />}
        </div>
      ) : (
        <textarea
          className="export-text mono"
          aria-label={`Preview of the ${format.title}`}
          readOnly
          value={exported.text}
        />
      )}
      <div className="export-foot">
        <p className="small hint">
          {size}
          {format.name === "svg" ? " · text as outlines · the diagram is inside" : ""}
        </p>
        {format.name === "svg" && (
          <ToggleButtonGroup
            className="segments"
            aria-label="Preview"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[setting]}
            onSelectionChange={(keys) => {
              const chosen = settingNamed([...keys].map(String)[0]);
              keepPreference("export setting", chosen);
              setSetting(chosen);
            }}
          >
            {SETTINGS.map(({ id, title }) => (
              <ToggleButton key={id} id={id} className="segment">
                {title}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </div>
    </div>
  );
}

function settingNamed(name: string | undefined): Setting {
  return name === "page" ? "page" : "alone";
}

/** Lines of text, told by their lengths in per cent. */
function TextLines({ lengths }: { readonly lengths: readonly number[] }): ReactNode {
  return (
    <div className="text-lines" aria-hidden="true">
      {lengths.map((length) => (
        <span key={length} style={{ width: `${length}%` }} />
      ))}
    </div>
  );
}

function dataAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

function Notes({
  format,
  exported,
}: {
  readonly format: ExportFormat;
  readonly exported: Exported | undefined;
}): ReactNode {
  const problems = useEditor((state) => countProblems(problemsOf(state.reading)));
  const notes = [
    ...(problems > 0 ? [`${plural(problems, "problem")}: what is wrong is marked.`] : []),
    ...(exported?.losses ?? []),
    format.name === "pseudocode"
      ? "Axisloom reads it back as the same diagram."
      : "Axisloom opens this file again.",
  ];
  return notes.map((note) => (
    <p key={note} className="note">
      {note}
    </p>
  ));
}

function CopyButton({ exported }: { readonly exported: Exported | undefined }): ReactNode {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const titles = { idle: "Copy", copied: "Copied", refused: "Not allowed" };
  return (
    <Button
      className="button"
      data-kind="outline"
      isDisabled={exported === undefined}
      onPress={() => {
        if (exported === undefined) return;
        void copyText(exported.text).then((done) => setState(done ? "copied" : "refused"));
      }}
    >
      <Copy />
      {titles[state]}
    </Button>
  );
}
