import type { JsonObject } from '../../frame/json-object.js';
import type { World } from '../world.js';
import { clientInfo, incoming, type Scene } from './incoming.js';

/** What a person writes: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations. Their message stands in the conversation too. */
export function typedMessage(
  world: World,
  scene: Scene,
  typed: { readonly text: string; readonly mentions: boolean },
): JsonObject {
  const { person, conversation } = scene;
  const { bot } = world.tenant;
  const id = world.ids.message();
  const thread = conversation.kind === 'channel' ? { thread: scene.thread ?? id } : {};
  const at = `<at>${bot.name}</at>`;
  const mention = { type: 'mention', mentioned: { id: bot.id, name: bot.name }, text: at };
  const html = typed.mentions
    ? `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${bot.name}</span>&nbsp;${escaped(typed.text)}`
    : escaped(typed.text);
  const activity = incoming(
    world,
    { ...scene, ...thread },
    {
      type: 'message',
      id,
      text: typed.mentions ? `${at} ${typed.text}` : typed.text,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: `<div><div>${html}</div></div>` }],
      entities: typed.mentions ? [mention, clientInfo] : [clientInfo],
      ...(scene.thread !== undefined && conversation.kind === 'channel' && { replyToId: scene.thread }),
    },
  );
  world.log.add({ id, conversation: conversation.id, ...thread, from: person.id, at: world.now(), activity });
  return activity;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
