import type { Page } from "playwright-core";

/** The text that the browser keeps of this tab's document, to the byte. */
export function keptText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = sessionStorage.getItem("axisloom.tab");
    const kept: { text: string } = JSON.parse(
      localStorage.getItem(`axisloom.document.${id}`) ?? "{}",
    );
    return kept.text;
  });
}
