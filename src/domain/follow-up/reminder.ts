/** What the owner of an alert is reminded of. */
export const REMINDERS = [
  'respond_soon',
  'respond_due',
  'resolve_soon',
  'resolve_due',
  'silent', // claimed, and nothing was done for long
  'woken', // its snooze is over
  'contact_due',
  'promise_soon',
  'promise_now',
] as const;
export type ReminderKind = (typeof REMINDERS)[number];

export interface Reminder {
  readonly what: ReminderKind;
  /** The deadline, the promised moment, the end of the snooze, or since when it was silent. */
  readonly dueAt: Date;
}
