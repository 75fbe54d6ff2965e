import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const LEAVING = spoken({
  en: `
    cancelling, canceling, cancel my *, cancel our *, cancel the subscription, cancel the contract,
    cancel the account, cancel the membership, cancel the policy, cancel the service,
    cancel subscription, want to cancel, going to cancel, will cancel, i'll cancel, we'll cancel,
    have to cancel, had to cancel my subscription, like to cancel, how do i cancel,
    cancelled my subscription, cancelled my account, cancelled my contract, cancelled my membership,
    cancelled our subscription, cancelled our contract, close my account, closing my account,
    close our account, closing our account, closed my account, switching to a competitor,
    switch to a competitor, switching to another, switch to another, switching to someone else,
    switching provider*, switch provider*, switching supplier*, moving to a competitor,
    going to a competitor, moving to another provider, business elsewhere, money elsewhere,
    looking elsewhere, go elsewhere, going elsewhere, lost a customer, lost me as a customer,
    losing a customer, lost our business, looking for alternatives, looking for an alternative,
    not renewing, won't be renewing, won't renew, will not renew, not going to renew, leaving you,
    never buy from you, never order from you, never shop here again, never use you again,
    never using you again`,
  de: `
    kündige, kündigen, kündigung, gekündigt, kuendige, kuendigen, kuendigung, wechsle den anbieter,
    wechsele den anbieter, anbieter wechseln, zur konkurrenz, kunde verloren, kundin verloren,
    kunden verloren, konto schließen, konto auflösen, vertrag auflösen, abo beenden`,
  fr: `
    résilier, résilie, résiliation, résilié, resilier, désabonner, désabonne, désabonnement,
    fermer mon compte, clôturer mon compte, annuler mon abonnement, annule mon abonnement,
    à la concurrence, chez la concurrence, chez un concurrent, changer d'opérateur,
    changer de fournisseur, perdu un client, perdu une cliente`,
  es: `
    cancelar mi *, cancelar la suscripción, cancelar el contrato, cancelar el servicio,
    quiero cancelar, voy a cancelar, darme de baja, dar de baja, me doy de baja, cerrar mi cuenta,
    a la competencia, con la competencia, cambiar de compañía, cambiarme de compañía,
    perdieron un cliente, perdido un cliente`,
  it: `
    disdire, disdico, disdetta, annullare l'abbonamento, cancellare l'abbonamento, chiudere il conto,
    chiudere il mio account, chiudo il conto, recesso dal contratto, recedere dal contratto,
    alla concorrenza, cambio operatore, cambiare operatore, perso un cliente, perso una cliente`,
  pt: `
    cancelar minha *, cancelar a minha *, cancelar meu *, cancelar o meu *, cancelar a assinatura,
    cancelar o contrato, cancelar o serviço, quero cancelar, vou cancelar, encerrar minha conta,
    encerrar a minha conta, fechar a minha conta, rescindir, mudar de operadora, para a concorrência,
    perderam um cliente, perderam uma cliente`,
  nl: `
    opzeggen, opgezegd, zeg mijn abonnement op, zeg het abonnement op, abonnement stopzetten,
    abonnement beëindigen, overstappen naar een ander*, stap over naar een ander*, naar de concurrent,
    naar een concurrent, rekening opheffen, account opheffen, klant kwijt`,
});

const STAYING = spoken({
  en: `
    not cancelling, not canceling, keep cancelling, keeps cancelling, noise cancelling,
    noise canceling, noise-cancelling, noise-canceling, instead of cancelling, without cancelling,
    no need to cancel*, don't want to cancel, didn't want to cancel, do not want to cancel,
    not want to cancel, not going to cancel, never going to cancel, not have to cancel,
    don't have to cancel, didn't have to cancel, will not be cancelling, won't be cancelling,
    cancel my order*, cancel our order*, cancel my booking, cancel my appointment,
    cancel my reservation, cancel my flight, cancel my meeting, cancel my cancellation,
    not switching to another, no need to switch to another, not closing my account,
    not looking elsewhere, no need to go elsewhere, not leaving you, never leaving you`,
  de: `
    nicht kündigen, nicht zu kündigen, niemals kündigen, nie kündigen, kündige nicht, keine kündigung,
    ohne kündigung, kündigung zurückziehen, nicht gekündigt, jederzeit kündigen`,
  fr: 'sans résilier, pas résilier, ne résilie pas, pas de résiliation, jamais résilier',
  es: `
    no voy a cancelar, no quiero cancelar, sin cancelar, cancelar mi pedido, cancelar mi reserva,
    cancelar mi cita`,
  it: 'non disdico, non disdire, senza disdire, nessuna disdetta, non voglio disdire',
  pt: `
    não vou cancelar, não quero cancelar, sem cancelar, cancelar meu pedido, cancelar o meu pedido,
    cancelar minha encomenda, cancelar a minha encomenda, cancelar minha reserva,
    cancelar a minha reserva`,
  nl: 'niet opzeggen, nooit opzeggen, niet opgezegd, zonder op te zeggen',
});

/** A customer on the way out. The last of the rules that name a theme: what drives people away says more than that they go. */
export const LEAVING_RULES: readonly Rule[] = [
  {
    name: 'churn: leaving',
    when: { says: LEAVING, saysExcept: STAYING },
    severity: 'high',
    theme: 'churn',
    reason: 'says {said}',
  },
];
