/** An attempt to speak with a customer. */
export const CONTACT_CHANNELS = ['call', 'email', 'chat', 'meeting'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const CONTACT_RESULTS = ['reached', 'no_answer', 'declined'] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];
