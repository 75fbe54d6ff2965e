/** Early in the month an update of the app kept people out; four days later it was mended, and they said so. */
import { by, claims, dismisses, mends, misses, promises, reaches, resolves, snoozes } from '../acts.js';
import { ces, csat, escalated, nps, stars, type Tale, thumb } from '../tale.js';

const CODES = 'Sign-in codes went out late after the app update';
const RESET = 'Link to reset the password led to the old page';

export const LOGIN: readonly Tale[] = [
  {
    on: '20 08:41',
    as: stars(1, 'app store'),
    who: 'Wanjiru Kamande',
    text: 'Since the update I can’t log in. The code comes after it has expired, every time, like a friend who is always sorry.',
    then: mends('jonas', 9, 95, CODES),
  },
  {
    on: '20 09:30',
    as: thumb('bad'),
    who: 'Casper Lindholt',
    zone: 'Europe/Copenhagen',
    text: 'Locked out. The chat wants me to log in to tell you that I’m locked out.',
    then: mends('amara', 6, 60, CODES),
  },
  {
    on: '20 13:15',
    as: csat(2, 'email'),
    who: 'Kateřina Havlová',
    zone: 'Europe/Prague',
    text: 'Changed my password four times today. I would love to use one of them.',
    then: [
      ...by('amara', claims(14), snoozes(20, 180), reaches(200, 'email'), resolves(840, 'recovered', CODES)),
    ],
  },
  {
    on: '19 08:50',
    as: csat(1, 'phone'),
    who: 'Nii Lamptey',
    text: 'I can’t access my account, my box comes tomorrow and it is going to my old flat. That is the whole problem, in order of size.',
    then: [
      ...by(
        'jonas',
        claims(7),
        promises(11, 60),
        reaches(56, 'call', 'Changed the address for him'),
        resolves(75, 'recovered', CODES),
      ),
    ],
  },
  // "Since the update I cannot sign in any more. The code arrives when it is no longer valid."
  {
    on: '19 11:42',
    as: stars(2, 'google play'),
    who: 'Jutta Ahlers',
    language: 'de',
    text: 'Seit dem Update kann ich mich nicht mehr anmelden. Der Code kommt an, wenn er schon abgelaufen ist. Vorher fünf Sterne.',
    then: mends('amara', 11, 120, CODES),
  },
  {
    on: '19 15:20',
    as: escalated('chat'),
    who: 'Shanelle Brathwaite',
    text: 'I run a food bank and forty families’ boxes are behind a login that won’t let me sign in. Please don’t send me a link. I have all the links.',
    then: [
      ...by(
        'jonas',
        claims(4),
        promises(8, 40),
        reaches(34, 'call', 'Read her the list over the telephone'),
        resolves(190, 'recovered', CODES),
      ),
    ],
  },
  // "Impossible to sign in for two days, and the link to reset it opens a blank page."
  {
    on: '18 09:08',
    as: csat(2, 'in-app'),
    who: 'Thibault Garnier',
    language: 'fr',
    zone: 'Europe/Paris',
    text: 'Impossible de me connecter depuis deux jours, et le lien pour changer le mot de passe ouvre une page blanche. Très blanche.',
    then: mends('amara', 13, 220, RESET),
  },
  {
    on: '18 12:26',
    as: nps(4),
    who: 'Roksana Wilk',
    zone: 'Europe/Warsaw',
    text: 'I don’t mind the verification code. I mind waiting for it in a supermarket, which is where I end up when I can’t log in to you.',
    then: mends('jonas', 10, 260, CODES),
  },
  {
    on: '18 17:10',
    as: ces(2, 'in-app'),
    who: 'Ambrose Kealy',
    text: 'Signing in took eleven minutes. I timed it, because I had the time.',
    then: [...by('amara', claims(16), misses(40, 120), reaches(125), resolves(410, 'no_reply', CODES))],
  },
  // "I cannot get in. My mother's order is in there, she is ninety, and the order is her coffee."
  {
    on: '17 10:33',
    as: csat(2, 'chat'),
    who: 'Rosario Etxeberria',
    language: 'es',
    zone: 'Europe/Madrid',
    text: 'No puedo entrar. Ahí dentro está el pedido de mi madre, que tiene noventa años, y el pedido es su café.',
    then: mends('jonas', 5, 70, CODES),
  },
  {
    on: '17 14:00',
    as: csat(2, 'email'),
    who: 'Desta Wolde',
    text: 'The password page says my new password is too similar to my old one. They have nothing in common but me.',
    then: mends('amara', 19, 300, RESET, 'partly'),
  },
  {
    on: '16 09:55',
    as: thumb('bad'),
    who: 'Hollis Marchbanks',
    text: 'Can’t sign in on the tablet. Telephone is fine. I’m told it was mended last night, so perhaps nobody told the tablet.',
    then: [
      ...by(
        'jonas',
        claims(8),
        reaches(22, 'chat'),
        dismisses(35, 'handled', 'The tablet had not updated yet'),
      ),
    ],
  },
  {
    on: '15 11:20',
    as: csat(5, 'in-app'),
    who: 'Shanelle Brathwaite',
    text: 'In at the first try, and the code came before I had put the kettle on. Thank Jonas for reading forty names down the phone.',
    agent: 'Jonas Lindqvist',
  },
  {
    on: '14 16:45',
    as: nps(9, 'in-app'),
    who: 'Wanjiru Kamande',
    text: 'Signing in works again. I had to find something else to complain about and there wasn’t anything.',
  },
  {
    on: '12 10:10',
    as: csat(4, 'in-app'),
    who: 'Casper Lindholt',
    text: 'No more late codes. Four, because I still flinch.',
  },
];
