/** Gives the focus to what is selected in the picture, or to the canvas as a whole. */
export function focusSelected(): void {
  const selected = document.querySelector<HTMLElement>(".focus-target");
  const target = selected ?? document.querySelector<HTMLElement>("#canvas");
  target?.focus({ preventScroll: true });
}
