import type { Signal } from '../domain/signal.js';
import type { Speaker } from './triage-store.js';

/** Rules see what is known of the account and the customer, not only what this signal happens to say. */
export function withWhatIsKnown(signal: Signal, { tier, stage, annualValue, businessUnit }: Speaker): Signal {
  if (tier === undefined && stage === undefined && annualValue === undefined && businessUnit === undefined)
    return signal;
  return {
    ...signal,
    account: {
      ...(tier !== undefined && { tier }),
      ...(annualValue !== undefined && { annualValue }),
      ...(businessUnit !== undefined && { businessUnit }),
      ...signal.account,
    },
    customer: { ...(stage !== undefined && { stage }), ...signal.customer },
  };
}
