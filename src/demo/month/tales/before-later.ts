/** The second half of the month before. */
import { MARLOWE_DENTAL } from '../../voices/accounts.js';
import { by, claims, dismisses, mends, misses, promises, reaches, resolves, staysOn } from '../acts.js';
import { cancelled, ces, csat, nps, post, stars, type Tale, thumb } from '../tale.js';

const SHORT = 'Round 14 was short of a driver';
const PACKING = 'Glass was packed without a divider';
const TWICE = 'Paused box was billed and then billed again on resuming';

export const BEFORE_LATER: readonly Tale[] = [
  {
    on: '31 15:55',
    as: csat(1, 'phone'),
    who: 'Ebenezer Quaye',
    text: 'Your agent was rude to my mother and, which is worse, right.',
    then: [
      ...by('amara', claims(8), promises(14, 120), reaches(118, 'call', 'Rang his mother')),
      ...by('amara', resolves(170, 'recovered', 'Tone under pressure at noon')),
    ],
  },
  {
    on: '30 09:58',
    as: stars(2, 'google play'),
    who: 'Katarzyna Wrona',
    language: 'pl',
    zone: 'Europe/Warsaw',
    // "The basket empties itself. Perhaps it wants to tell me something about my spending."
    text: 'Koszyk sam się opróżnia. Może chce mi coś powiedzieć o moich wydatkach.',
    then: mends('jonas', 27, 380, 'Basket is emptied at midnight, somewhere'),
  },
  {
    on: '30 14:14',
    as: csat(2, 'chat'),
    who: 'Jocasta Freeland',
    text: 'My invoice is wrong and so is the corrected one, differently.',
    then: mends('hana', 21, 95, 'Corrections use the old price list'),
  },
  {
    on: '29 11:50',
    as: csat(2, 'email'),
    who: 'Anselm Dorfner',
    text: 'Refunded the cat litter, kept the cat tree. The cat has noticed.',
    then: mends('rafael', 33, 170, 'Two returns in one parcel'),
  },
  {
    on: '29 16:31',
    as: csat(2, 'in-app'),
    who: 'Philomena Darko',
    text: 'Parcel left “in a safe place”. We are still looking. It must be very safe.',
    tags: ['courier'],
    then: [
      ...by('siobhan', claims(95), misses(110, 400), resolves(560, 'no_reply', 'Safe place was not named')),
    ],
  },
  {
    on: '28 10:40',
    as: cancelled('email'),
    who: 'Gerrit Vos',
    zone: 'Europe/Amsterdam',
    text: 'We are moving on to a boat. There is no door. Please cancel my subscription, fondly.',
    then: [
      ...by(
        'jonas',
        claims(14),
        reaches(30, 'email'),
        resolves(50, 'not_recoverable', 'Moves where we do not go'),
      ),
    ],
  },
  // "Delivered late two weeks running; the excuse was also late."
  {
    on: '28 15:20',
    as: nps(4),
    who: 'Gwenaëlle Morvan',
    language: 'fr',
    zone: 'Europe/Paris',
    text: 'Livrée en retard deux semaines de suite. Les excuses aussi.',
    then: mends('dilan', 140, 290, SHORT),
  },
  {
    on: '27 09:15',
    as: csat(2, 'phone'),
    who: 'Silas Kirkbride',
    text: 'I can’t sign in with my old number, and the new one is the reason I want to.',
    then: mends('jonas', 11, 60, 'Number can only be changed when signed in'),
  },
  {
    on: '27 13:44',
    as: csat(2, 'email'),
    who: 'Ngozi Adeyemi',
    from: MARLOWE_DENTAL,
    text: 'Forty boxes of gloves, all for left hands. I admire the packing. It is the wrong product all the same.',
    then: [
      ...by('dilan', claims(28), reaches(40), resolves(180, 'recovered', 'Left and right have one bar code')),
    ],
  },
  {
    on: '26 10:12',
    as: csat(1, 'chat'),
    who: 'Anneliese Frick',
    text: 'I was overcharged for a week I had paused, and the week before it for pausing.',
    then: [...by('rafael', claims(19), promises(30, 100), reaches(97), resolves(160, 'recovered', TWICE))],
  },
  {
    on: '26 16:16',
    as: post(2_200),
    who: 'Jomo Achieng',
    text: 'Worst company for people with a hill. Best company for people without one. I have a hill, @pelliworth.',
    then: [
      ...by(
        'siobhan',
        claims(65),
        reaches(80, 'chat'),
        resolves(200, 'partly', 'Hill is a stairway on the map'),
      ),
    ],
  },
  {
    on: '25 09:40',
    as: csat(2, 'in-app'),
    who: 'Perdita Lovell',
    text: 'Refund for a broken lid: yes. Refund for what was under the lid: “please specify”. Soup.',
    then: mends('hana', 25, 210, 'Refund form is for parcels only'),
  },
  {
    on: '25 14:02',
    as: csat(2, 'email'),
    who: 'Ikaika Palakiko',
    text: 'Deliveries are announced by text at 5 a.m. so that one can be awake for them at 4 p.m.',
    then: mends('dilan', 100, 310, 'Texts go out when the van is loaded', 'partly'),
  },
  {
    on: '24 11:05',
    as: ces(3),
    who: 'Merete Falk',
    zone: 'Europe/Copenhagen',
    text: 'Adding my husband to the account needed my husband, his telephone, and for some reason his shoe size.',
    then: mends('amara', 20, 240, 'Form was copied from the shoe shop'),
  },
  {
    on: '24 15:33',
    as: csat(2, 'chat'),
    who: 'Blaise Okafor-Jones',
    text: 'The parcel never arrived and the chat congratulated me on it.',
    then: [
      ...by(
        'siobhan',
        claims(85),
        promises(95, 170),
        staysOn(300),
        reaches(420),
        resolves(500, 'recovered', SHORT),
      ),
    ],
  },
  {
    on: '23 10:20',
    as: nps(6),
    who: 'Ottilie Brandt',
    text: 'Nice people. So many e-mails from the nice people.',
    then: [...by('jonas', claims(22), dismisses(40, 'handled', 'Letters were switched off by her'))],
  },
  {
    on: '23 14:50',
    as: csat(2, 'email'),
    who: 'Ximena Aldana',
    language: 'es',
    zone: 'Europe/Madrid',
    // "The parcel arrived broken and the glue with which I mended it is better than the box."
    text: 'Llegó roto, y el pegamento con el que lo arreglé costó más que el florero.',
    then: mends('siobhan', 70, 230, PACKING),
  },
  {
    on: '22 09:30',
    as: csat(2, 'in-app'),
    who: 'Marvin Stubbings',
    text: 'Charged the wrong card, the one that belongs to my wife. We have had a talk about coffee.',
    then: mends('rafael', 27, 120, 'Newest card is charged, not the chosen one'),
  },
  {
    on: '22 13:21',
    as: thumb('bad'),
    who: 'Adaline Croft',
    text: 'Asked when. Was told how. Did not ask how.',
    then: [...by('amara', claims(13), dismisses(25, 'misread', 'She was joking with the bot'))],
  },
  {
    on: 'sat 6 12:30',
    as: csat(2, 'in-app'),
    who: 'Basil Whitcombe',
    text: 'Saturday box, delivered late, to be eaten on Friday.',
    then: mends('dilan', 90, 240, SHORT),
  },
  {
    on: 'sun 7 18:10',
    as: nps(5, 'in-app'),
    who: 'Freya Holmqvist',
    zone: 'Europe/Stockholm',
    text: 'On Sundays the app offers me Monday. I was hoping to keep Sunday.',
    then: mends('jonas', 30, 150, 'Sunday is no day of the calendar in the app', 'partly'),
  },
];
