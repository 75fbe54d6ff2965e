/** What is in `found` more often than in `usual`: long words leave less room for our own. */
export function beyond(found: readonly string[], usual: readonly string[] = []): readonly string[] {
  const left = [...usual];
  return found.filter((each) => {
    const place = left.indexOf(each);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
