import { renderSvg } from "../render/svg.ts";
import { derive, finalScene } from "./pipeline.ts";

/** Lines of the language drawn as a figure of their own, on light paper. */
export async function figureOf(text: string, title: string): Promise<string> {
  const scene = await finalScene(derive(text));
  return renderSvg(scene, { theme: "light", title, source: text }).text;
}
