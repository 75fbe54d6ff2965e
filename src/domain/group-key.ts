import type { Signal } from './signal.js';

/**
 * What signals of one matter share: the source's conversation or ticket where it names one, else customer and theme, else the
 * sender's own entry (a post that was edited). Undefined: it stands alone; signals without a customer never join by theme.
 */
export function groupKey(heard: {
  readonly source: string;
  readonly signal: Signal;
  readonly customerId?: string | undefined;
  readonly theme: string;
}): string | undefined {
  const { source, signal, customerId, theme } = heard;
  if (signal.conversationId) return `conversation:${source}:${signal.conversationId}`;
  if (customerId) return `customer:${customerId}:${theme}`;
  return signal.externalId ? `entry:${source}:${signal.externalId}` : undefined;
}
