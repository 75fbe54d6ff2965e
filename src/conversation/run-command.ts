import { alertsNote, type Listed, MOST_LISTED } from '../cards/alerts-note.js';
import { unknownNote, whichAlertNote, whichTeamNote } from '../cards/bad-input-note.js';
import { claimedNote } from '../cards/claimed-note.js';
import { helpNote } from '../cards/help-note.js';
import { mineNote } from '../cards/mine-note.js';
import type { Note } from '../cards/note.js';
import type { Policy } from '../domain/policy.js';
import type { Staff } from '../domain/staff.js';
import { askReport } from '../cards/tellings/report-voice.js';
import { howToReportNote } from '../cards/tellings/telling-notes.js';
import { changeAlert } from '../use-cases/change-alert.js';
import type { AlertFilter } from '../use-cases/read-alerts.js';
import { whyNot } from './answer.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { TypedLine } from './conversation.js';
import { findTeam, meantByTeam } from './find-team.js';
import { parseCommand, type Unknown } from './parse-command.js';
import { postMortemCommand } from './post-mortem-command.js';
import { summarise } from './summarise.js';
import { tellCustomer } from './tell-customer.js';

/** Does what a typed line asks for. */
export async function runCommand(deps: ConversationDeps, asked: TypedLine): Promise<Note> {
  const { actor, line, team } = asked;
  const typed = parseCommand(line);
  switch (typed.kind) {
    case 'help':
      return helpNote();
    case 'unknown':
      return unknownNote(typed.command === '/cx-alerts' ? withTeam(typed, deps.policy) : typed);
    case 'which_alert':
      return whichAlertNote();
    case 'claim':
      return claim(deps, actor, typed.alert);
    case 'mine':
      return mine(deps, actor);
    case 'post_mortem':
      return postMortemCommand(deps, actor, typed);
    case 'summary':
      return summarise(deps, asked, typed.words);
    case 'report': {
      const { text } = typed;
      return { ...howToReportNote(), opens: askReport({ once: deps.newId(), ...(text !== '' && { text }) }) };
    }
    case 'customer':
      return tellCustomer(deps, actor, typed.sought);
    case 'alerts': {
      if (typed.show !== 'team') return list(deps, actor, { show: typed.show });
      const found = findTeam({ policy: deps.policy, actor, name: typed.name, channelTeam: team });
      if (found.kind === 'team') return list(deps, actor, { show: 'team', team: found.team });
      return whichTeamNote({
        why: found.kind,
        teams: found.teams,
        ...(typed.name !== undefined && { typed: typed.name }),
      });
    }
  }
}

function withTeam(typed: Unknown, policy: Policy): Unknown {
  const meant = typed.meant ?? meantByTeam(typed.typed, policy);
  return meant === undefined ? typed : { ...typed, meant };
}

async function claim(deps: ConversationDeps, actor: Staff, alert: number): Promise<Note> {
  const result = await changeAlert(deps, { alert, actorId: actor.id, change: { verb: 'claim' } });
  return result.outcome === 'changed' ? claimedNote(result.view) : whyNot(result, { actor, action: 'claim' });
}

async function mine(deps: ConversationDeps, actor: Staff): Promise<Note> {
  const filter = { show: 'mine', staffId: actor.id, order: 'due' } as const;
  return mineNote(await deps.transaction((store) => store.listAlerts(filter, MOST_LISTED)));
}

async function list(deps: ConversationDeps, actor: Staff, listed: Listed): Promise<Note> {
  const filter = filterFor(listed, actor);
  const { views, total } = await deps.transaction((store) => store.listAlerts(filter, MOST_LISTED));
  return alertsNote({ listed, views, total, actor });
}

function filterFor(listed: Listed, actor: Staff): AlertFilter {
  switch (listed.show) {
    case 'mine':
      return { show: 'mine', staffId: actor.id };
    case 'team':
      return { show: 'team', team: listed.team };
    case 'all':
    case 'unclaimed':
      return { show: listed.show };
  }
}
