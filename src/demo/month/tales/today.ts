/** The last hours before the demo starts, told in minutes: most of it is still open when somebody looks. */
import { by, claims, mends, misses, promises, reaches, resolves, snoozes } from '../acts.js';
import { ces, csat, escalated, nps, reported, type Tale, thanks } from '../tale.js';

const REVIEW = 'Refund stood in the new review queue';

export const TODAY: readonly Tale[] = [
  {
    on: '415 min',
    as: csat(2, 'email'),
    who: 'Thandiwe Sibanda',
    text: 'The refund is approved, says the e-mail, and pending, says the app, and what refund, says the man.',
    then: mends('hana', 22, 190, REVIEW),
  },
  {
    on: '372 min',
    as: csat(2, 'in-app'),
    who: 'Arvid Sundström',
    zone: 'Europe/Stockholm',
    text: 'Milk, butter, cheese: all there. The bread arrived damaged, in a way that suggests a boot.',
    then: mends('siobhan', 75, 210, 'Bread was loaded under the crates'),
  },
  {
    on: '340 min',
    as: escalated('chat'),
    who: 'Jessamy Trelawney',
    text: 'I’ve been told my order is cancelled because I cancelled it. I was asleep. I would have been proud of myself otherwise.',
    then: [
      ...by(
        'jonas',
        claims(7),
        promises(14, 110),
        reaches(106),
        resolves(130, 'recovered', 'Reminder had a link that cancels'),
      ),
    ],
  },
  {
    on: '298 min',
    as: nps(4),
    who: 'Obinna Eze-Ward',
    text: 'Your vans idle under my window from six. I am a customer and a window.',
    then: [...by('dilan', claims(66), misses(90, 420))],
  },
  {
    on: '233 min',
    as: csat(2, 'phone'),
    who: 'Valentina Scurtu',
    zone: 'Europe/Bucharest',
    text: 'Refund, fourteen days, one very nice lady, no money. More of her and the money, please.',
    agent: 'Hana Kobayashi',
    then: [...by('hana', claims(19), promises(35, 272))],
  },
  {
    on: '180 min',
    as: csat(2, 'chat'),
    who: 'Godfrey Pinnock',
    text: 'I said “agent” eleven times. At the twelfth it said “I didn’t catch that”, in a hurt voice.',
    then: [
      ...by(
        'amara',
        claims(9),
        reaches(24, 'chat'),
        resolves(52, 'recovered', 'Chat closes after a minute of silence'),
      ),
    ],
  },
  {
    on: '150 min',
    as: reported('phone'),
    who: 'Round 3, Bristol',
    text: 'Lift at Harbour House is out until Thursday. Nineteen parcels for the top floors, and six of those ladies are over eighty.',
    then: [...by('siobhan', claims(31), snoozes(45, 330))],
  },
  {
    on: '104 min',
    as: csat(2, 'email'),
    who: 'Ludmila Hrubá',
    zone: 'Europe/Prague',
    text: 'The corrected invoice came. It corrects my name, which was right.',
    then: [...by('rafael', claims(30))],
  },
  {
    on: '66 min',
    as: ces(2),
    who: 'Augustin Lemaire',
    text: 'Skipping a week is easy. Un-skipping it requires, I think, a priest.',
    then: [],
  },
  {
    on: '200 min',
    as: thanks('email'),
    who: 'Jessamy Trelawney',
    text: 'Jonas put my cancelled box back on the van while we spoke. I could hear him running.',
    agent: 'Jonas Lindqvist',
  },
  {
    on: '120 min',
    as: csat(5, 'in-app'),
    who: 'Maite Echevarría',
    text: 'Todo perfecto y con una nota escrita a mano.',
    language: 'es',
    zone: 'Europe/Madrid',
  },
];
