/** Thrown for a file or line that cannot be used; the message is a `Problem`'s reason, `remedy` its remedy. */
export class UnusableText extends Error {
  readonly remedy: string;
  constructor(reason: string, remedy: string, options?: ErrorOptions) {
    super(reason, options);
    this.remedy = remedy;
  }
}
