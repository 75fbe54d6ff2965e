import { isObject, type JsonObject } from '../../frame/json-object.js';
import type { ResponseUrls } from '../response-urls.js';
import type { SlackView } from '../views.js';
import type { SlackChannel, SlackUser } from '../workspace.js';
import type { World } from '../world.js';
import { answerSubmission, type SubmitOutcome } from './answer-submission.js';
import type { Courier, Delivery, Sent, SendOptions } from './courier.js';
import { channelName, commandParcel, eventParcel, interactionParcel } from './parcels.js';
import { prepareAction, type Action } from './prepare-action.js';
import { stateValues, type Values } from './view-state.js';

interface EventSending extends SendOptions {
  readonly event: JsonObject;
}

interface EventRetry extends SendOptions {
  /** What was sent before: see Sent. */
  readonly delivery: Delivery;
  /** 1 to 3. */
  readonly number: number;
  /** `http_timeout` where absent. */
  readonly reason?: string;
}

interface Command extends SendOptions {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text?: string;
}

interface SentCommand extends Sent {
  /** Why Slack would not show what the app answered. */
  readonly notShown?: string;
}

type Click = Action & SendOptions;

interface Submission extends SendOptions {
  readonly user: string;
  /** What the person sees on top where absent. */
  readonly viewId?: string;
  readonly values?: Values;
}

interface SentSubmission extends Sent {
  readonly outcome: SubmitOutcome;
}

interface ReactionGiven extends SendOptions {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly reaction: string;
}

interface MessageShortcut extends SendOptions {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly callbackId: string;
}

