/** What is neither parcel nor money: safety, staff, data, leaving, wishes, and what the app does. Long because each has words of its own. */
import {
  by,
  claims,
  dismisses,
  hands,
  mends,
  misses,
  promises,
  reaches,
  resolves,
  snoozes,
  staysOn,
} from '../acts.js';
import { cancelled, ces, csat, escalated, nps, post, reported, stars, type Tale, thumb } from '../tale.js';

export const PEOPLE: readonly Tale[] = [
  {
    on: '39 12:50',
    as: stars(2, 'app store'),
    who: 'Olamide Fashola',
    text: 'The update moved the skip button under the advertisement for what I want to skip.',
    then: mends('jonas', 25, 180, 'Skip button moved in the update', 'partly'),
  },
  {
    on: '19 13:35',
    as: escalated('phone'),
    who: 'Hedvig Stenmark',
    zone: 'Europe/Stockholm',
    text: 'My son had an allergic reaction to the muesli. There are almonds in it and none on the label. He is fine; I have not stopped shaking. Stop selling it, please, before you answer me.',
    then: [
      ...by(
        'amara',
        claims(3),
        reaches(7, 'call', 'The batch is stopped; rang her back with the number'),
        staysOn(100),
      ),
      ...by('amara', resolves(200, 'recovered', 'Recipe changed and the label did not')),
    ],
  },
  {
    on: '37 09:12',
    as: cancelled('web'),
    who: 'Barnaby Thistlewood',
    text: 'We have a garden now. It’s your fault, with the seeds in spring. Goodbye, and thank you.',
    then: [
      ...by('jonas', claims(11), reaches(60, 'email'), resolves(75, 'not_recoverable', 'Grows his own')),
    ],
  },
  {
    on: '15 10:20',
    as: csat(2, 'phone'),
    who: 'Parveen Sandhu',
    text: 'I asked for a supervisor and was put on hold for the length of an opera. The supervisor was charming. It was still an opera.',
    then: mends('amara', 17, 140, 'One supervisor on Thursdays'),
  },
  {
    on: '14 11:48',
    as: csat(1, 'chat'),
    who: 'Isaac Mwangi-Roth',
    text: 'I can see another customer’s order in my app. She likes liquorice. I feel I should not know that.',
    then: [
      ...by(
        'amara',
        claims(4),
        reaches(12),
        promises(20, 120),
        reaches(118, 'call', 'Told him what it was and who has been told'),
      ),
      ...by('amara', resolves(260, 'recovered', 'Two households shared one device')),
    ],
  },
  {
    on: '33 09:00',
    as: nps(6),
    who: 'Elodie Marchbank',
    text: 'It would be nice if a box for one did not come with five onions. I live alone. The onions know it.',
    then: mends('jonas', 44, 500, 'No box for one person', 'not_recoverable'),
  },
  {
    on: '12 11:36',
    as: csat(1, 'email'),
    who: 'Ptolemy Asante',
    text: 'Your agent hung up on me when I asked for his name. I have since learnt it from the survey.',
    then: [
      ...by(
        'amara',
        claims(9),
        promises(15, 180),
        reaches(176, 'call', 'Apologised; the line had dropped, and nobody rang back'),
      ),
      ...by('amara', resolves(300, 'recovered', 'Dropped calls are not rung back')),
    ],
  },
  // "The app freezes whenever I open my address. Otherwise it is a pretty app."
  {
    on: '27 16:04',
    as: stars(2, 'app store'),
    who: '西村 千夏',
    language: 'ja',
    zone: 'Asia/Tokyo',
    text: '住所のページを開くたびに止まってしまいます。見た目はきれいなアプリなのに、もったいないです。',
    then: mends('jonas', 31, 420, 'Address page reads the whole list of streets'),
  },
  {
    on: '25 10:33',
    as: csat(2, 'email'),
    who: 'Winifred Okoro',
    text: 'You wrote “Hi Winnie!”. Nobody who calls me Winnie is alive. It isn’t a complaint, exactly, but I gave it a two.',
    then: [
      ...by('jonas', claims(13), reaches(40, 'email', 'Wrote by hand')),
      ...by('jonas', resolves(95, 'recovered', 'Letters shorten first names')),
    ],
  },
  {
    on: '9 13:22',
    as: reported('chat'),
    who: 'Ground floor, Peckham shop',
    text: 'The ramp is back in the cellar “for now”, since Tuesday. A gentleman with a wheelchair was served on the pavement. He joked about it. I didn’t find it funny.',
    then: [
      ...by('amara', claims(10), hands(16, 'jonas', 'You know the landlord')),
      ...by(
        'jonas',
        reaches(50, 'meeting'),
        resolves(420, 'recovered', 'Ramp was taken in for cleaning and stayed'),
      ),
    ],
  },
  {
    on: '8 09:26',
    as: csat(2, 'in-app'),
    who: 'Sigrid Vik-Hansen',
    zone: 'Europe/Oslo',
    text: 'I’m thinking of looking elsewhere, and wanted to say so to somebody before I do, as one does.',
    then: [
      ...by('amara', claims(20), promises(28, 160), reaches(158, 'call', 'She stays; wants fewer e-mails')),
      ...by('amara', resolves(210, 'recovered', 'Eleven e-mails a week')),
    ],
  },
  {
    on: '7 11:10',
    as: post(14_900),
    who: 'Bettina Krüger',
    text: 'My @pelliworth app has been down since breakfast. I mention it only because breakfast is what it was for. Not working, anybody else?',
    then: [
      ...by('jonas', claims(6), reaches(18, 'chat'), resolves(80, 'recovered', 'Certificate had run out')),
    ],
  },
  {
    on: '6 15:05',
    as: thumb('bad'),
    who: 'Ashok Ramanathan',
    text: 'The chatbot called me “valued friend” and closed the chat.',
    then: [
      ...by(
        'jonas',
        claims(24),
        misses(40, 200),
        resolves(460, 'no_reply', 'Chat closes after a minute of silence'),
      ),
    ],
  },
  {
    on: '6 11:26',
    as: csat(2, 'web'),
    who: 'Lottie <b>Fenwick</b>',
    text: 'My nephew says I should write <!here> @everyone [your voucher](https://evil.example/voucher) =1+1 <img src=x onerror=alert(1)> and see what happens. He is eleven. The onions were soft.',
    then: by(
      'amara',
      claims(16),
      reaches(45, 'call', 'Spoke with the nephew'),
      resolves(80, 'recovered', 'Soft onions'),
    ),
  },
  {
    on: '5 11:58',
    as: escalated('email'),
    who: 'Mortimer Gale',
    text: 'My solicitor asks me to ask you, before she does, why the contract I signed has a page more than the one I read.',
    then: [
      ...by(
        'amara',
        claims(11),
        promises(20, 240),
        reaches(236),
        resolves(700, 'partly', 'Two versions of the terms were in use'),
      ),
    ],
  },
  {
    on: '4 16:40',
    as: csat(2, 'chat'),
    who: 'Nomvula Khumalo',
    text: 'Four agents, four kind people, four times my story from the beginning. By the fourth I was quite good at it.',
    then: mends('jonas', 15, 120, 'Chat hands over without its history'),
  },
  // "The checkout page is only for people with very young eyes."
  {
    on: '3 11:44',
    as: ces(2),
    who: 'Gudrun Eskildsen',
    language: 'da',
    zone: 'Europe/Copenhagen',
    text: 'Bestillingssiden er kun for folk med meget unge øjne. Jeg er 74 og vil gerne betale.',
    then: mends('amara', 22, 330, 'Small print on the page of payment', 'partly'),
  },
  {
    on: '2 08:52',
    as: csat(2, 'phone'),
    who: 'Thaddeus Boateng',
    text: 'I have had to explain to three people that I’m not my brother. My brother is easier to explain.',
    then: [...by('jonas', claims(12), reaches(30), snoozes(60, 1_450))],
  },
  {
    on: '1 10:12',
    as: escalated('chat'),
    who: 'Yevheniia Marchenko',
    zone: 'Europe/Kyiv',
    text: 'There was glass in the salad. We saw it. My daughter is three and did not see it; I did.',
    then: [
      ...by(
        'amara',
        claims(3),
        reaches(9, 'call', 'Batch stopped; the packer is being asked'),
        promises(30, 420),
        staysOn(300),
      ),
    ],
  },
  {
    on: '1 15:48',
    as: nps(5, 'in-app'),
    who: 'Rafferty Quill',
    text: 'You were better when you were smaller. So was I.',
    then: [...by('jonas', claims(18), misses(60, 560))],
  },
  {
    on: 'sun 1 19:05',
    as: stars(1, 'google play'),
    who: 'Ioana Stan',
    language: 'ro',
    text: 'Aplicația se închide singură de fiecare dată când aleg duminica. Poate că și ea vrea liber.',
    zone: 'Europe/Bucharest',
    then: mends('jonas', 14, 200, 'Sunday is no day of the calendar in the app'),
  },
  {
    on: 'sat 2 16:20',
    as: csat(2, 'chat'),
    who: 'Delphine Achard',
    text: 'The chat told me its hours are Monday to Friday. It told me so for nine minutes, with great feeling.',
    then: [...by('jonas', claims(20), dismisses(35, 'handled', 'She had rung in the meantime'))],
  },
];
