import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BOUNDARIES = '@nx/enforce-module-boundaries';

const uses = (name: string): string => `import { x } from '${name}';\nexport const y: unknown = x;\n`;
const spec = (body: string): string => `describe('a', () => {\n  ${body}\n});\n`;
const lines = (count: number): string => 'export {};\n'.repeat(count);

const fixtures: { breaks: string | null; path: string; code: string }[] = [
  { breaks: BOUNDARIES, path: 'libs/kernel/src/x.ts', code: uses('@imprimatur/messaging') },
  { breaks: BOUNDARIES, path: 'libs/changes/src/x.ts', code: uses('@nestjs/common') },
  { breaks: BOUNDARIES, path: 'libs/contracts/src/x.ts', code: uses('typeorm') },
  { breaks: BOUNDARIES, path: 'libs/access/src/x.ts', code: uses('@imprimatur/testing') },
  { breaks: BOUNDARIES, path: 'libs/access/src/x.ts', code: uses('@imprimatur/resources') },
  { breaks: BOUNDARIES, path: 'apps/approvals/src/x.ts', code: uses('@imprimatur/resources') },
  { breaks: BOUNDARIES, path: 'apps/approvals/src/x.ts', code: uses('../../../libs/kernel/src/index.ts') },
  { breaks: BOUNDARIES, path: 'apps/standalone/src/x.ts', code: uses('@imprimatur/testing') },
  { breaks: null, path: 'apps/standalone/src/x.ts', code: uses('@imprimatur/approvals') },
  { breaks: BOUNDARIES, path: 'apps/console/src/x.ts', code: uses('@imprimatur/access') },
  { breaks: BOUNDARIES, path: 'apps/console/src/x.tsx', code: uses('@nestjs/common') },
  { breaks: BOUNDARIES, path: 'libs/changes/src/x.ts', code: uses('react') },
  { breaks: null, path: 'apps/console/src/x.tsx', code: uses('@imprimatur/changes') },
  {
    breaks: 'react-hooks/rules-of-hooks',
    path: 'apps/console/src/X.tsx',
    code: 'export const X = (on: boolean) => {\n  if (on) useX();\n  return null;\n};\ndeclare const useX: () => void;\n',
  },
  { breaks: null, path: 'apps/approvals/src/x.spec.ts', code: uses('@imprimatur/testing') },
  { breaks: null, path: 'libs/access/src/x.ts', code: uses('@imprimatur/contracts') },
  { breaks: 'no-restricted-imports', path: 'apps/approvals/src/x.ts', code: uses('kafkajs') },
  { breaks: null, path: 'libs/messaging/src/x.ts', code: uses('kafkajs') },
  { breaks: 'no-restricted-properties', path: 'apps/approvals/src/x.ts', code: 'export const x = process.env;\n' },
  { breaks: null, path: 'apps/approvals/src/config.ts', code: 'export const x = process.env;\n' },
  { breaks: 'no-console', path: 'apps/approvals/src/x.ts', code: "console.log('x');\n" },
  { breaks: 'no-warning-comments', path: 'apps/approvals/src/x.ts', code: '// TO' + 'DO\nexport {};\n' },
  { breaks: 'max-lines', path: 'apps/approvals/src/x.ts', code: lines(251) },
  { breaks: null, path: 'apps/approvals/src/x.spec.ts', code: lines(400) },
  { breaks: 'max-lines', path: 'apps/approvals/src/x.spec.ts', code: lines(401) },
  { breaks: 'jest/expect-expect', path: 'apps/approvals/src/x.spec.ts', code: spec("it('b', () => {});") },
  {
    breaks: 'jest/no-disabled-tests',
    path: 'libs/kernel/src/x.spec.ts',
    code: spec("it.skip('b', () => expect(1).toBe(1));"),
  },
  { breaks: 'jest/no-focused-tests', path: 'test/e2e/x.spec.ts', code: spec("it.only('b', () => expect(1).toBe(1));") },
];

async function rulesBroken(texts: { path: string; code: string }[]): Promise<string[][]> {
  const child = spawn(process.execPath, ['test/architecture/lint-texts.mjs'], { cwd: root, stdio: 'pipe' });
  child.stdin.end(JSON.stringify(texts));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (output === '') throw new Error(errors);
  return JSON.parse(output) as string[][];
}

describe('the lint rules', () => {
  it('fire on every text that breaks one, and on nothing else', async () => {
    const found = await rulesBroken(fixtures);
    const seen = fixtures.map(({ path, code }, i) => ({ path, code, breaks: [...new Set(found[i])] }));
    expect(seen).toEqual(
      fixtures.map(({ path, code, breaks }) => ({ path, code, breaks: breaks === null ? [] : [breaks] })),
    );
  });
});
