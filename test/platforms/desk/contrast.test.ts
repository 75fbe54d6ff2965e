import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TOKENS = readFileSync(
  new URL('../../../src/platforms/desk/assets/tokens.css', import.meta.url),
  'utf8',
);
const [LIGHT, DARK] = TOKENS.split('@media (prefers-color-scheme: dark)') as [string, string];

const TEXTS = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'critical',
  'high',
  'normal',
  'low',
  'claimed',
  'resolved',
  'dismissed',
];
const GROUNDS = ['paper', 'ground', 'raised', 'accent-wash'];

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const AA_TEXT = 4.5;
/** https://www.w3.org/TR/WCAG22/#non-text-contrast, for what carries meaning; the bars' words carry it beside them. */
const AA_CONTROL = 3;

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the colours in %s', (_, tokens) => {
  const colour = (name: string) => {
    const [, hex] = new RegExp(`--${name}: #([0-9a-f]{6});`, 'u').exec(tokens) ?? [];
    if (hex === undefined) throw new Error(`there is no --${name}`);
    return hex;
  };

  it.each(TEXTS)('--%s can be read on every ground', (name) => {
    for (const ground of GROUNDS)
      expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it('buttons can be read, also under the pointer', () => {
    for (const button of ['button', 'button-strong'])
      expect(contrast(colour('on-button'), colour(button)), button).toBeGreaterThanOrEqual(AA_TEXT);
    expect(contrast(colour('ink-soft'), colour('line'))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it('the edge of a field can be seen on the grounds that fields stand on', () => {
    for (const ground of ['paper', 'ground', 'accent-wash'])
      expect(contrast(colour('field-edge'), colour(ground)), ground).toBeGreaterThanOrEqual(AA_CONTROL);
  });

  it('the focus can be seen on every ground', () => {
    for (const ground of GROUNDS)
      expect(contrast(colour('accent'), colour(ground))).toBeGreaterThanOrEqual(AA_CONTROL);
  });
});

it('the measure tells good from bad', () => {
  expect(contrast('000000', 'ffffff')).toBeCloseTo(21);
  expect(contrast('777777', 'ffffff')).toBeLessThan(AA_TEXT);
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
