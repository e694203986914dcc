import type { DetailLevel } from "../../document/document.ts";
import { showDetail } from "../../editor/edits/show-detail.ts";
import type { Command } from "../commands.ts";
import { runEdit } from "../run-edit.ts";

/** Commands that show the whole figure at a level of detail; they have no keys. */
export const DETAIL_COMMANDS: readonly Command[] = [
  { title: "Show every axis as a strand", chord: "", run: () => showAt("axes") },
  { title: "Show one arrow an array", chord: "", run: () => showAt("arrays") },
  { title: "Show named boxes", chord: "", run: () => showAt("blocks") },
];

function showAt(level: DetailLevel): void {
  runEdit((context) => showDetail(context, { block: "", level }));
}
