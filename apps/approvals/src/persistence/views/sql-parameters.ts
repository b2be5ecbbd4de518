/** Collects the values of a statement that is put together from parts. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** What stands for the value in the statement. */
  of(value: unknown, type: 'uuid' | 'uuid[]' | 'integer' | 'text'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
