/** A message of a chat that somebody pointed at, to report it or to keep it. */
export interface SaidMessage {
  /** Tells it from every other: "slack:C0123:1700000000.000100". */
  readonly key: string;
  /** What it says, without the platform's markup. */
  readonly text: string;
  /** Where it stands; https only. */
  readonly link?: string;
  /** The name of who wrote it, where that is known. */
  readonly author?: string;
}
