import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { SILENT } from './quiet-client.js';
import { startSlackCounterpart, type SlackCounterpart } from './slack-counterpart.js';
import { BOT_TOKEN, SIGNING_SECRET } from './workspace.js';

export const CHANNEL = 'C0SUPPORT1';
export const KIM = 'U0KIM00001';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const buttons = [
  {
    type: 'actions' as const,
    block_id: 'row',
    elements: [
      { type: 'button' as const, action_id: 'claim', text: plain('Claim'), value: 'a1' },
      {
        type: 'static_select' as const,
        action_id: 'severity',
        options: [
          { text: plain('High'), value: 'high' },
          { text: plain('Low'), value: 'low' },
        ],
      },
    ],
  },
];
export const form = {
  type: 'modal' as const,
  callback_id: 'resolve',
  title: plain('Resolve'),
  submit: plain('Resolve'),
  private_metadata: 'a1',
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('Note'),
      element: { type: 'plain_text_input' as const, action_id: 'note_text', max_length: 20 },
    },
    {
      type: 'input' as const,
      block_id: 'outcome',
      optional: true,
      label: plain('Outcome'),
      element: {
        type: 'static_select' as const,
        action_id: 'outcome_choice',
        options: [{ text: plain('Recovered'), value: 'recovered' }],
      },
    },
  ],
};

export interface BoltApp {
  readonly slack: SlackCounterpart;
  readonly app: App;
  /** Sets Slack's clock on, or back. */
  readonly pass: (ms: number) => void;
  /** Posts a message with `buttons` and gives its ts. */
  readonly card: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** An app made with Slack's own framework, which verifies, parses and answers what the counterpart sends. */
export async function startBoltApp(): Promise<BoltApp> {
  let now = Date.now();
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: '/slack/events',
    logger: SILENT,
  });
  const slack = await startSlackCounterpart({ seed: 1, clock: () => new Date(now) });
  const app = new App({
    token: BOT_TOKEN,
    receiver,
    logger: SILENT,
    clientOptions: { slackApiUrl: slack.apiUrl, logger: SILENT },
  });
  const server = await app.start(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.setApp({ delivery: 'http', urls: [url] });
  return {
    slack,
    app,
    pass: (ms) => {
      now += ms;
    },
    card: async () => {
      const attachments = [{ color: '#a30200', blocks: buttons }];
      const posted = await app.client.chat.postMessage({ channel: CHANNEL, text: 'A card', attachments });
      return posted.ts ?? '';
    },
    close: async () => {
      await app.stop();
      await slack.close();
    },
  };
}
