/**
 * Has one text typed into every field and every command in which people write, on a real database, and gathers what is alive of it
 * wherever it is read afterwards: on Slack, on Teams, on each page of the desk, in the file of a post-mortem, in summary and digest.
 * Forms and commands are taken from their lists: whoever adds one has it tried. Long because the way of one text is told in one place.
 */
import {
  ACTIONS_WITH_FORM,
  type AskingActionId,
  POST_MORTEM_ACTIONS_WITH_FORM,
  TELLING_ACTIONS,
} from '../../src/cards/actions.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { digestReport } from '../../src/cards/digest/digest-report.js';
import type { Answers, Field, Form } from '../../src/cards/form.js';
import { reportText } from '../../src/cards/report-text.js';
import type { Conversation, Mend, Reply } from '../../src/conversation/conversation.js';
import { AUDIENCE_KINDS } from '../../src/domain/digest/audience.js';
import { digestQuestion } from '../../src/domain/digest/digest-question.js';
import type { Staff } from '../../src/domain/staff.js';
import { messageBody, plainBody } from '../../src/platforms/slack/message-body.js';
import { renderForm as formOnSlack } from '../../src/platforms/slack/render/render-form.js';
import { renderNote as noteOnSlack } from '../../src/platforms/slack/render/render-note.js';
import {
  renderDialog as dialogOnTeams,
  renderForm as formOnTeams,
} from '../../src/platforms/teams/render/render-form.js';
import { renderMessage, renderPlainMessage } from '../../src/platforms/teams/render/render-message.js';
import { noteText, renderNote as noteOnTeams } from '../../src/platforms/teams/render/render-note.js';
import type { Content } from '../../src/posting/platform.js';
import { readDigest } from '../../src/use-cases/read-digest.js';
import { beyond } from '../cards/beyond.js';
import { isTyped } from '../cards/every-form.js';
import { aliveInGfm } from '../cards/gfm-markup.js';
import type { Browser } from '../platforms/desk/browse.js';
import { openRealDesk } from '../platforms/desk/real-desk.js';
import { alive as aliveOnSlack } from '../platforms/slack/slack-markup.js';
import { alive as aliveOnTeams } from '../platforms/teams/teams-markup.js';
import { createMemoryPlatform } from '../posting/memory-platform.js';
import { postEverything } from '../posting/post-everything.js';
import { createWorld, type World } from '../world.js';
import { conversationIn } from './conversation-in.js';

/** What is alive, by where it is read. */
export type Readings = ReadonlyMap<string, readonly string[]>;

export interface Said {
  readonly readings: Readings;
  /** The fields that were typed into, as `resolve.note`. */
  readonly fields: ReadonlySet<string>;
  /** The forms whose words were taken. */
  readonly taken: ReadonlySet<string>;
}

/** What is written where not every text is taken: times, days, scores and addresses. */
const RIGHT: Readonly<Record<string, string>> = {
  until: 'tomorrow 10:00',
  next: 'tomorrow 11:00',
  due: 'in 2 days',
  score: '2 of 5',
  link: 'https://acme.example/1',
  tracker: 'https://acme.example/2',
};

/** Harmless: what says something, what commands take for nothing, who can be found again, what is too long, and what says nothing. */
export const USUAL = ['refund', '-', 'maria@acme.example', 'long word '.repeat(450), '\n\n'];

export async function sayEverywhere(words: string): Promise<Said> {
  const world = await createWorld();
  const conversation = conversationIn(world);
  const kim: Staff = { id: await world.staff('Kim'), name: 'Kim' };
  const ana: Staff = { id: await world.staff('Ana'), name: 'Ana' };
  const browser = await openRealDesk({ world, conversation, staffId: kim.id });
  const heard = createHeard(world.clock());
  const desk = { conversation, kim, ana, words, heard };

  for (const action of ACTIONS_WITH_FORM)
    await world.hear({ customer: { id: action, name: `Maria ${action}` } });
  await world.hear({ customer: { id: 'paper', name: 'Maria' } });
  await world.hear({ customer: { id: 'alike', name: 'Omar' } });
  await world.triageAll();
  const paper = ACTIONS_WITH_FORM.length + 1;

  for (const [index, action] of ACTIONS_WITH_FORM.entries())
    await onAlert(desk, { action, alert: index + 1 });
  await onPostMortem(desk, paper);
  await tellings(desk);
  for (const { name } of COMMANDS) {
    const note = await conversation.command({ actor: kim, line: `${name} ${words}` });
    heard.note(name, note);
    if (note.opens) heard.form(name, note.opens);
  }
  await world.triageAll();
  for (const line of [
    '/cx-mine',
    '/cx-alerts',
    '/cx-postmortem',
    `/cx-postmortem CX-${paper}`,
    '/cx-customer CX-1',
  ])
    heard.note(line, await conversation.command({ actor: kim, line }));
  heard.note('summary', await conversation.command({ actor: kim, line: '/cx-summary today' }));
  const platform = createMemoryPlatform();
  await postEverything(world, platform);
  for (const { content } of platform.calls) heard.content('posted', content);
  await digests(world, heard);
  await onDesk(browser, { words, paper, heard });
  return { readings: heard.readings(), fields: heard.fields, taken: heard.taken };
}

