import { fileURLToPath } from 'node:url';

export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** What Node must be told to run a program of ours from its sources, in `workspaceRoot`. */
export const sourceFlags: readonly string[] = [
  '--import',
  './tools/swc-hook.mjs',
  '--conditions=@imprimatur/source',
  '--disable-warning=TimeoutNegativeWarning',
];
