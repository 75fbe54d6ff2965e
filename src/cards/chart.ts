/** A picture of figures over time or over names; each platform draws it natively, or as a table in text where it cannot. */
export interface Chart {
  /** What is drawn, with its unit: "Alerts a day". One line, plain. */
  readonly title: string;
  readonly form: 'line' | 'bar';
  /** One for each place on the axis, in order: "Mon 16", "refunds". */
  readonly labels: readonly string[];
  /** One to six, each with a value for every label; undefined: not known. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}
