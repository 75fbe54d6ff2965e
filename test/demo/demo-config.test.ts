import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { DEMO_STAFF, demoPolicy } from '../../src/demo/demo-config.js';

const policy = demoPolicy(DEFAULT_POLICY);

describe('the company of the demo', () => {
  it('has three teams of two with a channel on the desk and a lead among the staff', () => {
    const known = new Set(DEMO_STAFF.map(({ email }) => email));
    expect(policy.teams.map(({ name, channels }) => [name, channels])).toEqual([
      ['support', { desk: 'support' }],
      ['billing', { desk: 'billing' }],
      ['delivery', { desk: 'delivery' }],
    ]);
    for (const { members, lead } of policy.teams) {
      expect(members).toHaveLength(2);
      expect(members).toContain(lead);
      for (const member of members) expect(known).toContain(member);
    }
    expect(new Set(policy.teams.flatMap(({ members }) => members)).size).toBe(DEMO_STAFF.length);
  });

  it('routes to teams that there are', () => {
    const teams = policy.teams.map(({ name }) => name);
    for (const { team } of policy.routes) expect(teams).toContain(team);
    expect(teams).toContain(policy.defaultTeam);
    expect(teams).toContain(policy.fallbackTeam);
  });

  it('gives everybody a time zone that there is', () => {
    for (const { timeZone } of DEMO_STAFF) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
      expect(timeZone).toBeDefined();
    }
  });

  it('adds to the built-in rules and leaves each of them as it is', () => {
    expect(policy.rules.slice(0, DEFAULT_POLICY.rules.length)).toEqual(DEFAULT_POLICY.rules);
    expect(new Set(policy.rules.map(({ name }) => name)).size).toBe(policy.rules.length);
  });
});
