/** What stands in the same place, together; in the order given. */
export function byPlace<Each>(
  messages: readonly Each[],
  placeOf: (message: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const together = new Map<string, Each[]>();
  for (const message of messages) {
    const place = placeOf(message);
    const already = together.get(place);
    if (already) already.push(message);
    else together.set(place, [message]);
  }
  return together;
}
