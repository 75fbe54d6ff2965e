import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const RUDE = spoken({
  en: `
    rude, rudely, rudeness, disrespectful*, condescending, hung up on me, hung up on us, yelled at me,
    shouted at me, screamed at me, laughed at me, insulted me, swore at me, racist, sexist, homophobic,
    discriminated against, discrimination, harass*, bullied, unprofessional, lied to me, lied to us`,
  de: `
    unhöflich*, unfreundlich*, unverschämt*, frech, respektlos*, einfach aufgelegt, beleidigt,
    beleidigend, rassistisch*, diskriminier*, angeschrien, herablassend, angelogen`,
  fr: `
    impoli, impolie, impolis, malpoli, malpolie, malpolis, grossier, grossière, désagréable*,
    irrespectueu*, raccroché au nez, insulté, insultée, raciste*, discrimination, méprisant*`,
  es: `
    grosero, grosera, groseros, grosería, maleducad*, irrespetuos*, me colgó, me colgaron, me insultó,
    me gritó, racista*, discriminación, prepotente*`,
  it: `
    maleducat*, scortes*, sgarbat*, arrogante, arroganti, riattaccato, mi ha insultato, razzista,
    razzisti, discriminazione`,
  pt: `
    mal-educad*, mal educad*, grosseir*, desrespeitos*, desligou na minha cara,
    desligaram na minha cara, me insultou, discriminação, arrogante*`,
  nl: `
    onbeleefd, onbeleefde, onvriendelijk, onvriendelijke, onbeschoft, onbeschofte, brutaal,
    respectloos, de hoorn erop, racistisch, gediscrimineerd, uitgescholden`,
});

const NOT_RUDE = spoken({
  en: `
    not rude, never rude, wasn't rude, weren't rude, nobody was rude, no one was rude, rude awakening,
    don't want to be rude, not to be rude, without being rude, no discrimination`,
  de: 'nicht unfreundlich, nie unfreundlich, nicht unhöflich, nicht beleidigt',
  fr: 'pas désagréable, jamais désagréable',
  es: 'no fue grosero, no fue grosera',
  nl: 'niet onvriendelijk',
});

/** How people were treated by ours. Rude staff is what customers rate gravest of all in words. */
export const STAFF_RULES: readonly Rule[] = [
  {
    name: 'staff: rude',
    when: { says: RUDE, saysExcept: NOT_RUDE },
    severity: 'high',
    theme: 'staff',
    reason: 'says {said}',
  },
];
