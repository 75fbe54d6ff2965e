import { isObject, type JsonObject } from '../frame/json-object.js';
import { refuse } from './answer.js';
import type { Call } from './call.js';
import { readContent, type Content } from './content.js';
import type { Ephemeral } from './ephemerals.js';
import type { SlackMessage } from './message.js';
import { edited } from './methods/chat.js';
import type { Done } from './read-work.js';
import type { World } from './world.js';

// https://docs.slack.dev/interactivity/handling-user-interaction: five uses within half an hour.
const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

/** Where a response_url came from. */
interface ResponsePlace {
  readonly user: string;
  readonly channel: string;
  /** The message that was acted in; absent for a command. */
  readonly original?: { readonly ts: string; readonly isEphemeral: boolean };
}

export interface ResponseUrls {
  readonly issue: (place: ResponsePlace) => string;
  readonly answer: (path: string, body: string) => Done;
  /** Shows what an app says in answer to a command or through a response_url; Slack's error where it refuses. */
  readonly show: (place: ResponsePlace, said: JsonObject, by: Ephemeral['by']) => string | undefined;
}

export function createResponseUrls(world: World): ResponseUrls {
  const issued = new Map<string, { readonly place: ResponsePlace; readonly at: number; uses: number }>();

  const show: ResponseUrls['show'] = (place, said, by) => {
    if (said['delete_original'] === true || said['delete_original'] === 'true') {
      takeBack(place);
      return undefined;
    }
    const call: Call = {
      method: by,
      args: said,
      token: { token: '', kind: 'bot', state: 'valid', scopes: [] },
    };
    const content = readContent(call, world);
    if ('refused' in content) return content.refused.error;
    if ((content.text ?? '') === '' && !content.blocks && !content.attachments) return 'no_text';
    if (said['replace_original'] === true || said['replace_original'] === 'true') {
      const replaced = replace(place, content, by);
      if (replaced) return undefined;
    }
    const threadTs = typeof said['thread_ts'] === 'string' ? said['thread_ts'] : undefined;
    if (said['response_type'] === 'in_channel') say(place, content, threadTs);
    else whisper(place, content, by, threadTs);
    return undefined;
  };

  const takeBack = ({ user, channel, original }: ResponsePlace): void => {
    if (original?.isEphemeral) world.ephemerals.takeAway(user, original.ts, 'deleted');
    else if (original) world.logs.of(channel).remove(original.ts);
  };

  const replace = (place: ResponsePlace, content: Content, by: Ephemeral['by']): boolean => {
    const { user, channel, original } = place;
    if (!original) return false;
    if (original.isEphemeral) {
      world.ephemerals.takeAway(user, original.ts, 'replaced');
      whisper(place, content, by, undefined);
      return true;
    }
    const message = world.logs.of(channel).find(original.ts);
    if (!message) return false;
    const ts = `${Math.floor(world.now() / 1000)}.000000`;
    world.logs.of(channel).replace(edited(message, content, { user: world.workspace.bot.userId, ts }));
    return true;
  };

  const whisper = (
    { user, channel }: ResponsePlace,
    content: Content,
    by: Ephemeral['by'],
    threadTs: string | undefined,
  ): void =>
    world.ephemerals.show({
      ts: world.logs.of(channel).nextTs(),
      at: world.now(),
      user,
      channel,
      ...shown(content),
      ...(threadTs !== undefined && { thread_ts: threadTs }),
      by,
    });

  const say = ({ channel }: ResponsePlace, content: Content, threadTs: string | undefined): void => {
    const { bot, team } = world.workspace;
    const message: SlackMessage = {
      type: 'message',
      user: bot.userId,
      ts: world.logs.of(channel).nextTs(),
      bot_id: bot.botId,
      app_id: bot.appId,
      team: team.id,
      ...shown(content),
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    };
    world.logs.of(channel).add(message);
  };

  return {
    show,
    issue: (place) => {
      const kind = place.original ? 'actions' : 'commands';
      const path = `/${kind}/${world.workspace.team.id}/${world.ids.next('', 12)}/${world.ids.next('', 24)}`;
      issued.set(path, { place, at: world.now(), uses: 0 });
      return `${world.origin()}${path}`;
    },
    answer: (path, body) => {
      const found = issued.get(path);
      if (!found) return { status: 404, answer: refuse('invalid_url') };
      if (world.now() - found.at > LIFE_MS) return { status: 404, answer: refuse('expired_url') };
      if (found.uses >= MOST_USES) return { status: 404, answer: refuse('used_url') };
      const said = parse(body);
      if (!said) return { status: 400, answer: refuse('invalid_payload') };
      found.uses += 1;
      const error = show(found.place, said, 'response_url');
      return error === undefined
        ? { status: 200, answer: { ok: true } }
        : { status: 400, answer: refuse(error) };
    },
  };
}

function shown(content: Content): Pick<SlackMessage, 'text' | 'blocks' | 'attachments'> {
  return {
    text: content.text ?? '',
    ...(content.blocks && { blocks: content.blocks }),
    ...(content.attachments && { attachments: content.attachments }),
  };
}

function parse(body: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
