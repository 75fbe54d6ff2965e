/** Parcels and boxes. The team means well and is slow to pick a matter up: mornings are for the vans. Long because each has words of its own. */
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
import { csat, nps, post, reported, stars, type Tale, thumb } from '../tale.js';

const SHORT = 'Round 14 was short of a driver';
const LABEL = 'Label was printed for the wrong day';
const DOOR = 'Driver’s app marks a door as tried when the van passes it';
const PACKING = 'Glass was packed without a divider';

export const DELIVERY: readonly Tale[] = [
  {
    on: '40 15:35',
    as: csat(2, 'email'),
    who: 'Perpetua Ngoma',
    text: 'My box was delivered to the wrong house. They brought it over themselves, in the rain, and stayed for tea. So thank you, in a way.',
    then: mends('dilan', 210, 390, LABEL),
  },
  {
    on: '38 08:40',
    as: csat(1, 'in-app'),
    who: 'Gwilym Tudor',
    text: 'The app says nobody was in. I was in. I was at the window. We waved.',
    tags: ['courier'],
    then: mends('siobhan', 265, 700, DOOR, 'partly'),
  },
  // "The parcel has not come, and the tracking says it is 'nearly there' since Thursday."
  {
    on: '35 16:21',
    as: nps(5),
    who: 'Lukas Brandner',
    language: 'de',
    zone: 'Europe/Vienna',
    text: 'Das Paket ist nicht angekommen. Laut Sendungsverfolgung ist es seit Donnerstag „gleich da“.',
    then: mends('dilan', 180, 520, SHORT),
  },
  {
    on: '22 10:44',
    as: csat(2, 'phone'),
    who: 'Araminta Lockwood',
    text: 'Frozen peas arrived late and as soup. Pea soup, I grant you, but I had not ordered the soup.',
    then: mends('siobhan', 150, 330, 'Van was loaded the night before'),
  },
  {
    on: '15 14:32',
    as: csat(2, 'email'),
    who: 'Kofi Antwi-Boasiako',
    text: 'A missing item, then the missing item, then the same item again. I have three rakes now.',
    then: mends('dilan', 95, 240, 'Missing items are sent without closing the order'),
  },
  {
    on: '31 09:03',
    as: stars(2, 'our review page'),
    who: 'Solvei Haugen',
    zone: 'Europe/Oslo',
    text: 'Everything arrived damaged on one side only, as if the van had leaned on it to think.',
    then: mends('siobhan', 310, 640, PACKING),
  },
  {
    on: '29 10:29',
    as: csat(2, 'in-app'),
    who: 'Bilal Chaudhry',
    text: 'My parcel never arrived. The photograph shows a green door. Ours is blue, as is the whole street, by agreement.',
    tags: ['courier'],
    then: [
      ...by('dilan', claims(200), misses(215, 500), misses(505, 900), resolves(1_400, 'no_reply', LABEL)),
    ],
  },
  // "The box came three days late, and the fish with it."
  {
    on: '24 17:02',
    as: csat(1, 'chat'),
    who: 'Benedita Fonseca',
    language: 'pt-PT',
    zone: 'Europe/Lisbon',
    text: 'A encomenda chegou atrasada três dias, e o peixe com ela. Não vou descrever o peixe.',
    then: [
      ...by('siobhan', claims(120), promises(135, 220), reaches(214), resolves(400, 'recovered', SHORT)),
    ],
  },
  {
    on: '26 13:56',
    as: nps(4),
    who: 'Ingeborg Maass',
    text: 'Deliveries come between 8 and 20. So does the sun, some days, but I don’t pay it.',
    then: mends('dilan', 170, 450, 'No hour is given for rural rounds', 'not_recoverable'),
  },
  {
    on: '10 12:12',
    as: post(3_100),
    who: 'Mirela Pop',
    text: 'Hours late again, @pelliworth, and the driver was lovely about it, which made it worse, because then I was lovely about it too. Terrible service.',
    then: [...by('siobhan', claims(140), reaches(155, 'chat'), resolves(300, 'recovered', SHORT))],
  },
  {
    on: '9 09:38',
    as: reported('phone'),
    who: 'Kerry-Ann Stubbs (round 9)',
    text: 'Scanner shows stops I haven’t made as done. Twice today people were standing at the door with the app in their hand, quite upset, and I’d only just turned into the road.',
    tags: ['courier'],
    then: [
      ...by(
        'dilan',
        claims(240),
        reaches(260, 'meeting', 'With the maker of the scanner'),
        snoozes(280, 900),
      ),
      ...by('dilan', resolves(1_500, 'partly', DOOR, 'New version next week')),
    ],
  },
  // "Broken on arrival: six eggs of six. Even so the egg box was beautiful."
  {
    on: '9 15:11',
    as: csat(2, 'email'),
    who: 'Alessio Marangon',
    language: 'it',
    text: 'Arrivato rotto: sei uova su sei. La confezione delle uova, però, bellissima.',
    zone: 'Europe/Rome',
    then: mends('siobhan', 85, 260, PACKING),
  },
  {
    on: '8 17:25',
    as: thumb('bad'),
    who: 'Zainab Bello',
    text: 'Bot says my parcel is at the depot. The depot says it is on the van. The van, I think, is in love.',
    then: [
      ...by('dilan', claims(75), hands(90, 'siobhan', 'Your van')),
      ...by('siobhan', reaches(130), resolves(310, 'recovered', LABEL)),
    ],
  },
  {
    on: '7 10:51',
    as: csat(2, 'phone'),
    who: 'Horatio Pell',
    text: 'It was delivered to the wrong floor. I am ninety. It is a heavy box and there are stairs in it. Between it and me, I mean.',
    then: [
      ...by(
        'siobhan',
        claims(60),
        promises(66, 150),
        reaches(149, 'call', 'Dilan carried it up on his way home'),
      ),
      ...by('siobhan', resolves(260, 'recovered', 'Floor was not on the label')),
    ],
  },
  // "It still has not come and I have stopped opening the app, it only makes me sad."
  {
    on: '6 09:19',
    as: nps(3, 'in-app'),
    who: 'Noémie Delacroix',
    language: 'fr',
    zone: 'Europe/Brussels',
    text: 'Toujours pas arrivé. J’ai cessé d’ouvrir l’appli, cela me rend triste pour rien.',
    then: mends('dilan', 280, 620, SHORT),
  },
  {
    on: '5 12:40',
    as: csat(1, 'email'),
    who: 'Dashiell Corrigan',
    text: 'One wine glass of twelve survived. We drank to it, in turns. Came broken, obviously; that is the complaint.',
    then: mends('siobhan', 130, 410, PACKING),
  },
  {
    on: '5 16:16',
    as: stars(2, 'google play'),
    who: 'Thanh Huong Le',
    text: 'Parcel tracking is a map with my house on it and a van that never is.',
    then: [...by('dilan', claims(220), dismisses(260, 'handled', 'Same parcel as the call of that morning'))],
  },
  // "Delivered to a neighbour who is on holiday. By whom, then?"
  {
    on: '4 11:27',
    as: csat(2, 'chat'),
    who: 'Maarten Hoekstra',
    language: 'nl',
    zone: 'Europe/Amsterdam',
    text: 'Pakket bezorgd bij een buurman die op vakantie is. Aan wie dan?',
    tags: ['courier'],
    then: [
      ...by(
        'siobhan',
        claims(160),
        promises(170, 260),
        staysOn(500),
        reaches(620),
        resolves(800, 'recovered', DOOR),
      ),
    ],
  },
  {
    on: '3 14:05',
    as: csat(2, 'in-app'),
    who: 'Adaeze Okonjo',
    text: 'My birthday flowers are four days late. They will be fine. My mother will not.',
    then: mends('dilan', 115, 300, SHORT, 'partly'),
  },
  {
    on: '2 10:06',
    as: csat(2, 'email'),
    who: 'Ruaridh Sinclair',
    text: 'Two boxes were delivered late and one early, which is not an average I can cook with.',
    then: [...by('siobhan', claims(250), reaches(290), resolves(520, 'recovered', SHORT))],
  },
  {
    on: '2 14:38',
    as: csat(1, 'phone'),
    who: 'Marisol Ibarra',
    zone: 'Europe/Madrid',
    text: 'The courier hadn’t a bell to ring, he says. We have a bell, a knocker and a dog.',
    tags: ['courier'],
    then: [...by('dilan', claims(190), misses(205, 420), snoozes(430, 1_900))],
  },
  {
    on: '1 08:55',
    as: csat(2, 'in-app'),
    who: 'Yohannes Tekle',
    text: 'My order has not arrived, and the tracking has stopped pretending.',
    then: [...by('siobhan', claims(230), reaches(260, 'call', 'Promised to look in the cage herself'))],
  },
  {
    on: '1 13:30',
    as: nps(5),
    who: 'Clementine Ashdown',
    text: 'The parcels are always delivered with such cheer and so very late.',
    then: [],
  },
  {
    on: 'sat 1 11:15',
    as: csat(2, 'in-app'),
    who: 'Ezra Lindqvist-Hale',
    text: 'It’s Saturday, the box hasn’t arrived, and so dinner is a philosophical question.',
    then: mends('dilan', 45, 200, SHORT),
  },
  {
    on: 'sun 2 17:40',
    as: post(880, 'Bluesky'),
    who: 'Pim de Wit',
    text: 'sunday evening, parcel delivered late, to the bin store, in the dark, by somebody whistling. horrible service, great whistle @pelliworth',
    then: mends('siobhan', 100, 330, SHORT),
  },
];
