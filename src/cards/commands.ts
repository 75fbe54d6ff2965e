/** The commands people can type: the platforms' registrations, the help and the documents are made from this list. */

export interface Command {
  readonly name: `/cx-${string}`;
  /** What may follow the name; empty where nothing does. */
  readonly usage: string;
  readonly description: string;
  readonly example: string;
}

export const COMMANDS = [
  {
    name: '/cx-alerts',
    usage: '[mine|unclaimed|team]',
    description: "Alerts that are not closed: all of them, yours, those without an owner, or your team's.",
    example: '/cx-alerts mine',
  },
  {
    name: '/cx-claim',
    usage: 'CX-123',
    description: 'Makes an alert yours.',
    example: '/cx-claim CX-123',
  },
  {
    name: '/cx-mine',
    usage: '',
    description: 'What is yours, what is due first at the top.',
    example: '/cx-mine',
  },
  {
    name: '/cx-summary',
    usage: '[today|7d|30d|from..to] [team] [source]',
    description:
      'What needs somebody now, and the figures against the time before; for you alone until you share it.',
    example: '/cx-summary 7d',
  },
  {
    name: '/cx-customer',
    usage: '<name, e-mail, id or CX-123>',
    description: 'Who a customer is, how it stands, and all that was said and done; for you alone.',
    example: '/cx-customer Maria Lopez',
  },
  {
    name: '/cx-postmortem',
    usage: '[CX-123] [PM-7]',
    description:
      'Opens the post-mortem of an alert, or shows it; alone: those that are open, and actions that are overdue.',
    example: '/cx-postmortem CX-123',
  },
  {
    name: '/cx-report',
    usage: '[what they said]',
    description: 'Reports what you heard a customer say; you are told what becomes of it.',
    example: '/cx-report',
  },
  { name: '/cx-help', usage: '', description: 'What Earshot understands.', example: '/cx-help' },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]['name'];
