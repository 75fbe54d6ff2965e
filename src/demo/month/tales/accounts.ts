/** Business customers in trouble: two gold ones above all, whose next chapter is told on the day that follows. */
import {
  ALDERVANE_SCHOOL,
  KETTLEWICK_BREWING,
  KUMO_STATIONERY,
  MARLOWE_DENTAL,
  SALTMARSH_POTTERY,
  TANAGER_ROBOTICS,
  VILLA_ROSKVA,
} from '../../voices/accounts.js';
import {
  by,
  claims,
  dismisses,
  hands,
  mends,
  promises,
  reaches,
  resolves,
  staysOn,
  takesOver,
} from '../acts.js';
import { cancelled, csat, escalated, nps, type Tale } from '../tale.js';

const HANDLING = 'Fragile crates were stacked in the Bristol depot';
const REVIEW = 'Refund stood in the new review queue';
const PICK_UP = 'Pick-up was planned for a round that no longer exists';

export const ACCOUNTS: readonly Tale[] = [
  {
    on: '15 09:25',
    as: csat(2, 'phone'),
    who: 'Callum Fairweather',
    from: KETTLEWICK_BREWING,
    text: 'Nobody came for the casks again. I found out when my yard rang me, and my yard rang me because the casks were in the way.',
    tags: ['courier'],
    then: [...by('dilan', claims(55), reaches(70), resolves(300, 'partly', PICK_UP))],
  },
  {
    on: '12 10:50',
    as: csat(2, 'email'),
    who: 'Bronwen Pugh',
    from: SALTMARSH_POTTERY,
    text: 'Six planters, four of them arrived broken. I am a potter. I know what a drop from waist height sounds like, even from a photograph.',
    then: [
      ...by(
        'siobhan',
        claims(44),
        reaches(58),
        resolves(340, 'recovered', HANDLING, 'Four planters paid in full'),
      ),
    ],
  },
  {
    on: '11 08:45',
    as: escalated('phone'),
    who: 'Henrik Aas',
    from: VILLA_ROSKVA,
    text: 'Three pallets for the kitchen, one of them somebody else’s. We now own two hundred garden gnomes and a wedding on Saturday.',
    then: [
      ...by(
        'dilan',
        claims(6),
        promises(9, 60),
        reaches(55, 'call', 'The right pallet is on its way with Siobhán'),
      ),
      ...by('dilan', resolves(150, 'recovered', 'Two pallets had changed labels')),
    ],
  },
  {
    on: '9 11:02',
    as: csat(1, 'phone'),
    who: 'Ngozi Adeyemi',
    from: MARLOWE_DENTAL,
    text: 'A steriliser went back unopened and £412 of mine is having a holiday with you. I would like the refund before my accountant would.',
    then: [
      ...by('rafael', claims(21), promises(33, 200), reaches(205)),
      ...by('rafael', resolves(880, 'recovered', REVIEW, 'Approved; the bank needs up to five days')),
    ],
  },
  {
    on: '7 14:18',
    as: nps(5),
    who: 'Bronwen Pugh',
    from: SALTMARSH_POTTERY,
    text: 'The delivery was late and the box upside down, arrows and all. The glaze forgave you. I am getting there.',
    then: [...by('siobhan', claims(130), reaches(160), resolves(520, 'partly', HANDLING))],
  },
  {
    on: '6 11:48',
    as: csat(2, 'email'),
    who: 'Tunde Adeyemi',
    from: MARLOWE_DENTAL,
    text: 'Your invoice is wrong by one delivery that did not take place. I’d ask for it to be taken off, but I hear taking things off takes you a while.',
    then: [...by('hana', claims(25), reaches(45), resolves(260, 'recovered', 'Missed delivery was billed'))],
  },
  {
    on: '5 10:37',
    as: csat(1, 'phone'),
    who: 'Callum Fairweather',
    from: KETTLEWICK_BREWING,
    text: 'Fifth pick-up missed since spring. I have stopped shouting, which my wife says is the bad sign. A call before it happens is all I ask: the delivery was late and nobody said.',
    tags: ['courier'],
    then: [
      ...by('siobhan', claims(190), promises(200, 330), staysOn(700)),
      ...by(
        'dilan',
        takesOver(760, 'It is my round'),
        reaches(790, 'call', 'He was polite. I would rather he had not been'),
      ),
      ...by('dilan', resolves(1_050, 'partly', PICK_UP)),
    ],
  },
  {
    on: '4 15:50',
    as: escalated('email'),
    who: 'Priyanka Deshmukh',
    from: TANAGER_ROBOTICS,
    text: 'We were billed twice for October and once for somebody called Tangier Robotics. Our auditors have questions and a sense of humour, but only until Thursday.',
    then: [
      ...by(
        'hana',
        claims(8),
        reaches(20),
        resolves(110, 'recovered', 'Two accounts of similar name were merged'),
      ),
    ],
  },
  {
    on: '3 09:15',
    as: escalated('phone'),
    who: 'Ngozi Adeyemi',
    from: MARLOWE_DENTAL,
    text: 'Still no refund for the steriliser. I was told Friday. It has been Friday. I’d like to be rung on Monday by somebody who has it in their hand.',
    then: [
      ...by('rafael', claims(28), promises(35, 400)),
      ...by('rafael', resolves(620, 'recovered', REVIEW, 'Marked as paid by the reviewers')),
    ],
  },
  {
    on: '2 11:33',
    as: csat(2, 'phone'),
    who: 'Bronwen Pugh',
    from: SALTMARSH_POTTERY,
    text: 'A third crate came damaged. I have begun to photograph them like a detective, with a ruler. Same corner every time.',
    then: [
      ...by('siobhan', claims(48), hands(80, 'dilan', 'Same corner: it is the conveyor, your side')),
      ...by(
        'dilan',
        reaches(120, 'call', 'She will send the photographs'),
        resolves(600, 'partly', HANDLING, 'The conveyor is mended; the crates are not'),
      ),
    ],
  },
  {
    on: '8 10:15',
    as: cancelled('email'),
    who: 'Sora Hayashi',
    from: KUMO_STATIONERY,
    text: 'We close our Leeds shop, so please cancel our contract for that address. Nothing to do with you. The other shop stays, and so does the driver, I hope.',
    then: [
      ...by(
        'amara',
        claims(12),
        reaches(50, 'email'),
        dismisses(90, 'other', 'A shop that closes, not a customer who leaves'),
      ),
    ],
  },
  {
    on: '13 13:40',
    as: csat(2, 'phone'),
    who: 'Beatrix Ngata',
    from: ALDERVANE_SCHOOL,
    text: 'The art paper was delivered to the wrong school. They have been very gracious and have already painted on it.',
    then: mends('dilan', 105, 420, 'Two schools share a postcode'),
  },
];
