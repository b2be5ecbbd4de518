import type { ScanToken } from 'libpg-query';

const symbol = /^[-+*/<>=~!@#%^&|`?:]+$/;
const chaining = /^(union|intersect|except|join)$/i;

/**
 * An upper bound for how deep the parse tree of these tokens is: chains of operators between commas, of set operations and of joins,
 * summed over the parentheses they are in.
 */
export function nestingOf(tokens: readonly Pick<ScanToken, 'text'>[]): number {
  const levels = [{ operators: 0, chains: 0 }];
  let depth = 0;
  let deepest = 0;
  for (const { text } of tokens) {
    const level = levels.at(-1)!;
    if (text === '(' || text === '[') {
      levels.push({ operators: 0, chains: 0 });
      depth += 1;
    } else if ((text === ')' || text === ']') && levels.length > 1) {
      depth -= 1 + level.operators + level.chains;
      levels.pop();
    } else if (text === ',') {
      depth -= level.operators;
      level.operators = 0;
    } else if (symbol.test(text)) {
      level.operators += 1;
      depth += 1;
    } else if (chaining.test(text)) {
      level.chains += 1;
      depth += 1;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
