import { KIM } from '../counterparts/teams/people.js';
import { SUPPORT, APP_PASSWORD } from '../counterparts/teams/tenant.js';
import type { TeamsMessage } from '../counterparts/teams/message.js';
import { type InboundRig, startInbound } from '../platforms/teams/inbound-rig.js';
import { alive } from '../platforms/teams/teams-markup.js';
import { staffId } from '../platforms/wire/staff-in-memory.js';
import { until } from '../platforms/wire/until.js';
import type { Ground, PlatformContract, Shown } from './platform-ground.js';
import { wireTroubles } from './wire-troubles.js';

interface TeamsGround extends Ground {
  readonly rig: InboundRig;
}

const post = { operation: 'create_thread' } as const;
const onTheWire = wireTroubles<typeof post, TeamsGround>(post);

export const TEAMS: PlatformContract<TeamsGround> = {
  name: 'teams',
  start: startOnTeams,
  aliveAsWritten: (words) => alive({ type: 'TextBlock', text: words }),
  canLook: false,
  secrets: [APP_PASSWORD, 'Bearer', 'eyJ'],
  troubles: {
    later: [
      ...onTheWire.later,
      ...[412, 502, 503, 504].map((status) => ({
        says: `Teams answers ${status}`,
        make: ({ rig }: TeamsGround) => rig.counterpart.fault({ ...post, kind: 'http_status', status }),
      })),
    ],
    unknown: [
      ...onTheWire.unknown,
      {
        says: 'Teams took it without saying where it is',
        make: ({ rig }) => rig.counterpart.fault({ ...post, kind: 'no_id' }),
        isThere: true,
      },
    ],
    channel_gone: [
      {
        says: 'the channel was deleted',
        make: ({ rig }) => rig.counterpart.setConversation({ id: SUPPORT, gone: true }),
      },
      {
        says: 'Earshot is blocked there',
        make: ({ rig }) => rig.counterpart.setConversation({ id: SUPPORT, bot: 'blocked' }),
      },
      {
        says: 'the app was uninstalled',
        make: ({ rig }) => rig.counterpart.setConversation({ id: SUPPORT, bot: 'not_installed' }),
      },
    ],
    platform_stopped: [
      {
        says: 'Azure does not know the bot',
        make: ({ rig }) => rig.counterpart.setBot({ registered: false }),
        mend: ({ rig }) => rig.counterpart.setBot({ registered: true }),
      },
    ],
  },
};

async function startOnTeams(): Promise<TeamsGround> {
  const rig = await startInbound();
  await rig.counterpart.install();
  await rig.type('connect support');
  await until(() => rig.teams.platform.ready());
  rig.counterpart.clearRecords();
  return {
    rig,
    platform: rig.teams.platform,
    channel: SUPPORT,
    staffId: staffId(KIM),
    goneReference: `${SUPPORT};messageid=1|1`,
    shown: (alert) => Promise.resolve(shownIn(rig, alert)),
    toldAlone: () => Promise.resolve(JSON.stringify(rig.counterpart.directs({ person: KIM }))),
    close: rig.close,
  };
}

/** What was posted since the records were cleared: the answer to "connect" is no card. */
function shownIn({ counterpart }: InboundRig, alert: number | undefined): readonly Shown[] {
  return counterpart
    .posts()
    .filter(({ id, thread, conversation }) => conversation === SUPPORT && id === thread)
    .map(({ id }) => counterpart.message({ id })!)
    .filter(({ activity }) => alert === undefined || JSON.stringify(activity).includes(`CX-${alert}`))
    .map((root) => ({ ...read(root), thread: counterpart.thread({ root: root.id }).slice(1).map(read) }));
}

function read({ activity }: TeamsMessage): Omit<Shown, 'thread'> {
  return { words: JSON.stringify(activity), alive: alive(activity).filter(isOfOthers) };
}

/** Our own bold and the link to the source are around the words of others. */
function isOfOthers(each: string): boolean {
  return !['formatted', '<b>', '</b>'].includes(each) && !each.includes('](https://acme.zendesk.com/');
}
