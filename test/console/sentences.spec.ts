import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../apps/console/src/strings');
/** What becomes a name of its own, which nothing invisible belongs in. */
const isNoSentence = new Set(['suggestedName']);

describe('sentences with free text in them', () => {
  it.each(readdirSync(folder).filter((file) => file.startsWith('en')))('are isolated throughout %s', (file) => {
    expect(unprotected(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
  });

  it('would be found', () => {
    expect(unprotected('const of = (name: string) => `Save ${name}`;')).toEqual(['${name}']);
  });
});

/** Where a sentence takes in a text as it comes. */
function unprotected(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, free: readonly string[]): void => {
    if (ts.isPropertyAssignment(node) && isNoSentence.has(node.name.getText())) return;
    const known = ts.isArrowFunction(node) ? [...free, ...textsOf(node)] : free;
    if (ts.isTemplateSpan(node) && ts.isIdentifier(node.expression) && known.includes(node.expression.text))
      found.push(`\${${node.expression.text}}`);
    ts.forEachChild(node, (child) => visit(child, known));
  };
  visit(ts.createSourceFile('catalogue.ts', source, ts.ScriptTarget.ESNext, true), []);
  return found;
}

/** The parameters of a sentence that are texts. Helpers that count take words of the catalogue itself. */
function textsOf(sentence: ts.ArrowFunction): string[] {
  if (ts.isVariableDeclaration(sentence.parent) && sentence.parent.name.getText() === 'counted') return [];
  return sentence.parameters
    .filter(({ type }) => type?.kind === ts.SyntaxKind.StringKeyword)
    .map(({ name }) => name.getText());
}