/** What Slack does when people act: each builds what Slack would send, sends it, and shows people the answer. */
export interface Acts {
  readonly sendEvent: (sending: EventSending) => Promise<Sent>;
  /** Slack's own second try at an event that was not taken: the same event, signed anew, and said to be a retry. */
  readonly retryEvent: (retry: EventRetry) => Promise<Sent>;
  readonly sendCommand: (command: Command) => Promise<SentCommand>;
  readonly clickButton: (click: Click) => Promise<Sent>;
  /** All prepared before the first is sent, so that they race. */
  readonly clickTogether: (clicks: { readonly clicks: readonly Click[] }) => Promise<readonly Sent[]>;
  readonly submitView: (submission: Submission) => Promise<SentSubmission>;
  /** Closes the top view without submitting; the app hears of it where the view asks for that. */
  readonly closeView: (closing: SendOptions & { readonly user: string }) => Promise<Sent | 'not told'>;
  /** Goes to the app's Home or Messages tab: https://docs.slack.dev/reference/events/app_home_opened */
  readonly openHome: (
    opening: SendOptions & { readonly user: string; readonly tab?: 'home' | 'messages' },
  ) => Promise<Sent>;
  /** Chooses an entry of the app in the menu beside a message: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
  readonly useShortcut: (shortcut: MessageShortcut) => Promise<Sent>;
  readonly react: (reaction: ReactionGiven) => Promise<Sent>;
}

export function createActs(options: {
  readonly world: World;
  readonly urls: ResponseUrls;
  readonly courier: Courier;
}): Acts {
  const { world, urls, courier } = options;
  const then = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    world.changes.happened();
    return result;
  };
  const click = (given: Click): (() => Promise<Sent>) => {
    const parcel = prepareAction(world, urls, given);
    return () => then(courier.send(parcel, given));
  };

  const sendCommand = async (given: Command): Promise<SentCommand> => {
    const user = userOf(world, given.user);
    const channel = channelOf(world, given.channel);
    const place = { user: user.id, channel: channel.id };
    const parcel = commandParcel(world, {
      user,
      channel,
      command: given.command,
      text: given.text ?? '',
      responseUrl: urls.issue(place),
      triggerId: world.triggers.issue({ user: user.id }),
    });
    const sent = await courier.send(parcel, given);
    if (sent.status !== 200 || sent.body === '') return sent;
    const said: JsonObject = isObject(sent.body) ? sent.body : { text: sent.text };
    const notShown = urls.show(place, said, 'command');
    return notShown === undefined ? sent : { ...sent, notShown };
  };

  const submitView = async (given: Submission): Promise<SentSubmission> => {
    const user = userOf(world, given.user);
    const view = openView(world, user.id, given.viewId);
    const values = stateValues(view.blocks, given.values ?? {}, 'all');
    const parcel = interactionParcel(world, user, {
      type: 'view_submission',
      trigger_id: world.triggers.issue({ user: user.id, viewId: view.id }),
      view: { ...view, state: { values } },
      response_urls: [],
    });
    const sent = await courier.send(parcel, given);
    return { ...sent, outcome: answerSubmission(world, user.id, view, sent) };
  };

  const closeView: Acts['closeView'] = async (given) => {
    const user = userOf(world, given.user);
    const view = openView(world, user.id, undefined);
    world.views.closeTop(user.id);
    if (!view.notify_on_close) return 'not told';
    const fields = { type: 'view_closed', view, is_cleared: false };
    return courier.send(interactionParcel(world, user, fields), given);
  };

  const openHome: Acts['openHome'] = (given) => {
    const user = userOf(world, given.user);
    const tab = given.tab ?? 'home';
    const view = tab === 'home' ? world.views.home(user.id) : undefined;
    const event = {
      type: 'app_home_opened',
      user: user.id,
      channel: world.workspace.directMessage([user.id]).channel.id,
      tab,
      event_ts: (world.now() / 1000).toFixed(6),
      ...(view && { view }),
    };
    return courier.send(eventParcel(world, event), given);
  };

  const useShortcut = (given: MessageShortcut): Promise<Sent> => {
    const user = userOf(world, given.user);
    const channel = channelOf(world, given.channel);
    const message = world.logs.of(channel.id).find(given.ts);
    if (!message) throw new Error(`There is no message ${given.ts} in ${channel.id} to choose something for`);
    const fields = {
      type: 'message_action',
      action_ts: (world.now() / 1000).toFixed(6),
      channel: { id: channel.id, name: channelName(channel) },
      callback_id: given.callbackId,
      trigger_id: world.triggers.issue({ user: user.id }),
      message_ts: message.ts,
      message,
      response_url: urls.issue({ user: user.id, channel: channel.id }),
    };
    return courier.send(interactionParcel(world, user, fields), given);
  };

  const react = (given: ReactionGiven): Promise<Sent> => {
    const { user, channel, ts, reaction } = given;
    const log = world.logs.of(channel);
    const message = log.find(ts);
    if (!message) throw new Error(`There is no message ${ts} in ${channel} to react to`);
    const others = (message.reactions ?? []).filter((each) => each.name !== reaction);
    const before = (message.reactions ?? []).find((each) => each.name === reaction)?.users ?? [];
    const users = [...new Set([...before, userOf(world, user).id])];
    log.replace({ ...message, reactions: [...others, { name: reaction, users, count: users.length }] });
    const event = {
      type: 'reaction_added',
      user,
      reaction,
      item_user: message.user,
      item: { type: 'message', channel, ts },
      event_ts: (world.now() / 1000).toFixed(6),
    };
    return courier.send(eventParcel(world, event), given);
  };

  return {
    sendEvent: (given) => then(courier.send(eventParcel(world, stamped(world, given.event)), given)),
    retryEvent: (given) => {
      const { type, payload, body, contentType } = given.delivery;
      const headers = {
        'x-slack-retry-num': String(given.number),
        'x-slack-retry-reason': given.reason ?? 'http_timeout',
      };
      return then(courier.send({ type, payload, body, contentType, headers }, given));
    },
    sendCommand: (given) => then(sendCommand(given)),
    clickButton: async (given) => click(given)(),
    clickTogether: async ({ clicks }) => {
      const ready = clicks.map(click);
      return Promise.all(ready.map((send) => send()));
    },
    submitView: (given) => then(submitView(given)),
    closeView: (given) => then(closeView(given)),
    openHome: async (given) => then(openHome(given)),
    useShortcut: async (given) => then(useShortcut(given)),
    react: async (given) => then(react(given)),
  };
}

function stamped(world: World, event: JsonObject): JsonObject {
  return { event_ts: (world.now() / 1000).toFixed(6), ...event };
}

function userOf(world: World, id: string): SlackUser {
  const user = world.workspace.users.get(id);
  if (!user) throw new Error(`There is no user ${id}`);
  return user;
}

function channelOf(world: World, id: string): SlackChannel {
  const channel = world.workspace.channels.get(id);
  if (!channel) throw new Error(`There is no channel ${id}`);
  return channel;
}

function openView(world: World, user: string, viewId: string | undefined): SlackView {
  const stack = world.views.stack(user);
  const view = viewId === undefined ? stack.at(-1) : stack.find((each) => each.id === viewId);
  if (!view) throw new Error(`${user} has no view ${viewId ?? ''} open`);
  return view;
}
