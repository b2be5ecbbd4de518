import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { operatorConfigFrom } from '../../config.ts';
import { openOperatorDatabase } from '../../operator-database.ts';

export type Environment = Record<string, string | undefined>;

/** One thing an operator can do. Its options are the fields of the schema; it returns what is printed. */
export interface OperatorCommand<Options extends z.ZodObject = z.ZodObject> {
  options: Options;
  run(dataSource: DataSource, options: z.output<Options>, publicUrl: string, env: Environment): Promise<string>;
}

export const operatorCommand = <Options extends z.ZodObject>(command: OperatorCommand<Options>): OperatorCommand =>
  command;

/** The command line is not usable as it is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The options of a command line, each a text; what is wrong with them is named option by option. */
export function readOptions<Schema extends z.ZodObject>(schema: Schema, args: string[]): z.output<Schema> {
  const options = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]));
  const given = parseArgs({ args, options }).values;
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: [name], message }) => `  --${String(name)}: ${String(name) in given ? message : 'is missing'}`,
  );
  throw new UsageError(['The options are not usable:', ...problems].join('\n'));
}

/** Runs a command on the service's database, and prints what it returns. */
export async function runOperatorCommand(command: OperatorCommand, args: string[], env: Environment): Promise<void> {
  const options = readOptions(command.options, args);
  const { databaseUrl, publicUrl } = operatorConfigFrom(env);
  const dataSource = await openOperatorDatabase(databaseUrl);
  try {
    process.stdout.write(`${await command.run(dataSource, options, publicUrl, env)}\n`);
  } finally {
    await dataSource.destroy();
  }
}
