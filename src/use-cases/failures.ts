/** The database cannot be reached or does not answer in time. Nothing was changed unless `uncertain`. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  /** True when the connection broke while COMMIT was under way: it may have taken effect. */
  readonly uncertain: boolean;

  constructor(message: string, options?: ErrorOptions & { readonly uncertain?: boolean }) {
    super(message, options);
    this.uncertain = options?.uncertain ?? false;
  }
}
