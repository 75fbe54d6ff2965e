import { BOT_TOKEN } from '../counterparts/slack/workspace.js';
import type { SlackMessage } from '../counterparts/slack/message.js';
import { KIM, type Rig, startRig, SUPPORT } from '../platforms/slack/rig.js';
import { alive } from '../platforms/slack/slack-markup.js';
import { staffId } from '../platforms/wire/staff-in-memory.js';
import type { Ground, PlatformContract, Shown } from './platform-ground.js';
import { wireTroubles } from './wire-troubles.js';

interface SlackGround extends Ground {
  readonly rig: Rig;
}

const post = { method: 'chat.postMessage' } as const;
const onTheWire = wireTroubles<typeof post, SlackGround>(post);

export const SLACK: PlatformContract<SlackGround> = {
  name: 'slack',
  start: startOnSlack,
  aliveAsWritten: (words) => alive({ type: 'mrkdwn', text: words }),
  canLook: true,
  secrets: [BOT_TOKEN],
  troubles: {
    later: [
      ...onTheWire.later,
      {
        says: 'Slack is away',
        make: ({ rig }) => rig.counterpart.fault({ ...post, kind: 'error', error: 'service_unavailable' }),
      },
    ],
    unknown: onTheWire.unknown,
    channel_gone: [
      {
        says: 'the channel is archived',
        make: ({ rig }) => rig.counterpart.setChannel({ id: SUPPORT, archived: true }),
      },
    ],
    platform_stopped: [
      {
        says: 'the token is revoked',
        make: ({ rig }) => rig.counterpart.setToken({ token: BOT_TOKEN, state: 'revoked' }),
        mend: ({ rig }) => rig.counterpart.setToken({ token: BOT_TOKEN, state: 'valid' }),
      },
    ],
  },
};

async function startOnSlack(): Promise<SlackGround> {
  const rig = await startRig();
  await rig.ready();
  rig.counterpart.clearRecords();
  return {
    rig,
    platform: rig.slack.platform,
    channel: '#support',
    staffId: staffId(KIM),
    goneReference: `${SUPPORT}/1700000000.000100`,
    shown: (alert) => Promise.resolve(shownIn(rig, alert)),
    toldAlone: () => Promise.resolve(JSON.stringify(rig.counterpart.directMessages({ user: KIM }))),
    close: rig.close,
  };
}

function shownIn({ counterpart }: Rig, alert: number | undefined): readonly Shown[] {
  const messages = counterpart.messages({ channel: SUPPORT });
  return messages
    .filter(({ ts, thread_ts: thread }) => thread === undefined || thread === ts)
    .filter((message) => alert === undefined || JSON.stringify(message).includes(`CX-${alert}`))
    .map((root) => ({
      ...read(root),
      thread: messages.filter(({ ts, thread_ts: thread }) => thread === root.ts && ts !== thread).map(read),
    }));
}

function read({ text, blocks, attachments }: SlackMessage): Omit<Shown, 'thread'> {
  return {
    words: JSON.stringify([text, blocks, attachments]).replace(/"block_id":"[^"]*"/gu, ''),
    alive: alive([{ text }, blocks, attachments]).map(boldAside),
  };
}

/** Our own bold is around the customer's words: that it is there counts, not what is in it. */
function boldAside(each: string): string {
  return each.startsWith('formatted *') ? 'formatted' : each;
}
