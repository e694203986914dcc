/** One thing in several forms; what pastes it takes the form that it knows. */
export interface ManyForms {
  readonly text: string;
  /** A picture of it, made while the clipboard waits. */
  readonly svg: Promise<string>;
}

/** How many pixels of a bitmap stand for one of the picture. */
const SCALE = 2;

/** The longest side of a bitmap that every browser draws, in pixels. */
const LONGEST = 8000;

/**
 * Puts text on the clipboard, with a picture as SVG and PNG where the browser takes those; false when
 * it takes nothing at all.
 */
export async function copyForms({ text, svg }: ManyForms): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(formsOf(text, svg))]);
    return true;
  } catch {
    return copyPlain(text);
  }
}

async function copyPlain(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function formsOf(text: string, svg: Promise<string>): Record<string, Blob | Promise<Blob>> {
  const takes = (type: string): boolean => ClipboardItem.supports?.(type) ?? type === PNG;
  return {
    "text/plain": new Blob([text], { type: "text/plain" }),
    ...(takes(SVG) && { [SVG]: svg.then((markup) => new Blob([markup], { type: SVG })) }),
    ...(takes(PNG) && { [PNG]: svg.then(bitmapOf) }),
  };
}

const SVG = "image/svg+xml";
const PNG = "image/png";

/** Draws a picture as a bitmap. */
async function bitmapOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: SVG }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const longest = Math.max(image.naturalWidth, image.naturalHeight, 1);
    const scale = Math.min(SCALE, LONGEST / longest);
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(image.naturalWidth * scale);
    canvas.height = Math.ceil(image.naturalHeight * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("No bitmap.")) : resolve(blob)),
        PNG,
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What a clipboard holds for us: text in some form, or else the kind of thing that it is. */
export type Pasted =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image" | "file" | "nothing" };

/** Reads what is pasted: its text, the text of a web page, or that of a file which holds some. */
export function readPasted(data: DataTransfer | null): Pasted | Promise<Pasted> {
  const text = data?.getData("text/plain") ?? "";
  if (text !== "") return { kind: "text", text };
  const page = data?.getData("text/html") ?? "";
  const words = new DOMParser().parseFromString(page, "text/html").body.textContent?.trim() ?? "";
  if (words !== "") return { kind: "text", text: words };
  const file = data?.files[0];
  if (file === undefined) return { kind: page === "" ? "nothing" : "image" };
  const isText = file.type === SVG || file.type === "" || /^text\/|json/.test(file.type);
  if (!isText) return { kind: file.type.startsWith("image/") ? "image" : "file" };
  return file.text().then((content): Pasted => ({ kind: "text", text: content }));
}
