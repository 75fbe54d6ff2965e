import { describe, expect, it } from 'vitest';
import { BUILT_IN_THEMES } from '../../src/config/built-in-themes.js';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { faultsOf, settingsOf } from './settings-fixture.js';

const readingOf = (yaml: string) => settingsOf({ yaml }).policy.reading;
const PARKING = "themes: [{ name: parking, says: ['car park*'], says_except: car parking brake }]";

describe('reading in earshot.yaml', () => {
  it('left out is as by default: from .5 on, with the built-in themes', () => {
    expect(readingOf('reading: {}')).toEqual(DEFAULT_POLICY.reading);
    expect(DEFAULT_POLICY.reading).toEqual({ alertFrom: 0.5, themes: BUILT_IN_THEMES });
  });

  it('alerts from another likelihood, or never', () => {
    expect(readingOf('reading: { alert_from: 0.8 }')?.alertFrom).toBe(0.8);
    expect(readingOf('reading: { alert_from: off }')?.alertFrom).toBeGreaterThan(1);
  });

  it('has themes of its own before the built-in ones, which it may leave out', () => {
    const parking = { theme: 'parking', says: ['car park*'], saysExcept: ['car parking brake'] };
    expect(readingOf(`reading:\n  ${PARKING}`)?.themes).toEqual([parking, ...BUILT_IN_THEMES]);
    expect(readingOf(`reading:\n  ${PARKING}\n  built_in_themes: false`)?.themes).toEqual([parking]);
  });

  it('replaces a built-in theme by its name', () => {
    const themes = readingOf('reading: { themes: [{ name: price, says: dear }] }')?.themes ?? [];
    expect(themes.filter(({ theme }) => theme === 'price')).toEqual([{ theme: 'price', says: ['dear'] }]);
    expect(themes).toHaveLength(BUILT_IN_THEMES.length);
  });

  it('has themes that a route may name', () => {
    const route = (theme: string) =>
      `routes: [{ when: { theme: ${theme} }, team: support }]\nteams: [{ name: support }]\n`;
    expect(readingOf(`${route('parking')}reading:\n  ${PARKING}`)).toBeDefined();
    expect(readingOf(route('price'))).toBeDefined();
    expect(faultsOf({ yaml: route('parking') })).toHaveLength(1);
  });

  it.each([
    ['reading: { alert_from: 5 }', 'alert_from'],
    ['reading: { alert_from: never }', 'alert_from'],
    ['reading: { themes: [{ name: parking }] }', 'says'],
    ["reading: { themes: [{ name: parking, says: ['*'] }] }", 'says'],
    ['reading: { thems: [] }', 'thems'],
    ['reading: { built_in_themes: some }', 'built_in_themes'],
  ])('%s is refused, and the place is named', (yaml, place) => {
    const faults = faultsOf({ yaml });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toContain(place);
  });

  it('no theme stands twice, and none of its phrases is empty', () => {
    expect(new Set(BUILT_IN_THEMES.map(({ theme }) => theme)).size).toBe(BUILT_IN_THEMES.length);
    expect(BUILT_IN_THEMES.flatMap(({ says }) => says).filter((phrase) => phrase.length < 3)).toEqual([]);
  });
});
