/** The first half of the month before: quieter, and what the figures of the last one are held against. */
import { KETTLEWICK_BREWING, SALTMARSH_POTTERY, VILLA_ROSKVA } from '../../voices/accounts.js';
import { by, claims, mends, promises, reaches, resolves, snoozes } from '../acts.js';
import { ces, csat, escalated, nps, reported, stars, type Tale, thumb } from '../tale.js';

const SHORT = 'Round 14 was short of a driver';
const PACKING = 'Glass was packed without a divider';
const TWICE = 'Paused box was billed and then billed again on resuming';

export const BEFORE_EARLY: readonly Tale[] = [
  {
    on: '40 10:10',
    as: csat(2, 'email'),
    who: 'Constance Adebayo',
    text: 'The box was delivered to my old flat, where they like me and ate it.',
    then: mends('dilan', 60, 200, 'Change of address takes two days'),
  },
  {
    on: '40 14:25',
    as: nps(6),
    who: 'Ulrike Sommerfeld',
    text: 'It is all perfectly fine and I would not recommend it to anybody. Is that a six?',
    then: mends('jonas', 20, 90, 'No particular cause', 'not_an_issue'),
  },
  {
    on: '39 09:45',
    as: csat(2, 'chat'),
    who: 'Emeka Nwosu',
    text: 'Charged twice, thanked twice. I would settle for one of each.',
    then: mends('rafael', 24, 110, TWICE),
  },
  {
    on: '39 15:05',
    as: csat(2, 'phone'),
    who: 'Callum Fairweather',
    from: KETTLEWICK_BREWING,
    text: 'Your van didn’t come for the casks. It went past. My lad saw the driver, the driver saw my lad. Courier of the year.',
    tags: ['courier'],
    then: [...by('dilan', claims(70), promises(80, 200), reaches(196), resolves(280, 'recovered', SHORT))],
  },
  {
    on: '38 11:30',
    as: csat(1, 'email'),
    who: 'Marguerite Poole',
    text: 'I sent back the wrong rice and got a refund for the right one. I don’t know what I own any more.',
    then: mends('hana', 26, 150, 'Return slip was not matched to the order'),
  },
  {
    on: '37 10:02',
    as: csat(2, 'in-app'),
    who: 'Takumi Ono',
    zone: 'Asia/Tokyo',
    text: 'Two eggs missing, four broken, six perfect. The six were very good.',
    then: mends('siobhan', 80, 190, PACKING),
  },
  {
    on: '37 16:40',
    as: stars(2, 'app store'),
    who: 'Cillian Roche',
    text: 'Dark mode, please. I order at night, like everybody with children.',
    then: mends('jonas', 35, 400, 'No dark mode', 'not_recoverable'),
  },
  // "The delivery has not come, and on the telephone there is only music, which is good music."
  {
    on: '36 09:33',
    as: csat(2, 'phone'),
    who: 'Friederike Albers',
    language: 'de',
    zone: 'Europe/Berlin',
    text: 'Das Paket ist nicht angekommen, und am Telefon läuft nur Musik. Gute Musik, aber trotzdem.',
    then: mends('dilan', 110, 320, SHORT),
  },
  {
    on: '36 13:13',
    as: escalated('chat'),
    who: 'Abimbola Hart',
    text: 'My order number belongs to somebody in Norwich. We have spoken. She is nice. We would both like our own.',
    then: [
      ...by(
        'amara',
        claims(5),
        promises(12, 90),
        reaches(86),
        resolves(150, 'recovered', 'Order numbers ran twice after a restart'),
      ),
    ],
  },
  {
    on: '35 10:55',
    as: ces(2),
    who: 'Dorit Feldmann',
    text: 'Ending one box took longer than eating it.',
    then: mends('jonas', 18, 160, 'Box can only be ended by telephone', 'partly'),
  },
  {
    on: '35 15:15',
    as: thumb('bad'),
    who: 'Sunniva Lie',
    text: 'I asked a question and got an article. I asked again and got it in bold.',
    then: [
      ...by(
        'amara',
        claims(9),
        reaches(20, 'chat'),
        resolves(45, 'recovered', 'Chat answers with articles first'),
      ),
    ],
  },
  {
    on: '34 09:20',
    as: csat(2, 'email'),
    who: 'Bronwen Pugh',
    from: SALTMARSH_POTTERY,
    text: 'A crate of seconds went to the fair and the good ones stayed in your depot. I sold the seconds as “rustic”. The parcel was late, that is what I write for.',
    then: [
      ...by(
        'siobhan',
        claims(40),
        promises(50, 160),
        reaches(155),
        resolves(300, 'recovered', 'Crates of one sender are loaded together'),
      ),
    ],
  },
  {
    on: '34 14:48',
    as: nps(3),
    who: 'Lamberto Riva',
    text: 'Hours late, and then two vans at once.',
    zone: 'Europe/Rome',
    then: mends('dilan', 130, 260, SHORT),
  },
  {
    on: '33 11:11',
    as: csat(2, 'chat'),
    who: 'Hyacinth Bowen',
    text: 'The refund came as a voucher. The voucher is for plants. I was returning a plant.',
    then: mends('rafael', 29, 140, 'Vouchers are the usual form of refund'),
  },
  {
    on: '33 16:02',
    as: csat(2, 'in-app'),
    who: 'Olivier Stassen',
    zone: 'Europe/Brussels',
    text: 'Same box, new price, and the e-mail about it was called “Good news!”.',
    then: mends('hana', 31, 180, 'Price rise was announced as news', 'partly'),
  },
  {
    on: '32 09:09',
    as: escalated('phone'),
    who: 'Henrik Aas',
    from: VILLA_ROSKVA,
    text: 'The delivery came at four in the morning. The whole hotel met in the corridor. We have become a community.',
    then: [
      ...by(
        'dilan',
        claims(5),
        promises(8, 45),
        reaches(42),
        resolves(110, 'recovered', 'Night round had the wrong hour'),
      ),
    ],
  },
  {
    on: '32 13:37',
    as: csat(2, 'email'),
    who: 'Tamsin Oldroyd',
    text: 'Yoghurt, everywhere. Imagine everywhere, and then the parcel under it.',
    then: mends('siobhan', 75, 200, PACKING),
  },
  {
    on: '31 10:26',
    as: reported('phone'),
    who: 'Night shift, Leeds depot',
    text: 'The cold room door doesn’t shut by itself any more. We push it. Somebody won’t, one night.',
    then: [
      ...by(
        'amara',
        claims(12),
        reaches(40, 'meeting'),
        snoozes(60, 560),
        resolves(700, 'recovered', 'Hinge of the cold room'),
      ),
    ],
  },
];
