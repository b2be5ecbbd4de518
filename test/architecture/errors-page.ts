import { refusalMeanings } from '@imprimatur/contracts';
import { problemCatalogue, type ErrorKind } from '@imprimatur/kernel';
import { edgeProblems, statusOf } from '@imprimatur/service-kit';

const areas: Record<string, (code: string) => boolean> = {
  'Any request': (code) => /^(input|cursor|precondition|idempotency-key|event)\./.test(code),
  'Signing in': (code) => /^(session|password-link|rights)\./.test(code),
  'Workspaces, members and roles': (code) =>
    /^(account|workspace|plan|member|role|service-account|service-token)\./.test(code),
  'Sources and destinations': (code) => /^(source|destination|connection|query|credentials)\./.test(code),
  'Models, syncs and their drafts': (code) =>
    /^(model|sync|schedule|resource|metadata|version|approvals|draft|publication|change-set|rebase)\./.test(code),
  'Audiences and journeys': (code) => /^(audience|journey)\./.test(code),
  'Approval requests': (code) => /^(request|reviewer|approver)\./.test(code),
  'Mail and the event stream': (code) => /^(notification-preferences|unsubscribe|delivery|stream)\./.test(code),
  'Runs and schedules': (code) => /^run\./.test(code),
  'Operator commands': (code) => /^(dead-letter|topics)\./.test(code),
};

interface Line {
  code: string;
  statuses: number[];
  meaning: string;
}

const lines: Line[] = Object.entries(problemCatalogue).map(([code, [kinds, meaning]]) => ({
  code,
  statuses: [kinds].flat().map((kind: ErrorKind) => statusOf[kind]),
  meaning,
}));

const table = (rows: readonly Line[]): string =>
  [
    '| status | code | meaning |',
    '| --- | --- | --- |',
    ...rows.map(({ statuses, code, meaning }) => `| ${statuses.join(', ')} | \`${code}\` | ${meaning} |`),
  ].join('\n');

const edge: Line[] = Object.entries(edgeProblems).map(([code, { status, meaning }]) => ({
  code,
  statuses: [status],
  meaning,
}));

const refusals = [
  '| code | meaning |',
  '| --- | --- |',
  ...Object.entries(refusalMeanings).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
].join('\n');

/** Codes of the catalogue that no area of the page takes. */
export const homeless: readonly string[] = lines
  .map(({ code }) => code)
  .filter((code) => Object.values(areas).filter((takes) => takes(code)).length !== 1);

/** `docs/errors.md`. */
export const errorsPage = `<!-- Made by \`npm run errors\`. Edit libs/kernel/src/problems instead. -->

# Errors

Whatever is refused is refused as \`application/problem+json\` (RFC 9457) with a \`code\` that keeps its meaning: program against the code,
show \`detail\` to people, quote \`requestId\` when you ask for help. \`fields\` names what is wrong with the input, each with a JSON pointer;
\`details\` holds facts to act on. 503 comes with \`Retry-After\`.

${Object.entries(areas)
  .map(([area, takes]) => `## ${area}\n\n${table(lines.filter(({ code }) => takes(code)))}\n`)
  .join('\n')}
## What any service may answer before a command is reached

${table(edge)}

## Why a run did not start

In \`details.code\` and \`details.codes\` of \`run.refused\`, on the run, and in the event about it; the first that applies comes first.

${refusals}
`;
