// Reads [{ path, code }] from standard input and writes, for each, the names of the lint rules it breaks. A process of its own, since
// ESLint and Nx load their plugins in ways that Jest's module loader does not know.
import { spawnSync } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The module boundaries are judged on Nx' graph of the packages, which has to be there.
spawnSync('nx', ['show', 'projects'], { stdio: 'ignore' });

const eslint = new ESLint({
  // The texts belong to no TypeScript project, so rules that ask for types cannot judge them.
  overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked }],
});
const results = [];
for (const { path, code } of await json(process.stdin)) {
  const [{ messages }] = await eslint.lintText(code, { filePath: path });
  results.push(messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(results));
