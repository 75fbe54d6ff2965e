/** Our side ended a connection of the pool. `code` is the SQLSTATE that a PostgreSQL server gives in the same place. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
  /** https://www.postgresql.org/docs/15/errcodes-appendix.html */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
