const NARROW = new Set("iljtfrI.,:;'|!()[]{}`- ");
const WIDE = new Set("mwMWOQ@%&+=<>~");

/** The width in em that is reserved for text whose face is not known; generous rather than exact. */
export function plainWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (NARROW.has(character)) return 0.36;
  if (WIDE.has(character)) return 0.86;
  if (code >= 0x2e80) return 1.02;
  if (/\p{M}/u.test(character)) return 0;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.56;
}
