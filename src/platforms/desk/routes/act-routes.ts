/** What people do on the desk: press, fill in, type. Every one is a plain form post that leads back to the page it came from. */
import type { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { asksFirst, isAction, isTelling } from '../../../cards/actions.js';
import type { Note } from '../../../cards/note.js';
import { themeNote } from '../../../cards/theme-note.js';
import { line } from '../../../cards/text.js';
import type { Reply } from '../../../conversation/conversation.js';
import { type PageAddress, readAddress, writeAddress } from '../address.js';
import { type Place, PLACES, type Said } from '../answers.js';
import { readAnswers } from '../render/render-form.js';
import { actorOf } from './actor-of.js';
import { actAsCookie, type Desk, type DeskContext, type DeskEnv, UUID } from './desk-app.js';

const ACT_AS_SECONDS = 30 * 86_400;

export function actRoutes(app: Hono<DeskEnv>, desk: Desk): void {
  const { deps } = desk;

  app.post('/alerts/:number{[0-9]{1,9}}/:action', async (context) => {
    const action = context.req.param('action');
    if (!isAction(action)) return context.notFound();
    const sent = await readSent(context);
    const alert = Number(context.req.param('number'));
    const reply = await deps.conversation.press({ actor: await actorOf(context, desk), alert, action });
    return goBack(context, desk, { ...sent, alert }, reply);
  });

  app.post('/alerts/:number{[0-9]{1,9}}/:action/answers', async (context) => {
    const action = context.req.param('action');
    if (!isAction(action) || !asksFirst(action)) return context.notFound();
    const sent = await readSent(context);
    const alert = Number(context.req.param('number'));
    const actor = await actorOf(context, desk);
    const given = readAnswers(sent.fields);
    const outcome = await deps.conversation.submit({ actor, alert, action, answers: given });
    if (outcome.kind !== 'mend') {
      // The form has had its answer.
      const address = { ...sent.address, answer: undefined };
      return goBack(context, desk, { ...sent, address, alert }, outcome);
    }
    if (outcome.form)
      return goBack(
        context,
        desk,
        { ...sent, alert },
        { kind: 'form', form: outcome.form },
        { given, faults: outcome.faults },
      );
    // The form as it stands now; where the alert changed meanwhile, the refusal that comes instead.
    const asked = await deps.conversation.press({ actor, alert, action });
    return goBack(context, desk, { ...sent, alert }, asked, { given, faults: outcome.faults });
  });

  app.post('/tell/:action/answers', async (context) => {
    const action = context.req.param('action');
    if (!isTelling(action)) return context.notFound();
    const sent = { ...(await readSent(context)), place: 'command' as const };
    const actor = await actorOf(context, desk);
    const given = readAnswers(sent.fields);
    const outcome = await deps.conversation.tell({ actor, action, answers: given, on: 'desk' });
    if (outcome.kind !== 'mend') return goBack(context, desk, sent, outcome);
    const { form, faults } = outcome;
    return form ? goBack(context, desk, sent, { kind: 'form', form }, { given, faults }) : context.notFound();
  });

  app.post('/command', async (context) => {
    const sent = await readSent(context);
    const typed = (sent.fields.get('line') ?? '').trim();
    if (typed === '') return context.redirect(writeAddress(sent.address), 303);
    const channel = sent.fields.get('channel');
    const team = channel === null ? undefined : deps.teamOf(channel);
    const note = await deps.conversation.command({
      actor: await actorOf(context, desk),
      line: typed,
      ...(team !== undefined && { team }),
      ...(channel !== null && deps.channels.includes(channel) && { place: { platform: 'desk', channel } }),
    });
    const at = { ...sent, place: 'command' as const };
    if (note.opens) return tell(context, desk, at, { kind: 'form', form: note.opens, given: {}, faults: {} });
    return tell(context, desk, at, { kind: 'note', note, asked: typed });
  });

  app.post(`/reports/:id{${UUID}}/share`, async (context) => {
    const sent = await readSent(context);
    const report = context.req.param('id');
    const note = await deps.conversation.share({ actor: await actorOf(context, desk), report });
    return tell(context, desk, sent, { kind: 'note', note });
  });

  app.post('/themes', async (context) => {
    const { fields } = await readSent(context);
    const renamed = await deps.themes.rename({
      from: fields.get('from') ?? '',
      to: fields.get('to') ?? '',
      actorId: (await actorOf(context, desk)).id,
    });
    const sent: Sent = { fields, address: { path: '/themes' }, place: 'command' };
    return tell(context, desk, sent, { kind: 'note', note: themeNote(renamed) });
  });

  app.post('/act-as', async (context) => {
    const { fields, address } = await readSent(context);
    // An operator's desk does not look at it.
    setCookie(context, actAsCookie(context), fields.get('staff') ?? '', {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: ACT_AS_SECONDS,
    });
    return context.redirect(writeAddress({ path: address.path }), 303);
  });

  app.post(`/delivery/:id{${UUID}}/retry`, async (context) => {
    const sent = await readSent(context);
    if (await deps.retryMessage(context.req.param('id'))) {
      deps.changes.publish();
      return context.redirect(writeAddress({ ...sent.address, answer: undefined }), 303);
    }
    return tell(context, desk, sent, { kind: 'note', note: NOT_GIVEN_UP });
  });

  app.post('/sample', async (context) => {
    const { address } = await readSent(context);
    if (!deps.sendSample) return context.notFound();
    await deps.sendSample();
    return context.redirect(writeAddress(address), 303);
  });
}

const NOT_GIVEN_UP: Note = {
  lines: [line('That message is not given up any more: it was sent, or is waiting. Nothing changed.')],
};

interface Sent {
  readonly fields: URLSearchParams;
  readonly address: PageAddress;
  readonly place: Place;
  readonly alert?: number;
}

async function readSent(context: DeskContext): Promise<Sent> {
  const fields = new URLSearchParams(await context.req.text());
  return {
    fields,
    address: readAddress(fields.get('back') ?? ''),
    place: PLACES.find((place) => place === fields.get('place')) ?? 'stream',
  };
}

/** Back to the page, with the answer where there is more to say than the card tells. */
function goBack(
  context: DeskContext,
  desk: Desk,
  sent: Sent,
  reply: Reply,
  filled: Pick<Said & { kind: 'form' }, 'given' | 'faults'> = { given: {}, faults: {} },
): Response {
  switch (reply.kind) {
    case 'done':
      return context.redirect(doneAddress(sent), 303);
    case 'note':
      return tell(context, desk, sent, { kind: 'note', note: reply.note });
    case 'form':
      return tell(context, desk, sent, { kind: 'form', form: reply.form, ...filled });
  }
}

function doneAddress({ address, place, alert }: Sent): string {
  const isList = address.path === '/alerts' || address.path === '/mine';
  const answer = place === 'command' ? address.answer : undefined;
  return writeAddress({ ...address, answer, ...(isList && { kept: alert }) }, anchorOf(place, alert));
}

function tell(context: DeskContext, { answers }: Desk, sent: Sent, said: Said): Response {
  const { address, place, alert } = sent;
  const answer = answers.keep(context.get('session'), { place, said, ...(alert !== undefined && { alert }) });
  return context.redirect(writeAddress({ ...address, answer }, anchorOf(place, alert)), 303);
}

/** Where the eye should be when the whole page comes anew. */
function anchorOf(place: Place, alert: number | undefined): string {
  if (place === 'stream' && alert !== undefined) return `cx-${alert}`;
  return place === 'thread' ? 'thread' : 'command-answer';
}
