/** What private signing keys are sealed with; from the configuration. A class, so that it can be injected. */
export class SigningKeySecret {
  constructor(readonly bytes: Buffer) {}
}
