/** Something in a configured value that does not fit, by its path in that value. */
export interface Misfit {
  readonly path: readonly PropertyKey[];
  /** As it goes on from the path: "is missing". */
  readonly message: string;
  readonly mend: string;
}

/** `sources[0].type`; a key with other characters than a name has stands in brackets. */
export function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = String(part);
      if (!/^[\w-]+$/u.test(name)) return `["${name}"]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