/** What is alive for these words and for none of the usual ones, by where it is read. */
export function comesAlive(said: Said, usual: readonly Said[]): Readonly<Record<string, readonly string[]>> {
  const tags = new Set(
    usual.flatMap(({ readings }) => [...readings].filter(isPage).flatMap(([, all]) => all)),
  );
  const more = [...said.readings].map((reading) => {
    const [where, alive] = reading;
    // A page has more or less on it by what is told there: of its tags it counts whether they are the desk's.
    if (isPage(reading)) return [where, alive.filter((each) => !tags.has(each))] as const;
    const beyondEach = usual.map(({ readings }) =>
      beyond(alive, readings.get(where)).filter((each) => !OURS.test(each)),
    );
    return [where, beyondEach.toSorted((a, b) => a.length - b.length)[0] ?? []] as const;
  });
  return Object.fromEntries(more.filter(([, alive]) => alive.length > 0));
}

/** Whether words would add something to a page that the desk itself never has. */
export function wouldAddTags(words: string, usual: readonly Said[]): boolean {
  const page: Said = {
    ...usual[0]!,
    readings: new Map([[`words${PAGE}`, tagsIn(`<p class="">${words}</p>`)]]),
  };
  return Object.keys(comesAlive(page, usual)).length > 0;
}

const PAGE = ', a page';
function isPage([where]: readonly [string, readonly string[]]): boolean {
  return where.endsWith(PAGE);
}

/** A link where one was asked for, with its host. An opening bracket before it belongs to nothing. */
const OURS =
  /^\[(?:[^\]]*\[)?(?:tracker|Where it was said) \((?:evil|acme)\.example\)\]\(https?:\/\/(?:evil|acme)\.example\/[^)\s]*\)$/u;

interface Scene {
  readonly conversation: Conversation;
  readonly kim: Staff;
  readonly ana: Staff;
  readonly words: string;
  readonly heard: ReturnType<typeof createHeard>;
}

/** Each action has an alert of its own, which is brought on until the form is asked. */
async function onAlert(
  scene: Scene,
  { action, alert }: { action: AskingActionId; alert: number },
): Promise<void> {
  const { conversation, kim, ana } = scene;
  const stops = [
    () => Promise.resolve(),
    () => conversation.press({ actor: kim, alert, action: 'claim' }),
    async () => {
      await conversation.press({ actor: kim, alert, action: 'release' });
      await conversation.press({ actor: ana, alert, action: 'claim' });
    },
  ];
  for (const stop of stops) {
    await stop();
    if (await fillIn(scene, { action, alert })) return;
  }
}

async function onPostMortem(scene: Scene, alert: number): Promise<void> {
  const { conversation, kim, ana } = scene;
  const fill = (actor: Staff, action: AskingActionId, answers: Answers) =>
    conversation.submit({ actor, alert, action, answers });
  await conversation.press({ actor: kim, alert, action: 'post_mortem' });
  await conversation.command({ actor: kim, line: `/cx-postmortem CX-${alert + 1} PM-1` });
  await fill(kim, 'add_item', { text: 'one', due: 'in 2 days' });
  await fill(kim, 'add_item', { text: 'another', due: 'in 3 days' });
  const left = POST_MORTEM_ACTIONS_WITH_FORM.filter((action) => action !== 'reopen_post_mortem');
  for (const action of left) await fillIn(scene, { action, alert });
  await conversation.press({ actor: ana, alert, action: 'complete_post_mortem' });
  await fillIn(scene, { action: 'reopen_post_mortem', alert });
}

