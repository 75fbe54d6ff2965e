/** The hand-written peer: node:http and @slack/web-api, verifying and posting as anybody would in an afternoon; it keeps nothing. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { WebClient } from '@slack/web-api';
import { SECRET_BYTES } from './voice.js';

interface Voice {
  readonly score: number;
  readonly text: string;
  readonly location: string;
  readonly customer: { readonly name: string };
}

const [apiUrl = '', token = '', ...channels] = process.argv.slice(2);
const slack = new WebClient(token, { slackApiUrl: apiUrl });

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const id = String(request.headers['webhook-id']);
    const timestamp = String(request.headers['webhook-timestamp']);
    const expected = createHmac('sha256', SECRET_BYTES).update(`${id}.${timestamp}.`).update(body).digest();
    const given = Buffer.from(String(request.headers['webhook-signature']).slice(3), 'base64');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    const voice = JSON.parse(body.toString()) as Voice;
    response
      .writeHead(202, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id, outcome: 'accepted' }));
    if (voice.score <= 2) void post(voice);
  });
});

async function post(voice: Voice): Promise<void> {
  const channel = channels[Number(voice.location.split('-')[1]) % channels.length] ?? '';
  await slack.chat.postMessage({
    channel,
    text: `${voice.customer.name} gave ${voice.score} of 5`,
    attachments: [
      {
        color: '#a30200',
        blocks: [
          {
            type: 'section',
            text: { type: 'plain_text', text: `${voice.customer.name} gave ${voice.score} of 5` },
          },
          { type: 'section', text: { type: 'plain_text', text: voice.text.slice(0, 300) } },
          {
            type: 'actions',
            elements: [
              { type: 'button', text: { type: 'plain_text', text: 'Claim' }, action_id: 'claim', value: '1' },
            ],
          },
        ],
      },
    ],
  });
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === 'object' && address ? address.port : 0 }));
});
