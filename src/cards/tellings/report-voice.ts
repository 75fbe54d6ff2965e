import type { HeardReport } from '../../domain/heard-report.js';
import { oneLine, shorten } from '../../domain/plain-text.js';
import type { SaidMessage } from '../../domain/said-message.js';
import { type Metric, type Score, USUAL_SCALES } from '../../domain/score.js';
import type { Signal } from '../../domain/signal.js';
import type { Faults } from '../form-kind.js';
import { type Answers, CARRIED_MAX_LENGTH, type TellingForm } from '../form.js';
import { ADDRESS_MAX_LENGTH, HEARD_TEXT_MAX_LENGTH, WHOM_MAX_LENGTH } from '../form-limits.js';
import { readAddress } from '../read-address.js';
import { type Answer, gather, readOptionalChoice, readOptionalText, readText } from '../read-answer.js';

const CHANNELS = ['call', 'email', 'chat', 'meeting', 'social media', 'event'] as const;
const CHANNEL_LABELS: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  call: 'On a call',
  email: 'By e-mail',
  chat: 'In a chat',
  meeting: 'In a meeting',
  'social media': 'On social media',
  event: 'At an event',
};

const GRAVITIES = ['critical', 'high', 'normal', 'praise'] as const;
const GRAVITY_LABELS: Readonly<Record<(typeof GRAVITIES)[number], string>> = {
  critical: 'Critical: somebody must act now',
  high: 'High',
  normal: 'Normal',
  praise: 'Praise: nobody has to act',
};

/** Whose scale a score is most likely on, by its best value. */
const METRIC_OF_BEST: ReadonlyMap<number, Metric> = new Map([
  [5, 'csat'],
  [7, 'ces'],
  [10, 'nps'],
]);

const SCORE_MAX_LENGTH = 20;
const SCORE_EXAMPLE = '2 of 5';

/** Asks what was heard. Filled in as far as the message tells that it was taken from. */
export function askReport({
  message,
  text,
  once,
}: {
  readonly message?: SaidMessage;
  /** Typed behind the command. */
  readonly text?: string;
  /** Names this report, where no message does. */
  readonly once: string;
}): TellingForm {
  const said = message?.text ?? text ?? '';
  return {
    action: 'report_voice',
    title: 'Report a voice',
    intro:
      'It is decided on like every other voice: an alert where somebody must act, else kept on the customer’s timeline. You hear which.',
    submit: 'Report',
    carried: { once: message?.key ?? once },
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: 'What they said',
        required: true,
        multiline: true,
        maxLength: HEARD_TEXT_MAX_LENGTH,
        hint: 'In their own words, as far as you remember: “third time I call about the same refund”.',
        ...(said !== '' && { initial: shorten(said, HEARD_TEXT_MAX_LENGTH) }),
      },
      {
        kind: 'text',
        name: 'customer',
        label: 'Which customer',
        required: false,
        multiline: false,
        maxLength: WHOM_MAX_LENGTH,
        hint: 'Their e-mail address, or a name: maria@acme.example, Maria Lopez at Acme.',
      },
      {
        kind: 'choice',
        name: 'channel',
        label: 'Where you heard it',
        required: false,
        options: CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] })),
      },
      {
        kind: 'text',
        name: 'score',
        label: 'Score, where they gave one',
        required: false,
        multiline: false,
        maxLength: SCORE_MAX_LENGTH,
        hint: SCORE_EXAMPLE,
      },
      {
        kind: 'choice',
        name: 'gravity',
        label: 'How grave, where you can tell',
        required: false,
        options: GRAVITIES.map((value) => ({ value, label: GRAVITY_LABELS[value] })),
      },
      {
        kind: 'text',
        name: 'link',
        label: 'Link',
        required: false,
        multiline: false,
        maxLength: ADDRESS_MAX_LENGTH,
        hint: 'https://crm.example.com/call/1234',
        ...(message?.link !== undefined && { initial: message.link }),
      },
    ],
  };
}

export function readReport(answers: Answers): { readonly report: HeardReport } | { readonly faults: Faults } {
  const read = gather({
    text: readText(answers['text'], HEARD_TEXT_MAX_LENGTH, 'Say what they said, in a sentence at least.'),
    customer: readOptionalText(answers['customer'], WHOM_MAX_LENGTH),
    score: readScore(answers['score']),
    link: readAddress(answers['link']),
    once: readText(answers['once'], CARRIED_MAX_LENGTH, 'Open the form once more.'),
    channel: readOptionalChoice(answers['channel'], CHANNELS, 'Choose where.'),
    gravity: readOptionalChoice(answers['gravity'], GRAVITIES, 'Choose one.'),
  });
  if ('faults' in read) return read;
  const { values } = read;
  return {
    report: {
      text: values.text,
      once: values.once,
      ...(values.customer !== undefined && whom(values.customer)),
      ...(values.score && { score: values.score }),
      ...(values.link !== undefined && { url: values.link }),
      ...(values.channel !== undefined && { channel: values.channel }),
      ...(values.gravity !== undefined && { gravity: values.gravity }),
    },
  };
}

/** "maria@acme.example", "Maria Lopez", "Maria Lopez at Acme", "Maria Lopez <maria@acme.example>". */
function whom(typed: string): Pick<Signal, 'customer' | 'account'> {
  const [person = '', account = ''] = oneLine(typed).split(/\s+at\s+(?=\S)/u, 2);
  const email = /[^\s<>(),;|:]+@[^\s<>(),;|:@]+\.[^\s<>(),;|:@]+/u.exec(person)?.[0];
  const name = (email === undefined ? person : person.replace(email, ''))
    .replace(/[<>(),;|]|mailto:/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return {
    ...((name !== '' || email !== undefined) && {
      customer: {
        ...(name !== '' && { name }),
        ...(email !== undefined && { email: email.toLowerCase() }),
      },
    }),
    ...(account !== '' && { account: { name: account } }),
  };
}

/** "2 of 5", "2/5", "6 out of 10", "3 stars". */
function readScore(given: string | undefined): Answer<Score | undefined> {
  const read = readOptionalText(given, SCORE_MAX_LENGTH);
  if ('fault' in read || read.value === undefined) return { value: undefined };
  const typed = read.value.normalize('NFKC').toLowerCase().replace(',', '.');
  const stars = /^([1-5](?:\.\d)?)\s*(?:stars?|\*|★)$/u.exec(typed)?.[1];
  const [, value, best] = stars
    ? [typed, stars, '5']
    : (/^(\d{1,3}(?:\.\d)?)\s*(?:of|out of|\/|von)\s*(\d{1,3})$/u.exec(typed) ?? []);
  const metric = stars ? 'stars' : METRIC_OF_BEST.get(Number(best));
  if (value === undefined || metric === undefined)
    return { fault: `Write it as ${SCORE_EXAMPLE}, 6 of 10 or 2 stars.` };
  const scale = USUAL_SCALES[metric];
  if (Number(value) < scale.min || Number(value) > scale.max)
    return { fault: `From ${scale.min} to ${scale.max}, such as ${scale.min + 1} of ${scale.max}.` };
  return { value: { metric, value: Number(value), scale } };
}
