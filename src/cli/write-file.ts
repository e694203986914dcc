import { randomBytes } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.ts";

/**
 * Puts a text in place of a file as a whole: a failure on the way leaves the file as it was.
 * `shown` is how the user wrote the path.
 */
export async function writeWhole(path: string, text: string, shown = path): Promise<void> {
  // A link stays a link: what it points at is replaced.
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.axisloom-${randomBytes(6).toString("hex")}`);
  try {
    const mode = await stat(target).then(
      (found) => found.mode,
      () => 0o666 & ~process.umask(),
    );
    await writeFile(draft, text, { mode, flag: "wx" });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw new Refusal(`\`${shown}\` cannot be written: ${reasonOf(error)}.`);
  }
}

/** What the system says about a failed read or write, in words. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "access is denied",
    EPERM: "access is denied",
    EEXIST: "a file of that name is there",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    ENAMETOOLONG: "the name is too long",
  };
  return (code === undefined ? undefined : known[code]) ?? (error as Error).message;
}
