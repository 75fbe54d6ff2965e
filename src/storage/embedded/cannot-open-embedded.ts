/** The embedded database cannot be opened as things are; the message says what to mend. */
export class CannotOpenEmbedded extends Error {
  override readonly name = 'CannotOpenEmbedded';
}
