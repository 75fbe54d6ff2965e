import type { JsonObject } from '../../frame/json-object.js';
import type { Shown } from '../personal-views.js';
import type { World } from '../world.js';
import type { Courier, Sent, SendOptions } from './courier.js';
import { incoming, sceneOf } from './incoming.js';
import { installation, USUAL_INSTALLING, type Installing } from './installation.js';
import { prepareClick, prepareRefresh, type Click, type Prepared } from './prepare-click.js';
import { readInvokeAnswer } from './read-invoke-answer.js';
import { typedMessage } from './typed-message.js';

export interface SentClick extends Sent {
  /** What the person sees then; absent where Action.Submit sent a message. */
  readonly shown?: Shown;
}

export interface SentText extends Sent {
  /** The id of their message. */
  readonly id: string;
  /** In a channel: the id of the message that the thread began with. */
  readonly thread?: string;
}

interface Typing extends SendOptions {
  /** Any id of theirs, or their e-mail address. */
  readonly person: string;
  /** Their chat with the bot where absent. */
  readonly conversation?: string;
  /** In a channel: the id of the thread's first message; a new thread where absent. */
  readonly thread?: string;
  readonly text: string;
  /** Whether the bot is mentioned, before the text; where absent, in channels and group chats, for it hears nothing else there. */
  readonly mention?: boolean;
}

interface EventSending extends SendOptions {
  readonly person: string;
  readonly conversation?: string;
  /** Its type and what else it has; channelData is put beside what every activity has there. */
  readonly event: JsonObject;
}

/** What Teams does when people act: each builds what Teams would send, signs and sends it, and shows people the answer. */
export interface Acts {
  readonly typeToBot: (typing: Typing) => Promise<SentText>;
  readonly clickAction: (click: Click & SendOptions) => Promise<SentClick>;
  /** All prepared before the first is sent, so that they race. */
  readonly clickTogether: (clicks: {
    readonly clicks: readonly (Click & SendOptions)[];
  }) => Promise<readonly SentClick[]>;
  /** A person's client comes by the card and asks for their own view of it. */
  readonly refreshCard: (
    asked: SendOptions & { readonly person: string; readonly message: string },
  ) => Promise<SentClick>;
  /** Puts the app into a team (the usual one where none is named), a chat, or to a person, and tells the bot. */
  readonly install: (asked?: Installing & SendOptions) => Promise<readonly Sent[]>;
  readonly uninstall: (asked?: Installing & SendOptions) => Promise<readonly Sent[]>;
  /** Any other activity: channelDeleted, teamRenamed, messageReaction, … */
  readonly sendEvent: (sending: EventSending) => Promise<Sent>;
}

export function createActs(options: { readonly world: World; readonly courier: Courier }): Acts {
  const { world, courier } = options;
  const then = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    world.changes.happened();
    return result;
  };

  const carry = async (prepared: Prepared, sending: SendOptions): Promise<SentClick> => {
    const sent = await courier.send(prepared.activity, sending);
    if (!prepared.isInvoke) return sent;
    const shown = readInvokeAnswer(sent);
    const { person, message } = prepared;
    world.views.add({ at: world.now(), person, message, shown });
    return { ...sent, shown };
  };
  const sendAll = async (
    activities: readonly JsonObject[],
    sending: SendOptions,
  ): Promise<readonly Sent[]> => {
    const all: Sent[] = [];
    for (const activity of activities) all.push(await courier.send(activity, sending));
    return all;
  };

  const typeToBot = async (typing: Typing): Promise<SentText> => {
    const scene = sceneOf(world, typing);
    if (world.tenant.standingIn(scene.conversation) !== 'installed') {
      throw new Error(`The bot is not in ${scene.conversation.name}`);
    }
    const mentions = typing.mention ?? scene.conversation.kind !== 'personal';
    const activity = typedMessage(world, scene, { text: typing.text, mentions });
    const id = String(activity['id']);
    const thread = world.log.find(id)?.thread;
    world.changes.happened();
    const sent = await courier.send(activity, typing);
    return { ...sent, id, ...(thread !== undefined && { thread }) };
  };

  return {
    typeToBot: async (typing) => then(typeToBot(typing)),
    clickAction: async (click) => then(carry(prepareClick(world, click), click)),
    clickTogether: async ({ clicks }) => {
      const ready = clicks.map((click) => ({ click, prepared: prepareClick(world, click) }));
      return then(Promise.all(ready.map(({ click, prepared }) => carry(prepared, click))));
    },
    refreshCard: async (asked) => then(carry(prepareRefresh(world, asked), asked)),
    install: async (asked = USUAL_INSTALLING) => then(sendAll(installation(world, asked, 'add'), asked)),
    uninstall: async (asked = USUAL_INSTALLING) => then(sendAll(installation(world, asked, 'remove'), asked)),
    sendEvent: async (given) =>
      then(courier.send(incoming(world, sceneOf(world, given), given.event), given)),
  };
}
