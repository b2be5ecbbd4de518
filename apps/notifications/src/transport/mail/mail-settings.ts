/** How mail leaves the house; a class, so that it can be injected. */
export class MailSettings {
  constructor(
    readonly smtpUrl: string,
    readonly from: { name: string; address: string },
  ) {}

  /** The domain of Message-IDs and list ids: one that the sender answers for. */
  get host(): string {
    return this.from.address.slice(this.from.address.lastIndexOf('@') + 1);
  }
}
