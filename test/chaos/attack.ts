/** The product with every door it has, and hostile requests at all of them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore } from '../stories/senders.js';
import { MONEY, SUPPORT } from '../stories/story.js';
import { prepareTeamsStory, type TeamsStory } from '../stories/teams-story.js';
import { until } from '../stories/until.js';
import { deskDoor, HEALTH } from './hostile-desk.js';
import type { Door, HostileRequest } from './hostile-door.js';
import { drawRequests } from './hostile-requests.js';
import { slackDoor } from './hostile-slack.js';
import { teamsDoor } from './hostile-teams.js';
import { webhookDoor } from './hostile-webhooks.js';
import { createChance } from './seeded.js';
import { sendBytes } from './send-bytes.js';
import { readSourceContracts, type SourceContract } from './source-contracts.js';

const AT_ONCE = 8;

export interface Answered {
  readonly request: HostileRequest;
  readonly status: number;
}

export interface Attack {
  readonly story: TeamsStory;
  /** The same seed sends the same. */
  readonly send: (seed: number, count: number) => Promise<readonly Answered[]>;
  /** What nobody must ever be made to ask for. */
  readonly caught: readonly string[];
  readonly close: () => void;
}

export async function beginAttack(nodeFlags: readonly string[] = []): Promise<Attack> {
  const caught: string[] = [];
  const trap = createServer((request, response) => {
    caught.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const contracts = await readSourceContracts();
  const story = await prepareTeamsStory({
    nodeFlags,
    yaml: yamlFor(contracts),
    env: { EARSHOT_TEST: '{"unlimited":true}', ...secretsOf(contracts) },
  });
  await story.start();
  await story.connected();
  const doors: readonly Door[] = [
    ...contracts.map(webhookDoor),
    slackDoor(`http://127.0.0.1:${(trap.address() as AddressInfo).port}/caught`),
    teamsDoor({ serviceUrl: story.teams.serviceUrl, token: await tokenOf(story) }),
    deskDoor({ address: story.product().deskAddress, cookie: await cookieOf(story) }),
    HEALTH,
  ];
  return {
    story,
    caught,
    send: (seed, count) => sendAll(story, drawRequests(createChance(seed), count, doors)),
    close: () => trap.close(),
  };
}

/** Nothing failed, nothing forged was believed, nothing was left unanswered, and an honest voice is still heard. */
export async function expectUnharmed({ story, caught }: Attack, answers: readonly Answered[]): Promise<void> {
  const those = (wrong: (answered: Answered) => boolean) =>
    answers.filter(wrong).map(({ request, status }) => [status, inShort(request)]);
  expect(those(({ status }) => status >= 500)).toEqual([]);
  expect(those(({ status, request }) => status === 0 && !isMisframed(request))).toEqual([]);
  expect(
    those(({ status, request }) => !request.signed && !request.isOpen && status >= 200 && status < 300),
  ).toEqual([]);
  expect(caught).toEqual([]);
  const { product, slack } = story;
  expect(
    product()
      .log()
      .filter(({ level }) => level >= 50),
  ).toEqual([]);
  expect(slack.duplicates()).toEqual([]);
  const cards = () => [MONEY, SUPPORT].flatMap((channel) => cardsIn(slack, channel)).length;
  const known = cards();
  expect(await story.hear(lowScore())).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  await until('an honest voice is still heard', () => (cards() > known ? true : undefined), 60_000);
}

/** Where its end is not where it is said to be, an answer may be lost with the connection, or nobody waits for it. */
function isMisframed({ missing, headers }: HostileRequest): boolean {
  const framing = ['content-length', 'transfer-encoding'];
  return missing !== undefined || headers.some(([name]) => framing.includes(name));
}

export function distribution(
  answers: readonly Answered[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const { request, status } of answers) {
    const row = (rows[`${request.door}, ${request.signed ? 'signed' : 'not signed'}`] ??= {});
    const column = status === 0 ? 'cut off' : String(status);
    row[column] = (row[column] ?? 0) + 1;
  }
  return rows;
}

async function sendAll(story: TeamsStory, requests: Generator<HostileRequest>): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  const { address, deskAddress } = story.product();
  const send = async (): Promise<void> => {
    for (const request of requests) {
      const status = await sendBytes(request.at === 'desk' ? deskAddress : address, request);
      // What was large is not kept: there are thousands.
      answered.push({ request: { ...request, body: request.body.subarray(0, 80) }, status });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return answered;
}

/** One source of each type, called as its type; and the story's own. */
function yamlFor(contracts: readonly SourceContract[]): string {
  const sources = contracts.map(({ type, settings }) =>
    JSON.stringify({
      name: type.type,
      type: type.type,
      secrets: [`env:${variableOf(type.type)}`],
      ...settings,
    }),
  );
  return `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
${sources.map((source) => `  - ${source}`).join('\n')}
teams:
  - { name: support, channels: { slack: ${SUPPORT}, desk: support } }
  - { name: money, channels: { slack: '#money' } }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
`;
}

function variableOf(type: string): string {
  return `SECRET_OF_${type.toUpperCase().replaceAll('-', '_')}`;
}

function secretsOf(contracts: readonly SourceContract[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contracts.flatMap(({ type, secrets, settings }) => [
      [variableOf(type.type), secrets.newer],
      ...Object.values(settings).flatMap((setting) => {
        const [, variable] = /^env:(.+)$/u.exec(String(setting)) ?? [];
        return variable === undefined ? [] : [[variable, secrets.newer] as const];
      }),
    ]),
  );
}

async function tokenOf({ teams }: TeamsStory): Promise<string> {
  const { delivery } = await teams.sendRaw({ body: '{}', redeliveries: 0 });
  return delivery.headers['authorization'] ?? '';
}

async function cookieOf({ product }: TeamsStory): Promise<string> {
  const opened = await fetch(product().openingAddress, { redirect: 'manual' });
  return opened.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

function inShort({ method, target, headers, body, missing = 0 }: HostileRequest): string {
  const said = headers.map(([name, value]) => `${name}: ${value.slice(0, 40)}`).join(' · ');
  return `${method} ${target.slice(0, 90)} · ${said} (${missing} bytes missing): ${body.toString('latin1').slice(0, 80)}`;
}
