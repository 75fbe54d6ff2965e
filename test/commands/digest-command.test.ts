import { afterEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../src/config/settings.js';
import { digestCommand } from '../../src/commands/digest-command.js';
import { settingsOf } from '../config/settings-fixture.js';

const TWO = `
teams: [{ name: support }]
digests:
  - { audience: leadership, kind: leadership, time_zone: Europe/Madrid }
  - { audience: Support, kind: team, teams: [support], time_zone: Europe/Madrid }
`;

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function refused(
  args: string,
  settings: () => Settings = () => settingsOf({ yaml: TWO }),
): Promise<string> {
  const complained = vi.spyOn(console, 'error').mockReturnValue();
  complained.mockClear();
  await digestCommand(args === '' ? [] : args.split(' '), { settings });
  expect(process.exitCode).toBe(2);
  return String(complained.mock.calls[0]?.[0]).split('\n')[0] ?? '';
}

it('asks whose digest, and names the audiences that there are', async () => {
  expect(await refused('--dry-run')).toBe('Whose digest? There are: leadership, Support.');
  expect(await refused('--audience leadershp --dry-run')).toBe(
    'No digest is for “leadershp”. Did you mean leadership? There are: leadership, Support.',
  );
});

it('takes only days of the calendar that have come', async () => {
  expect(await refused('--audience leadership --date 2026-02-30')).toBe(
    '“2026-02-30” is no day of the calendar. Days are written 2026-11-20.',
  );
  expect(await refused('--audience leadership --date 2126-02-03 --dry-run')).toContain(
    '2126-02-03 is still to come there: today is ',
  );
});

it('sends nothing: that is for the running process', async () => {
  expect(await refused('--audience support --date 2026-02-03')).toBe(
    'Digests are sent by the running process, at their time. To read one here, add --dry-run.',
  );
});

it('says what it does not know, and that none is configured', async () => {
  expect(await refused('--audiance x')).toContain("Unknown option '--audiance'");
  expect(await refused('--dry-run', () => settingsOf({ yaml: 'digests: []' }))).toBe(
    'No digest is configured: earshot.yaml has an empty list of digests.',
  );
});