async function tellings({ conversation, kim, words, heard }: Scene): Promise<void> {
  for (const action of TELLING_ACTIONS) {
    const begun = await conversation.begin({
      actor: kim,
      action,
      message: { key: `slack:C1:${action}`, text: words, author: words },
    });
    heard.reply(action, begun);
    if (begun.kind !== 'form') continue;
    const send = (answers: Answers) =>
      conversation.tell({ actor: kim, action, answers: { ...begun.form.carried, ...answers }, on: 'slack' });
    await typedInto(begun.form, { words, ana: kim, heard }, send);
  }
}

/** False: it cannot be asked now. */
async function fillIn(
  scene: Scene,
  { action, alert }: { readonly action: AskingActionId; readonly alert: number },
): Promise<boolean> {
  const { conversation, kim, heard } = scene;
  const asked = await conversation.press({ actor: kim, alert, action });
  heard.reply(action, asked);
  if (asked.kind !== 'form') return false;
  let form: Form = asked.form;
  // A form may lead to another.
  for (let step = 0; step < 3; step += 1) {
    const current = form;
    const came = await typedInto(current, scene, (answers) =>
      conversation.submit({ actor: kim, alert, action, answers: { ...current.carried, ...answers } }),
    );
    if (came.kind !== 'form') return true;
    form = came.form;
  }
  return true;
}

/** Types the words into all its fields; where they are refused, what was right besides. */
async function typedInto(
  form: Form,
  { words, ana, heard }: Pick<Scene, 'words' | 'ana' | 'heard'>,
  send: (answers: Answers) => Promise<Reply | Mend>,
): Promise<Reply | Mend> {
  const { action } = form;
  heard.form(action, form);
  const hostile = answersOf(form, (field) =>
    isTyped(field) ? words.slice(0, field.maxLength) : beside(field, ana),
  );
  for (const field of form.fields.filter(isTyped)) heard.fields.add(`${action}.${field.name}`);
  const first = await send(hostile);
  heard.reply(action, first);
  if (first.kind !== 'mend') {
    heard.taken.add(action);
    return first;
  }
  heard.mended(action, first.form ?? form, hostile, first);
  const mended = answersOf(form, (field) => {
    if (!isTyped(field)) return beside(field, ana);
    return field.name in first.faults ? (RIGHT[field.name] ?? 'refund') : words.slice(0, field.maxLength);
  });
  const second = await send(mended);
  heard.reply(action, second);
  if (second.kind !== 'mend') heard.taken.add(action);
  return second;
}

function answersOf(form: Form, answer: (field: Field) => string): Answers {
  return Object.fromEntries(form.fields.map((field) => [field.name, answer(field)]));
}

function beside(field: Exclude<Field, { kind: 'text' }>, somebody: Staff): string {
  if (field.kind === 'person') return somebody.id;
  // The last is the one that reads a typed field, where one does.
  return (field.name === 'span' ? field.options.at(-1) : field.options[0])?.value ?? '';
}

async function digests(world: World, heard: Scene['heard']): Promise<void> {
  for (const kind of AUDIENCE_KINDS) {
    const question = digestQuestion(
      {
        name: kind,
        kind,
        minutes: 8 * 60,
        timeZone: 'UTC',
        weekdays: [0, 1, 2, 3, 4, 5, 6],
        teams: [],
        to: { channelsOf: [], channels: {}, people: [] },
        quiet: 'line',
      },
      '2026-11-21',
    );
    const report = digestReport(await world.database.transaction((store) => readDigest(store, question, {})));
    heard.content(`digest for ${kind}`, { kind: 'report', report });
    heard.content(`digest for ${kind}`, { kind: 'parts', parts: report.parts ?? [] });
    const text = reportText(report, { now: world.clock(), timeZone: 'UTC' });
    heard.add(
      `digest for ${kind} on a terminal`,
      [...text.matchAll(STEERS)].map(([found]) => found),
    );
  }
}

