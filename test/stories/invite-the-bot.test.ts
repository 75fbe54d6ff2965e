import { expect, it } from 'vitest';
import { beginStory, CHANNELS, KIM, SUPPORT, type Story } from './story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const LINE = 'Invite the bot: /invite @earshot in #support (team support).';
const warnings = (story: Story): readonly string[] =>
  story
    .product()
    .log()
    .filter(({ level }) => level >= 40)
    .map(({ msg }) => msg);

it('at the start a channel without the bot is named with the line that mends it, and only that one', async () => {
  const story = await beginStory({
    slack: {
      workspace: {
        channels: CHANNELS.map((each) => ({ ...each, botIsMember: each.id !== SUPPORT })),
      },
    },
  });
  await until('the line is logged', () => (warnings(story).length > 0 ? true : undefined));
  expect(warnings(story)).toEqual([LINE]);
  const desk = await visitDesk(story.product());
  expect(await desk.read('/delivery')).toContain(`To mend ${LINE}`);

  story.slack.setChannel({ id: SUPPORT, botIsMember: true });
  const event = { type: 'member_joined_channel', user: 'U0BOT00001', channel: SUPPORT, inviter: KIM };
  expect((await story.slack.sendEvent({ event })).status).toBe(200);
  await until('there is nothing left to mend', async () =>
    (await desk.read('/delivery')).includes('To mend') ? undefined : true,
  );
  await story.product().stop();
}, 90_000);
