import { setFlagsFromString } from 'node:v8';

/**
 * Imported before libpg-query. V8's optimising compiler takes over 500 MB for a moment to optimise Postgres' parser, enough to have a
 * process killed in a small container; the baseline compiler takes none, and parsing one query at a time is fast enough with it. The
 * first flag implies the others on a command line only.
 */
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