const STEERS = /(?!\n)[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

async function onDesk(
  browser: Browser,
  { words, paper, heard }: { readonly words: string; readonly paper: number; readonly heard: Scene['heard'] },
): Promise<void> {
  const { html } = await browser.get(`/alerts/${paper}`);
  const [customer = '/customers'] = /\/customers\/[0-9a-f-]{36}/u.exec(html) ?? [];
  const typed = encodeURIComponent(words.toWellFormed().slice(0, 150));
  const pages = [
    ...ACTIONS_WITH_FORM.map((_, index) => `/alerts/${index + 1}`),
    ...['/mine', '/heard', '/themes', '/delivery', '/channels/support', '/post-mortems', '/post-mortems/1'],
    '/nowhere',
    customer,
  ];
  for (const path of pages)
    heard.html(path.replace(customer, '/customers/…'), (await browser.get(path)).html);
  heard.html('search', (await browser.get(`/customers?q=${typed}`)).html);
  heard.html(
    'completions',
    (await browser.get(`/completions?line=${encodeURIComponent('/cx-customer ')}${typed}`)).html,
  );
  const from = { back: '/alerts?open=1', place: 'thread' };
  for (const [index, action] of ACTIONS_WITH_FORM.entries()) {
    const fields = { 'field-note': words, 'field-why': words, 'field-until': words, 'field-due': words };
    const sent = await browser.post(`/alerts/${index + 1}/${action}/answers`, { ...from, ...fields });
    heard.html(`${action} on the desk`, sent.html);
  }
  heard.html(
    'command',
    (await browser.post('/command', { line: words.slice(0, 200), back: '/alerts' })).html,
  );
  const themed = { from: 'refunds', to: words };
  heard.html('theme renamed', (await browser.post('/themes', themed)).html);
  heard.html('themes', (await browser.get('/themes')).html);
  heard.html('alert of the theme', (await browser.get(`/alerts/${paper}`)).html);
  const section = { version: '0', text: words };
  heard.html('section', (await browser.post('/post-mortems/1/sections/worked', section)).html);
  heard.html('section again', (await browser.post('/post-mortems/1/sections/worked', section)).html);
  heard.html('paper', (await browser.get('/post-mortems/1')).html);
  const file = (await browser.get('/post-mortems/1.md')).html;
  // Staff may write lists into a section; a list does nothing.
  heard.add(
    'file',
    aliveInGfm(file).filter((found) => found !== 'list' && found !== 'number'),
  );
}

function createHeard(now: Date) {
  const found = new Map<string, string[]>();
  const add = (where: string, alive: readonly string[]): void => {
    found.set(where, [...(found.get(where) ?? []), ...alive.map(alikeWhateverTheNumber)]);
  };
  const slack = (where: string, rendered: unknown): void =>
    add(`${where} on Slack`, aliveOnSlack(rendered).map(boldAside));
  const teams = (where: string, rendered: unknown): void =>
    add(`${where} on Teams`, aliveOnTeams(rendered).filter(isOfOthers));
  const mentions = (): undefined => undefined;
  const content = (where: string, said: Content): void => {
    const call = { messageId: 'm', channel: 'C0SUPPORT1', direct: false, content: said };
    slack(where, messageBody(call, mentions));
    slack(where, plainBody(call, mentions, { keepsId: true }));
    teams(where, renderMessage(said, { mentions }));
    teams(where, renderPlainMessage(said, { mentions }));
  };
  const note = (where: string, said: Extract<Reply, { kind: 'note' }>['note']): void => {
    slack(where, { blocks: noteOnSlack(said).blocks });
    teams(where, noteOnTeams(said, { now }));
    teams(where, { text: noteText(said, { now }) });
  };
  const form = (where: string, asked: Form, more: Parameters<typeof formOnTeams>[1] = {}): void => {
    slack(where, formOnSlack(asked, {}));
    teams(where, formOnTeams(asked, more));
    teams(where, dialogOnTeams(asked, more));
  };
  return {
    fields: new Set<string>(),
    taken: new Set<string>(),
    add,
    content,
    note,
    form,
    html: (where: string, html: string): void => add(`${where}${PAGE}`, tagsIn(html)),
    mended: (where: string, asked: Form, given: Answers, { faults }: Mend): void =>
      form(where, asked, { given, faults }),
    reply(where: string, reply: Reply | Mend): void {
      if (reply.kind === 'note') note(where, reply.note);
      if (reply.kind === 'form') form(where, reply.form);
      if (reply.kind === 'done' && reply.report) content(where, { kind: 'report', report: reply.report });
    },
    readings: (): Readings => found,
  };
}

/** Our own bold and the link to the source are around the words of others. */
function isOfOthers(each: string): boolean {
  return !['formatted', '<b>', '</b>'].includes(each);
}

function boldAside(each: string): string {
  return each.startsWith('formatted *') ? 'formatted' : each;
}

function alikeWhateverTheNumber(each: string): string {
  return each.replace(/\d+/gu, '0');
}

/** Every tag with the names of its attributes; whatever leads away from the desk, whole. */
function tagsIn(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!][^\s>]*(?:\s(?:"[^"]*"|[^"<>])*)?>/giu)].map(([tag]) => {
    const away = /\s(?:href|src|action|formaction)="(?![/#])[^"]*"/u.exec(tag)?.[0] ?? '';
    return `${tag.replace(/"[^"]*"/gu, '""')}${away}`;
  });
}
