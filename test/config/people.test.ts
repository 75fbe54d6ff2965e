import { describe, expect, it } from 'vitest';
import { faultsOf, settingsOf } from './settings-fixture.js';

const PEOPLE = 'people: [{ email: Kim@acme.example, also: [kim.larsen@acme.example, KIM.L@acme.example] }]';

describe('people with several addresses', () => {
  it('are known by the one, in lower case', () => {
    expect(settingsOf({ yaml: PEOPLE }).people).toEqual([
      { email: 'kim@acme.example', also: ['kim.larsen@acme.example', 'kim.l@acme.example'] },
    ]);
  });

  it('are one member and one lead of a team, by whichever address it names them', () => {
    const yaml = `${PEOPLE}
teams:
  - name: support
    members: [Kim.Larsen@acme.example, kim@acme.example, ana@acme.example]
    lead: kim.l@acme.example`;
    expect(faultsOf({ yaml })).toHaveLength(1);
    const [team] = settingsOf({ yaml: yaml.replace('lead: kim.l@', 'lead: kim@') }).policy.teams;
    expect(team).toMatchObject({
      members: ['kim@acme.example', 'ana@acme.example'],
      lead: 'kim@acme.example',
    });
  });

  it('share no address', () => {
    const yaml = `people:
  - { email: kim@acme.example, also: [k@acme.example] }
  - { email: ana@acme.example, also: [K@acme.example] }`;
    expect(faultsOf({ yaml })).toEqual([
      {
        path: 'earshot.yaml: people[1].also[0] (line 3)',
        message: 'is an address of people[0] too',
        mend: 'write all addresses of one person in one place',
      },
    ]);
  });
});
