/** Whether a request really comes from its sender, now. `why` is for the log: the sender is never told. */
export type Verification = { readonly verified: true } | { readonly verified: false; readonly why: string };

export const VERIFIED: Verification = { verified: true };

export function unverified(why: string): Verification {
  return { verified: false, why };
}
