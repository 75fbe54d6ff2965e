/** A request as it came in, before anything in it is believed. */
export interface RawRequest {
  readonly method: string;
  /** The path and query as sent. */
  readonly target: string;
  /** Lower-case names; a header sent twice is joined with ", ". */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}
