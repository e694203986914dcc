/** A file that the user chose or dropped. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** The endings that the file picker offers. */
const OPENS = ".ncd,.json,.svg,.txt";

const LARGEST = 60_000_000;

/** Asks for a file; `null` when the user changes their mind. */
export function chooseFile(): Promise<ChosenFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = OPENS;
    input.hidden = true;
    // A field outside of the document may be collected while its dialog is open.
    document.body.append(input);
    input.addEventListener("cancel", () => {
      input.remove();
      resolve(null);
    });
    input.addEventListener("change", () => {
      input.remove();
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else readFile(file).then(resolve, reject);
    });
    input.click();
  });
}

/** Reads a file as text; rejects with a sentence for people when it is too large for a diagram. */
export async function readFile(file: File): Promise<ChosenFile> {
  if (file.size > LARGEST) throw new Error(`${file.name} is too large to be a diagram.`);
  return { name: file.name, text: await file.text() };
}

/** Hands the user a file under a name. */
export function downloadFile(name: string, content: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts text on the clipboard; false when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
