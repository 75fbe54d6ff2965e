import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const LOCKED_OUT = spoken({
  en: `
    can't log in, can't login, can't log into, cannot log in, cannot login, cant log in, cant login,
    can not log in, couldn't log in, unable to log in, unable to login, can't sign in, cannot sign in,
    unable to sign in, won't let me log in, won't let me sign in, locked out, locked me out,
    can't access my account, cannot access my account, unable to access my account`,
  de: `
    nicht einloggen, nicht mehr einloggen, nicht anmelden, nicht mehr anmelden, ausgesperrt,
    konto gesperrt, kein zugriff auf mein konto`,
  fr: `
    peux pas me connecter, peux plus me connecter, n'arrive pas à me connecter,
    n'arrive plus à me connecter, impossible de me connecter, compte bloqué`,
  es: `
    no puedo entrar, no puedo iniciar sesión, no puedo acceder, no me deja entrar, cuenta bloqueada`,
  it: `
    non riesco ad accedere, non riesco a accedere, non riesco a entrare, non riesco ad entrare,
    account bloccato`,
  pt: `
    não consigo entrar, não consigo acessar, não consigo aceder, não consigo fazer login,
    conta bloqueada`,
  nl: 'niet inloggen, niet meer inloggen, account geblokkeerd, buitengesloten',
});

const LOGIN = spoken({
  en: 'log in, login, logging in, sign in, signing in, password*, 2fa, verification code',
  de: 'einloggen, anmeldung, passwort',
  fr: 'mot de passe, connexion au compte',
  es: 'contraseña, iniciar sesión',
  it: "accesso al conto, accesso all'account",
  pt: 'senha, palavra-passe',
  nl: 'inloggen, wachtwoord',
});

const BROKEN = spoken({
  en: `
    outage, app is down, site is down, website is down, service is down, server is down,
    servers are down, system is down, network is down, internet is down, been down for,
    been down since, not working, isn't working, doesn't work, doesnt work, does not work, don't work,
    didn't work, stopped working, won't load, won't open, won't start, won't turn on, keeps crashing,
    app crashes, it crashes, crashes every, crashes when, keeps freezing, unusable, no internet, error 500, error 503`,
  de: `
    funktioniert nicht, funktioniert nicht mehr, funktionieren nicht, geht nicht mehr, app geht nicht,
    internet geht nicht, stürzt ab, stürzt ständig ab, abgestürzt, ausgefallen, störung,
    nicht erreichbar`,
  fr: `
    ne fonctionne pas, ne fonctionne plus, fonctionne pas, marche pas, marche plus, en panne,
    l'application plante, l'appli plante, plante tout le temps`,
  es: `
    no funciona, no me funciona, dejó de funcionar, ha dejado de funcionar, la aplicación se cierra,
    la app se cierra, sin servicio, caída del servicio, está caída`,
  it: 'non funziona, non funzionano, smesso di funzionare, si blocca, disservizio, guasto',
  pt: `
    não funciona, nao funciona, parou de funcionar, deixou de funcionar, fora do ar, sem serviço`,
  nl: `
    werkt niet, werkt niet meer, doet het niet, een storing, grote storing, ligt eruit, crasht,
    loopt vast`,
});

const NOT_BROKEN = spoken({
  en: `
    i'm not working, i am not working, no outage, without an outage, not unusable`,
  de: 'keine störung, stürzt nie ab',
  fr: 'jamais en panne',
  it: 'nessun disservizio',
  nl: 'geen storing, nooit een storing',
});

/** Whether it works, and whether people get in. */
export const SERVICE_RULES: readonly Rule[] = [
  {
    name: 'login: locked out',
    when: { says: LOCKED_OUT },
    severity: 'normal',
    theme: 'login',
    reason: 'says {said}',
  },
  {
    name: 'outage: not working',
    when: { says: BROKEN, saysExcept: NOT_BROKEN },
    severity: 'normal',
    theme: 'outage',
    reason: 'says {said}',
  },
  {
    name: 'about login',
    when: { says: LOGIN, evenWhenHappy: true },
    theme: 'login',
    reason: 'says {said}',
  },
];
