import { describe, expect, it } from 'vitest';
import { faultsOf, settingsOf } from './settings-fixture.js';

const withHours = (hours: string): string => `teams: [{ name: support, working_hours: ${hours} }]`;

describe('the working hours of a team', () => {
  it('are as written, and as usual where nothing is', () => {
    const hours = (text: string) => settingsOf({ yaml: withHours(text) }).policy.teams[0]?.workingHours;
    expect(hours("{ time_zone: Europe/Madrid, days: [sat, mon], from: '08:30', to: '18:00' }")).toEqual({
      timeZone: 'Europe/Madrid',
      weekdays: [0, 5],
      from: 510,
      to: 1_080,
    });
    expect(hours("{ from: '10:00' }")).toEqual({ weekdays: [0, 1, 2, 3, 4], from: 600, to: 1_020 });
    expect(settingsOf({ yaml: 'teams: [{ name: support }]' }).policy.teams[0]).not.toHaveProperty(
      'workingHours',
    );
  });

  it.each([
    ['{ time_zone: Mars/Olympus }', 'working_hours.time_zone'],
    ['{ days: [someday] }', 'working_hours.days'],
    ["{ from: '25:00' }", 'working_hours.from'],
    ["{ from: '18:00', to: '09:00' }", 'working_hours.to'],
    ["{ from: '17:00' }", 'working_hours.from'],
    ['{ holidays: true }', 'working_hours'],
  ])('%s is named as wrong', (hours, where) => {
    const [fault, ...others] = faultsOf({ yaml: withHours(hours) });
    expect(others).toEqual([]);
    expect(fault?.path).toContain(where);
    expect(fault?.mend).not.toBe('');
  });
});

describe('the backlog of a channel', () => {
  it('is rolled up from thirty on, from another number, or never', () => {
    expect(settingsOf({}).rollUpOver).toBe(30);
    expect(settingsOf({ yaml: 'backlog: { roll_up_over: 5 }' }).rollUpOver).toBe(5);
    expect(settingsOf({ yaml: 'backlog: { roll_up_over: off }' }).rollUpOver).toBeUndefined();
    expect(faultsOf({ yaml: 'backlog: { roll_up_over: 0 }' })).toHaveLength(1);
  });
});
