import { stringify as stringifyForm } from 'node:querystring';
import type { JsonObject } from '../../frame/json-object.js';
import type { SlackChannel, SlackUser } from '../workspace.js';
import type { World } from '../world.js';
import type { Parcel } from './courier.js';

/** The verification token that Slack still sends and nobody should look at. */
const OLD_TOKEN = 'counterpart-verification-token';

/** An event in its envelope: https://docs.slack.dev/apis/events-api */
export function eventParcel(world: World, event: JsonObject): Parcel {
  const { team, bot, channels } = world.workspace;
  const channel = channels.get(typeof event['channel'] === 'string' ? event['channel'] : '');
  const eventId = world.ids.next('Ev');
  const payload = {
    token: OLD_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.connectShared ?? false,
    event_context: `4-${eventId}`,
  };
  return {
    type: 'events_api',
    payload,
    body: JSON.stringify(payload),
    contentType: 'application/json',
  };
}

/** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export function commandParcel(
  world: World,
  command: {
    readonly user: SlackUser;
    readonly channel: SlackChannel;
    readonly command: string;
    readonly text: string;
    readonly responseUrl: string;
    readonly triggerId: string;
  },
): Parcel {
  const { team, bot } = world.workspace;
  const { user, channel } = command;
  const payload = {
    token: OLD_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: command.command,
    text: command.text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: command.responseUrl,
    trigger_id: command.triggerId,
  };
  return {
    type: 'slash_commands',
    payload,
    body: stringifyForm(payload),
    contentType: 'application/x-www-form-urlencoded',
  };
}

/** A click, a choice or a form: https://docs.slack.dev/reference/interaction-payloads */
export function interactionParcel(world: World, user: SlackUser, fields: JsonObject): Parcel {
  const { team, bot } = world.workspace;
  const payload = {
    ...fields,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: bot.appId,
    token: OLD_TOKEN,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
  return {
    type: 'interactive',
    payload,
    body: stringifyForm({ payload: JSON.stringify(payload) }),
    contentType: 'application/x-www-form-urlencoded',
  };
}

/** Slack does not tell an app the name of a conversation that is not public. */
export function channelName(channel: SlackChannel): string {
  switch (channel.kind) {
    case 'public':
      return channel.name;
    case 'private':
      return 'privategroup';
    case 'im':
      return 'directmessage';
    case 'mpim':
      return channel.name;
  }
}
