import type { ContactChannel, ContactResult } from '../domain/follow-up/contact.js';

export const CONTACT_CHANNEL_NAMES: Readonly<Record<ContactChannel, string>> = {
  call: 'Call',
  email: 'E-mail',
  chat: 'Chat',
  meeting: 'Meeting',
};

export const CONTACT_RESULT_NAMES: Readonly<Record<ContactResult, string>> = {
  reached: 'Reached',
  no_answer: 'No answer',
  declined: 'Declined to talk',
};

const BY: Readonly<Record<ContactChannel, string>> = {
  call: 'on the phone',
  email: 'by e-mail',
  chat: 'by chat',
  meeting: 'in a meeting',
};

/** " reached the customer on the phone", after a name. */
export function contactClause({
  channel,
  result,
}: {
  readonly channel: ContactChannel;
  readonly result: ContactResult;
}): string {
  switch (result) {
    case 'reached':
      return ` reached the customer ${BY[channel]}`;
    case 'no_answer':
      return ` tried the customer ${BY[channel]}: no answer`;
    case 'declined':
      return ` tried the customer ${BY[channel]}: they did not want to talk`;
  }
}
