/** Where in a text its n-th character stands, the space before it left aside: databases count characters, not the halves of some. */
export function indexOfPosition(text: string, position: number): number {
  let index = text.length - text.trimStart().length;
  for (let count = 1; count < position && index < text.length; count += 1)
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return index;
}

/** The line and column of a place in a text, counted from 1. */
export function lineAndColumn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
