/** Refunds: a trickle until a review queue was put before them a fortnight ago; since then two a day, and each takes days. Long because each has words of its own. */
import {
  by,
  claims,
  hands,
  mends,
  misses,
  promises,
  raises,
  reaches,
  releases,
  reopens,
  resolves,
  staysOn,
} from '../acts.js';
import { ces, csat, escalated, nps, post, reported, stars, type Tale, thumb } from '../tale.js';

const REVIEW = 'Refund stood in the new review queue';
const PAPER = 'Return slip was not matched to the order';

export const REFUNDS: readonly Tale[] = [
  {
    on: '19 10:25',
    as: csat(2, 'email'),
    who: 'Ottoline Hargreaves',
    text: 'Two jars short and a refund of one. I know it is £3.20. It is also the principle, and the marmalade.',
    then: mends('hana', 22, 140, 'One jar was credited instead of two'),
  },
  {
    on: '14 14:05',
    as: csat(2, 'chat'),
    who: 'Bogdan Ilie',
    zone: 'Europe/Bucharest',
    text: 'The label printer you sold me prints on everything except labels. Sent back on the 2nd, no refund yet.',
    then: mends('rafael', 31, 260, PAPER),
  },
  {
    on: '10 09:12',
    as: csat(2, 'email'),
    who: 'Philippa Northcott',
    text: 'Your page says refunds take five days. It is day eight. The page has not changed its mind, so I thought I would ask a person.',
    then: mends('rafael', 24, 1_460, REVIEW),
  },
  {
    on: '10 15:40',
    as: thumb('bad'),
    who: 'Deniz Aydın',
    zone: 'Europe/Istanbul',
    text: 'Asked about my refund. Was told it is “in review”. Asked what is reviewed. Was told it is “in review”.',
    then: mends('hana', 35, 1_220, REVIEW),
  },
  // "I returned the shoes box three weeks ago. Every time I ask for the refund I am sent the same e-mail."
  {
    on: '9 10:18',
    as: nps(3),
    who: 'Carlota Benavides',
    language: 'es',
    zone: 'Europe/Madrid',
    text: 'Devolví la caja hace tres semanas. Cada vez que pregunto por el reembolso me mandan el mismo correo, con mi nombre mal escrito.',
    then: mends('rafael', 40, 1_530, REVIEW),
  },
  {
    on: '9 16:55',
    as: csat(1, 'phone'),
    who: 'Gethin Prosser',
    text: 'Third time I’ve called about £86 for a mixer that never worked. I am a patient man; ask my wife; actually, don’t.',
    then: [
      ...by(
        'hana',
        claims(30),
        promises(42, 180),
        reaches(186, 'call', 'Told him what the queue is and that he is in it'),
        staysOn(900),
      ),
      ...by('hana', resolves(1_640, 'recovered', REVIEW, 'Paid by hand, with postage')),
    ],
  },
  {
    on: '8 11:31',
    as: escalated('email'),
    who: 'Sabine Oberlechner',
    language: 'de',
    zone: 'Europe/Vienna',
    // "The refund was promised for the 9th. I have the e-mail. I would like the money or the person who wrote it."
    text: 'Die Rückerstattung war für den Neunten zugesagt, ich habe die Mail. Ich hätte jetzt gern das Geld oder die Person, die sie geschrieben hat.',
    then: [
      ...by('rafael', claims(18), promises(25, 150), reaches(148), resolves(1_180, 'recovered', REVIEW)),
    ],
  },
  {
    on: '8 13:20',
    as: csat(2, 'in-app'),
    who: 'Marcus Ekwueme',
    text: 'App says refunded. Bank says no. One of you is wrong and the bank has a building.',
    then: mends('hana', 52, 1_390, REVIEW),
  },
  {
    on: '7 09:47',
    as: stars(2, 'app store'),
    who: 'Tuulikki Rautio',
    text: 'Lovely food. But a refund for mouldy berries should not need a photograph, a form and then a second photograph of the form.',
    then: mends('rafael', 66, 900, 'Refunds under £10 ask for a photograph', 'partly'),
  },
  {
    on: '7 12:36',
    as: csat(2, 'chat'),
    who: 'Jermaine Whitlock',
    text: 'I got a really kind person in chat (Hana?) who could see my refund and could not touch it. That must be maddening for you as well.',
    agent: 'Hana Kobayashi',
    then: mends('hana', 20, 1_010, REVIEW),
  },
  {
    on: '6 10:02',
    as: reported('phone'),
    who: 'Front desk, Leeds depot',
    text: 'Eleven people at the counter this week about refunds that the system shows as approved. We can print the screen for them. That is all we can do.',
    then: [
      ...by(
        'rafael',
        claims(15),
        raises(28, 'high', 'Not one customer: all of them'),
        reaches(60, 'meeting', 'With payments: the new fraud review holds everything over £20'),
      ),
      ...by(
        'rafael',
        staysOn(1_000),
        resolves(2_260, 'partly', REVIEW, 'Limit raised to £50; a second reviewer from Monday'),
      ),
    ],
  },
  {
    on: '6 17:22',
    as: csat(1, 'email'),
    who: 'Aurélie Kessler',
    language: 'fr',
    zone: 'Europe/Paris',
    // "Refund announced on the 3rd, then the 10th, then nothing. I am not asking for a voucher."
    text: 'Remboursement annoncé pour le 3, puis pour le 10, puis plus rien. Je ne demande pas un bon d’achat, je demande mes 64 euros.',
    then: [...by('hana', claims(45), misses(80, 400), reaches(420), resolves(1_580, 'recovered', REVIEW))],
  },
  {
    on: '5 09:05',
    as: post(22_600),
    who: 'Ravi Chandran',
    text: 'Day 12 of my @pelliworth refund being “in review”. I have reviewed several novels in that time. Ripped off is a strong word but it is warming up.',
    then: [
      ...by(
        'rafael',
        claims(26),
        reaches(38, 'chat', 'Wrote to him where he wrote to us'),
        resolves(610, 'recovered', REVIEW),
      ),
    ],
  },
  {
    on: '5 14:44',
    as: csat(2, 'phone'),
    who: 'Mwajuma Hassan',
    text: 'The gentleman said he would ring back about the refund before five. It is not that I waited; it is that I told my husband you would.',
    then: [
      ...by(
        'rafael',
        claims(38),
        promises(44, 130),
        staysOn(300),
        reaches(560, 'call', 'Apologised; the shift had ended and nobody took it on'),
      ),
      ...by('rafael', resolves(1_500, 'partly', 'Call-back was lost between two shifts')),
    ],
  },
  {
    on: '4 08:58',
    as: nps(2),
    who: 'Edwin Vandersloot',
    language: 'nl',
    zone: 'Europe/Amsterdam',
    // "Been waiting two weeks to be paid back. I ordered again meanwhile, that went within a minute."
    text: 'Ik wacht al twee weken op mijn geld terug. Intussen heb ik iets nieuws besteld en dát was binnen een minuut afgeschreven.',
    then: mends('hana', 61, 1_120, REVIEW),
  },
  {
    on: '4 13:13',
    as: ces(1),
    who: 'Lindiwe Maseko',
    text: 'To get a refund for a cracked bowl: a form, a login for the form, a code for the login, and then the form was for parcels.',
    then: mends('rafael', 48, 800, 'Refund form is for parcels only', 'partly'),
  },
  {
    on: '3 10:40',
    as: csat(2, 'email'),
    who: 'Torvald Nygaard',
    zone: 'Europe/Oslo',
    text: 'I was told the refund is done. I was told so last week too. Could it be done in a way that my account notices?',
    then: [
      ...by('hana', claims(33), resolves(420, 'recovered', 'Told as paid when it was only approved')),
      ...by('amara', reopens(930, 'He wrote again: still not there')),
      ...by('hana', claims(950), reaches(970), resolves(1_330, 'recovered', REVIEW)),
    ],
  },
  {
    on: '3 16:08',
    as: escalated('chat'),
    who: 'Oluchi Danjuma',
    text: 'I will dispute it with my bank tonight unless somebody can tell me, in one sentence, where my refund is.',
    then: [
      ...by('hana', claims(12), hands(20, 'rafael', 'You know the reviewers')),
      ...by('rafael', promises(31, 95), reaches(88), resolves(700, 'recovered', REVIEW)),
    ],
  },
  {
    on: '2 09:36',
    as: csat(1, 'chat'),
    who: 'Pauliina Heikkinen',
    zone: 'Europe/Helsinki',
    text: 'Refund number five for the same subscription box. I have started naming them. This one is Gerald.',
    then: [
      ...by(
        'rafael',
        claims(57),
        promises(75, 240),
        reaches(270, 'call', 'Late by half an hour, and said so'),
      ),
    ],
  },
  {
    on: '2 15:27',
    as: csat(2, 'email'),
    who: 'Fergus Abernethy',
    text: 'A very polite e-mail tells me my refund is being looked at. Please look at it harder.',
    then: [...by('hana', claims(41), reaches(70, 'email'), promises(500, 620))],
  },
  {
    on: '1 09:20',
    as: stars(1, 'google play'),
    who: 'Giovanna Tedesco',
    language: 'it',
    // "Refund approved ten days ago, never seen. And the chat closes by itself while I write."
    text: 'Rimborso approvato dieci giorni fa e mai visto. E la chat si chiude da sola mentre scrivo.',
    then: [...by('rafael', claims(70), staysOn(330))],
  },
  {
    on: '1 11:05',
    as: csat(2, 'in-app'),
    who: 'Hamza Qureshi',
    text: 'You refunded the delivery and kept the order. Other way round, please.',
    then: [...by('hana', claims(44), releases(150)), ...by('rafael', claims(290), misses(310, 700))],
  },
  {
    on: '1 16:30',
    as: csat(2, 'phone'),
    who: 'Rosamund Eddington',
    text: 'I am eighty-one and I do not have an app. I have a telephone and a cheque book, and I would like my refund into either.',
    then: [],
  },
];
