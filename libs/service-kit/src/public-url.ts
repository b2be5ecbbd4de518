/** Where people reach the product; links are made from it and from nothing a request says. */
export class PublicUrl {
  constructor(readonly origin: string) {}

  to(path: string): string {
    return `${this.origin}${path}`;
  }
}
