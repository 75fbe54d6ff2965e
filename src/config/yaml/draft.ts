/**
 * The parts of a written earshot.yaml that refer to one another, whatever else is wrong with it: so that a wrong reference is named
 * together with a wrong form. What has not the form that is looked for counts as absent.
 */

export type Draft = Readonly<Record<string, unknown>>;

export function mapOf(value: unknown): Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {};
}

/** The members of a list, or one alone. */
export function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts of a list, or one alone, each with its path. */
export function textsAt(
  value: unknown,
  path: readonly PropertyKey[],
): readonly { readonly text: string; readonly path: readonly PropertyKey[] }[] {
  return membersOf(value).flatMap((each, index) => {
    const text = textOf(each);
    if (text === undefined) return [];
    return [{ text, path: Array.isArray(value) ? [...path, index] : path }];
  });
}
