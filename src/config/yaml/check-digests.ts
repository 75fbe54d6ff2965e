import { DEFAULT_TEAM } from '../default-policy.js';
import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textOf, textsAt } from './draft.js';
import { unknownName } from './unknown-name.js';

/** Whether each digest has a name of its own, tells of teams that there are, and goes somewhere that can be reached. */
export function checkDigests(
  yaml: Draft,
  configured: { readonly slack: boolean; readonly teams: boolean },
): readonly Misfit[] {
  const digests = membersOf(yaml['digests']).map(mapOf);
  return [
    ...sameNames(digests),
    ...digests.flatMap((digest, index) => [
      ...unknownTeams(yaml, digest, index),
      ...teamless(digest, index),
      ...nowhere(digest, index),
      ...unreached(digest, index, configured),
    ]),
  ];
}

function sameNames(digests: readonly Draft[]): readonly Misfit[] {
  const names = digests.map((digest) => textOf(digest['audience'])?.toLowerCase());
  return names.flatMap((name, index): Misfit[] => {
    const before = names.indexOf(name);
    if (name === undefined || before === index) return [];
    const path = ['digests', index, 'audience'];
    return [{ path, message: `is the name of digests[${before}] too`, mend: 'give each a name of its own' }];
  });
}

function unknownTeams(yaml: Draft, digest: Draft, index: number): readonly Misfit[] {
  const written = membersOf(yaml['teams']).flatMap((team) => textOf(mapOf(team)['name']) ?? []);
  const known = written.length > 0 ? written : [DEFAULT_TEAM.name];
  const named = [
    ...textsAt(digest['teams'], ['digests', index, 'teams']),
    ...textsAt(mapOf(digest['to'])['channels_of'], ['digests', index, 'to', 'channels_of']),
  ];
  return named
    .filter(({ text }) => !known.includes(text))
    .map(({ path, text }) => unknownName(path, text, known, 'team'));
}

function teamless(digest: Draft, index: number): readonly Misfit[] {
  if (digest['kind'] !== 'team' || digest['teams'] !== undefined) return [];
  return [
    {
      path: ['digests', index, 'teams'],
      message: 'is missing: a digest of kind team speaks of a team',
      mend: 'write teams: [support], with the team that it is for',
    },
  ];
}

function nowhere(digest: Draft, index: number): readonly Misfit[] {
  const to = digest['to'];
  const isMap = typeof to === 'object' && to !== null && !Array.isArray(to);
  if (!isMap || Object.keys(to).length > 0) return [];
  return [
    {
      path: ['digests', index, 'to'],
      message: 'names nobody and no channel',
      mend: 'write { channels_of: [support] } or { people: [dana@acme.example] }, or take it away',
    },
  ];
}

function unreached(
  digest: Draft,
  index: number,
  configured: { readonly slack: boolean; readonly teams: boolean },
): readonly Misfit[] {
  const to = mapOf(digest['to']);
  const path = (key: string): readonly PropertyKey[] => ['digests', index, 'to', key];
  return [
    ...(to['slack'] !== undefined && !configured.slack
      ? [
          {
            path: path('slack'),
            message: 'names a Slack channel, and Slack is not configured',
            mend: 'set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN; or name a channel of the desk instead',
          },
        ]
      : []),
    ...(to['teams'] !== undefined && !configured.teams
      ? [
          {
            path: path('teams'),
            message: 'names a channel of Microsoft Teams, and Teams is not configured',
            mend: 'set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID; or name a channel of the desk instead',
          },
        ]
      : []),
  ];
}
