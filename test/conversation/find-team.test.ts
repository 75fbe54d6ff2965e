import { describe, expect, it } from 'vitest';
import { findTeam, meantByTeam } from '../../src/conversation/find-team.js';
import { ANA, BO, KIM } from '../cards/acme.js';
import { POLICY } from './policy.js';

describe('whose alerts "team" means', () => {
  it('the named one first, then the channel, then the one the person is in', () => {
    expect(findTeam({ policy: POLICY, actor: KIM, name: 'us', channelTeam: 'EMEA' })).toEqual({
      kind: 'team',
      team: 'US',
    });
    expect(findTeam({ policy: POLICY, actor: KIM, channelTeam: 'US' })).toEqual({ kind: 'team', team: 'US' });
    expect(findTeam({ policy: POLICY, actor: KIM })).toEqual({ kind: 'team', team: 'EMEA' });
  });

  it('knows members by e-mail whatever its case, and the lead as one of the team', () => {
    expect(findTeam({ policy: POLICY, actor: { ...KIM, email: 'KIM@Earshot.example' } })).toEqual({
      kind: 'team',
      team: 'EMEA',
    });
    expect(findTeam({ policy: POLICY, actor: BO })).toEqual({ kind: 'team', team: 'US' });
  });

  it('says what there is to choose from where it cannot tell', () => {
    expect(findTeam({ policy: POLICY, actor: ANA })).toEqual({ kind: 'several', teams: ['EMEA', 'US'] });
    expect(findTeam({ policy: POLICY, actor: { id: 'x', name: 'X' } })).toEqual({
      kind: 'none',
      teams: ['EMEA', 'US'],
    });
    expect(findTeam({ policy: POLICY, actor: KIM, name: 'apac' })).toEqual({
      kind: 'unknown',
      teams: ['EMEA', 'US'],
    });
  });

  it('does not take a channel of no known team for one', () => {
    expect(findTeam({ policy: POLICY, actor: KIM, channelTeam: 'gone' })).toEqual({
      kind: 'team',
      team: 'EMEA',
    });
  });
});

it('a line that ends with the name of a team is known for what it meant', () => {
  expect(meantByTeam('/cx-alerts emea', POLICY)).toBe('/cx-alerts team EMEA');
  expect(meantByTeam('alerts of US', POLICY)).toBe('/cx-alerts team US');
  expect(meantByTeam('/cx-alerts bonus', POLICY)).toBeUndefined();
});
