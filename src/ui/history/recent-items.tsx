import "./recent.css";
import { FileClock } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Header, MenuItem, MenuSection } from "react-aria-components";
import { type KeptEntry, keptDocuments } from "../../browser/kept-documents.ts";
import { currentText } from "../store.ts";
import { openKeptDocument } from "./open-kept.ts";
import { ownDocument } from "./own-document.ts";

/** So many other documents the menu offers. */
const MOST = 5;

/** The documents that this browser keeps beside the one that is open, each with when it was saved. */
export function RecentItems(): ReactNode {
  const [recent] = useState(recentDocuments);
  return (
    <MenuSection>
      <Header className="label menu-heading">Recent on this device</Header>
      {recent.length === 0 && (
        <MenuItem className="menu-item" isDisabled>
          Diagrams you open appear here.
        </MenuItem>
      )}
      {recent.map((kept) => (
        <MenuItem
          key={kept.id}
          className="menu-item"
          textValue={titleOf(kept)}
          onAction={() => openKeptDocument(kept)}
        >
          <FileClock />
          <span className="menu-title">{titleOf(kept)}</span>
          <span className="keys">{timeOf(kept.savedAt)}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** Of documents that say the same only the newest. */
function recentDocuments(): readonly KeptEntry[] {
  const { id } = ownDocument();
  const texts = new Set([currentText()]);
  const others = keptDocuments().filter((kept) => {
    const isNew = kept.id !== id && kept.text.trim() !== "" && !texts.has(kept.text);
    if (isNew) texts.add(kept.text);
    return isNew;
  });
  return others.slice(0, MOST);
}

function titleOf({ title, name }: KeptEntry): string {
  return title === "" ? (name ?? "Untitled diagram") : title;
}

function timeOf(savedAt: number): string {
  const saved = new Date(savedAt);
  const isToday = saved.toDateString() === new Date().toDateString();
  return isToday
    ? saved.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : saved.toLocaleDateString([], { day: "numeric", month: "short" });
}
