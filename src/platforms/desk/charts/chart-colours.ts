/** The colours of assets/tokens.css that a picture needs: a picture does not see the page's. A test holds them against each other. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

interface ChartColours {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly edge: string;
  /** What there is now, what it is held against, and whatever else. */
  readonly series: readonly [string, string, ...string[]];
}

export const CHART_COLOURS: Readonly<Record<Scheme, ChartColours>> = {
  light: {
    ink: '#1c1b18',
    faint: '#6b675f',
    line: '#e8e6e1',
    edge: '#d2cfc7',
    series: ['#1f4b99', '#6b675f', '#35a06c', '#dca02e', '#dd5a24', '#7288a5'],
  },
  dark: {
    ink: '#ededea',
    faint: '#9b9a94',
    line: '#2b2c2f',
    edge: '#46484d',
    series: ['#9dbdf8', '#9b9a94', '#35a06c', '#d39a2b', '#e5672f', '#6f87a8'],
  },
};
