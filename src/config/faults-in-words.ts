import type { ConfigFault } from './config-fault.js';

/** All faults for a terminal: where, what is wrong, and what would be right. */
export function faultsInWords(faults: readonly ConfigFault[]): string {
  const count = faults.length === 1 ? 'One thing has' : `${faults.length} things have`;
  const lines = faults.map(({ path, message, mend }) => `  ${path} ${message}.\n      ${capital(mend)}.`);
  return [`Earshot did not start: ${count} to be put right first.`, '', ...lines].join('\n');
}

/** Only where it begins with a word of ours: a value such as postgres://… is written as it stands. */
function capital(text: string): string {
  return /^\p{Ll}+[,;:]?(?:\s|$)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
