/** Slack's cursors say nothing to who holds them: https://docs.slack.dev/apis/web-api/pagination */
export function cursorFor(place: string): string {
  return Buffer.from(`next:${place}`).toString('base64');
}

/** The place that a cursor stands for; undefined where it is none of ours. */
export function placeOfCursor(cursor: string): string | undefined {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  return text.startsWith('next:') ? text.slice('next:'.length) : undefined;
}

/** One page of a list, with the cursor of the next; undefined where the cursor is none of ours. */
export function pageOf<Item>(
  items: readonly Item[],
  { cursor = '', limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly Item[]; readonly next: string } | undefined {
  const place = cursor === '' ? '0' : placeOfCursor(cursor);
  const start = Number(place);
  if (place === undefined || !Number.isInteger(start)) return undefined;
  const end = start + Math.max(1, limit);
  return { items: items.slice(start, end), next: end < items.length ? cursorFor(String(end)) : '' };
}
