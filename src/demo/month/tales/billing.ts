/** Bills: few, mostly mended within the day. */
import { by, claims, dismisses, mends, promises, reaches, resolves } from '../acts.js';
import { ces, csat, escalated, nps, type Tale } from '../tale.js';

const TWICE = 'Paused box was billed and then billed again on resuming';
const VAT = 'Sales tax of the old address stayed on the account';

export const BILLING: readonly Tale[] = [
  {
    on: '32 14:40',
    as: csat(2, 'email'),
    who: 'Leopold Achterkamp',
    text: 'I paused the box for August and was charged twice in September. I was hoping for some sort of average.',
    then: mends('rafael', 28, 170, TWICE),
  },
  // "The invoice is wrong: I moved in spring and still pay the tax of my old country."
  {
    on: '16 13:08',
    as: csat(2, 'email'),
    who: 'Svenja Petersohn',
    language: 'de',
    zone: 'Europe/Berlin',
    text: 'Die Rechnung stimmt nicht: Ich bin im Frühjahr umgezogen und zahle noch immer die Steuer des alten Landes.',
    then: mends('hana', 19, 210, VAT),
  },
  {
    on: '28 11:17',
    as: ces(3),
    who: 'Quentin Ashby-Rolfe',
    text: 'To find my own invoice I had to remember which of four names you give it. It was “document”.',
    then: mends('hana', 34, 130, 'Invoices have four names in the app', 'partly'),
  },
  {
    on: '11 09:40',
    as: csat(2, 'chat'),
    who: 'Fadwa Haddadi',
    text: 'Billed twice for one coffee. It’s good coffee. It is not that good.',
    then: mends('rafael', 22, 115, TWICE),
  },
  // "They charged me twice for the month in which I was in hospital and ate nothing of yours."
  {
    on: '7 15:30',
    as: csat(1, 'phone'),
    who: 'Encarnación Vidal',
    language: 'es',
    zone: 'Europe/Madrid',
    text: 'Me han cobrado dos veces el mes en que no abrí ni una caja, porque estaba en casa de mi hermana.',
    then: [...by('rafael', claims(16), promises(24, 90), reaches(92), resolves(150, 'recovered', TWICE))],
  },
  {
    on: '4 09:52',
    as: nps(6),
    who: 'Isolde Frayne',
    text: 'A direct debit on the 1st, one on the 3rd and an apology on the 5th. In future only the apology, please.',
    then: mends('hana', 37, 190, TWICE),
  },
  {
    on: '2 13:02',
    as: escalated('email'),
    who: 'Cornelius Obi',
    text: 'I am overcharged by exactly the price of one onion each week. I don’t want the money. I want to know about the onion.',
    then: [
      ...by(
        'hana',
        claims(14),
        reaches(40),
        resolves(300, 'recovered', 'Weights are rounded up on loose goods'),
      ),
    ],
  },
  {
    on: '1 14:20',
    as: csat(2, 'in-app'),
    who: 'Maureen Tapsell',
    text: 'There’s an unexpected charge of £0.00. It has come with a receipt, and I find I am quite worried about it.',
    then: [...by('hana', claims(20), dismisses(60, 'misread', 'A receipt for nothing, but a friendly one'))],
  },
];
