import type { AlertView, SignalView } from '../domain/alert-view.js';
import { shorten } from '../domain/plain-text.js';
import { normalise, type Score, scoreInWords } from '../domain/score.js';
import { NO_THEME } from '../domain/triage.js';
import { afterWhat, byWhat, onWhat } from './channel-words.js';
import { known } from './known.js';
import { capital, midSentence } from './sentence.js';
import { themeInWords } from './theme-words.js';

/** Slack's header holds 150 characters: https://docs.slack.dev/reference/block-kit/blocks/header-block. */
const HEADLINE_LIMIT = 150;

/** Who did what, in one line without a full stop: "Maria Lopez at Acme gave 2 of 5 after a call about refunds". */
export function headline(view: AlertView): string {
  return shorten(told(view), HEADLINE_LIMIT);
}

/** The name to call the customer's voice by, as the lead signal or the customer's entry has it. */
export function speaker(view: Pick<AlertView, 'customer'>, signal: SignalView): string | undefined {
  return known(signal.speaker, 60) ?? known(view.customer?.name, 60) ?? known(view.customer?.email, 60);
}

function told(view: AlertView): string {
  const { score, channel, kind } = view.lead;
  const who = whoSpoke(view, 'Someone') ?? 'A customer';
  const theme = themeInWords(themeName(view));
  const about = theme && `about ${theme}`;
  const withTheme = theme && `with ${theme}`;
  const happening = happened(view);
  switch (kind) {
    case 'survey':
      if (score) return gave(who, score, afterWhat(channel), about);
      return happening ?? joined(who, 'answered a survey', afterWhat(channel), about);
    case 'review':
      if (score) return gave(who, score, onWhat(channel), about);
      return happening ?? joined(who, 'wrote a review', onWhat(channel), about);
    case 'report':
      if (score) return gave(who, score, byWhat(channel), about);
      return happening ?? joined(who, 'reported a problem', withTheme, byWhat(channel));
    case 'mention':
      return happening ?? joined(who, 'mentioned us', onWhat(channel), about);
    case 'praise':
      return happening ?? joined(who, 'praised us', onWhat(channel));
    case 'escalation': {
      const whose = whoSpoke(view, 'someone') ?? 'a customer';
      return happening ?? joined('Escalation from', whose, byWhat(channel), about);
    }
    case 'cancellation':
      return happening ?? joined(who, 'is cancelling', byWhat(channel));
    case 'incident': {
      const touched = whoSpoke(view, 'someone') ?? 'customers';
      return happening ?? joined('Incident that touches', touched);
    }
  }
}

/** "Maria Lopez at Acme", "Someone at Acme"; undefined where nobody is named. */
function whoSpoke(view: AlertView, unnamed: 'Someone' | 'someone'): string | undefined {
  const name = speaker(view, view.lead);
  const account = known(view.account?.name, 40);
  if (account === undefined || account === name) return name;
  return `${name ?? unnamed} at ${account}`;
}

/** What the source says happened, with whom it happened to: "Maria Lopez at Acme: priority raised from normal to urgent". */
function happened(view: AlertView): string | undefined {
  const happening = known(view.lead.happening, 120)?.replace(/\.$/u, '');
  const who = whoSpoke(view, 'Someone');
  if (happening === undefined || happening === '') return undefined;
  return who === undefined ? capital(happening) : `${who}: ${midSentence(happening)}`;
}

/** The theme as people say it; undefined where triage named none. */
export function themeName(view: Pick<AlertView, 'alert'>): string | undefined {
  return view.alert.theme === NO_THEME ? undefined : known(view.alert.theme, 40);
}

/** "… gave 2 of 5 after a call about refunds"; a comma where the theme would otherwise seem to be what was scored. */
function gave(who: string, score: Score, where: string | undefined, about: string | undefined): string {
  const told = joined(who, 'gave', given(score), where);
  if (about === undefined) return told;
  return where?.startsWith('after ') ? `${told} ${about}` : `${told}, ${about}`;
}

/** "2 of 5", "1 of 5 stars", "a bad rating". */
function given(score: Score): string {
  if (score.metric === 'thumbs') return `a ${normalise(score) >= 0.5 ? 'good' : 'bad'} rating`;
  return score.metric === 'stars' ? `${scoreInWords(score)} stars` : scoreInWords(score);
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}
