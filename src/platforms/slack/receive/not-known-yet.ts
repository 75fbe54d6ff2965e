/** What an event is about is not known yet, or never will be: Slack sends it three times more, and that is all there is to do. */
export class NotKnownYet extends Error {
  override readonly name = 'NotKnownYet';
}
