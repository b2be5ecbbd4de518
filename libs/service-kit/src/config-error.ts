/** The environment is not usable. Names every bad variable, never a value: values may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: { variable: string; message: string }[]) {
    super(['The configuration is not usable:', ...problems.map((p) => `  ${p.variable}: ${p.message}`)].join('\n'));
  }
}
