const ENDED = /[.!?…。！？؟][”"')\]]?$/u;

/** `text` with a full stop where it has no ending of its own. */
export function sentence(text: string): string {
  return ENDED.test(text) ? text : `${text}.`;
}

/** `text` as it goes on within a sentence: "Priority raised" becomes "priority raised", "SLA breached" stays. */
export function midSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `text` at the head of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
