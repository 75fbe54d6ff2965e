import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const DISPUTE = spoken({
  en: `
    chargeback, charge back, dispute the charge, dispute this charge, disputing the charge,
    disputed the charge, dispute with my bank, dispute it with my bank`,
  de: 'rückbuchung, zurückbuchen, lastschrift zurück*',
  fr: 'rétrofacturation, opposition auprès de ma banque, contester le prélèvement',
  es: 'contracargo, disputar el cargo, devolver el recibo',
  it: "contestare l'addebito, riaddebito",
  pt: 'contestar a cobrança, chargeback',
  nl: 'storneren, gestorneerd, terugboeken',
});

const REFUND = spoken({
  en: 'refund, refunds, refunded, refunding, money back, reimburse*, compensation',
  de: `
    erstattung*, erstattet, rückerstattung*, zurückerstatt*, rückzahlung, geld zurück, entschädigung`,
  fr: 'rembours*, dédommag*',
  es: 'reembols*, devolución, devolucion, devolver el dinero, devuelvan, devuélvanme',
  it: 'rimbors*, indietro i soldi, soldi indietro, risarciment*',
  pt: 'estorno, devolução, devolver o dinheiro, dinheiro de volta, meu dinheiro, devolvam',
  nl: 'terugbetal*, terugbetaald, geld terug, restitutie, vergoeding',
});

const REFUNDED_GLADLY = spoken({
  en: `
    refund policy, thanks for the refund, thank you for the refund, thanks for refunding,
    thank you for refunding, quick refund, fast refund, instant refund, prompt refund, easy refund,
    refunded quickly, promptly refunded, quickly refunded, immediately refunded, happily refunded, gave me a full refund, refunded promptly, refunded immediately, refunded straight away,
    refunded right away, refund arrived quickly, refund was quick, refund was fast, refund was easy,
    got my refund quickly, got my money back quickly, no need for a refund, no refund needed,
    don't want a refund, don't need a refund, not asking for a refund, not looking for a refund`,
  de: `
    schnelle erstattung, schnelle rückerstattung, danke für die erstattung, sofort erstattet,
    schnell erstattet`,
  fr: `
    remboursé rapidement, remboursement rapide, merci pour le remboursement, remboursée rapidement`,
  es: 'reembolso rápido, gracias por el reembolso, devolución rápida',
  it: 'rimborso rapido, rimborso veloce, grazie per il rimborso, rimborsato subito',
  pt: 'reembolso rápido, obrigado pelo reembolso, obrigada pelo reembolso, devolução rápida',
  nl: 'snelle terugbetaling, snel terugbetaald, bedankt voor de terugbetaling',
});

const BILLED_WRONGLY = spoken({
  en: `
    overcharg*, charged twice, charged me twice, charged us twice, double charged, double-charged,
    charged double, billed twice, billed me twice, billed us twice, wrongly charged, charged the wrong,
    wrong invoice, invoice is wrong, incorrect invoice, billing error*, billing mistake*, hidden fee*,
    hidden charge*, hidden cost*, unexpected charge*, unauthorised charge*, unauthorized charge*,
    still being charged, still charging, keep charging, keeps charging, kept charging`,
  de: `
    doppelt abgebucht, zweimal abgebucht, zu viel abgebucht, falsch abgerechnet, falsche rechnung,
    rechnung ist falsch, rechnung stimmt nicht, versteckte kosten, unberechtigt abgebucht`,
  fr: `
    prélevé deux fois, débité deux fois, débitée deux fois, facturé deux fois, double prélèvement,
    erreur de facturation, facture erronée, frais cachés, surfactur*`,
  es: `
    cobrado dos veces, cobraron dos veces, doble cobro, cobro doble, cobro indebido,
    factura incorrecta, error en la factura, cargos ocultos, cobraron de más, cobrado de más`,
  it: `
    addebitato due volte, doppio addebito, addebito non autorizzato, fattura sbagliata, fattura errata,
    costi nascosti, errore di fatturazione`,
  pt: `
    cobrado duas vezes, cobraram duas vezes, cobrança dupla, cobrança duplicada, cobrança indevida,
    fatura errada, custos escondidos, taxas escondidas`,
  nl: `
    dubbel afgeschreven, twee keer afgeschreven, te veel afgeschreven, onterecht afgeschreven,
    te veel betaald, factuur klopt niet, rekening klopt niet, verkeerde factuur, verborgen kosten`,
});

const BILLED_RIGHTLY = spoken({
  en: 'no hidden fee*, no hidden charge*, no hidden cost*, never overcharg*, without hidden *',
  de: 'keine versteckten kosten, ohne versteckte kosten',
  fr: 'sans frais cachés, pas de frais cachés',
  es: 'sin cargos ocultos',
  it: 'senza costi nascosti, nessun costo nascosto',
  pt: 'sem custos escondidos, sem taxas escondidas',
  nl: 'geen verborgen kosten, zonder verborgen kosten',
});

const BILL = spoken({
  en: 'invoice, invoices, billing, my bill, our bill, direct debit',
  de: 'rechnung, rechnungen, abrechnung*, abgebucht',
  fr: 'facture, factures, facturation, prélèvement*',
  es: 'factura, facturas, facturación, cobro',
  it: 'fattura, fatture, bolletta, addebito',
  pt: 'fatura, faturas, cobrança',
  nl: 'factuur, facturen, afgeschreven',
});

/** Refunds and bills. */
export const MONEY_RULES: readonly Rule[] = [
  {
    name: 'refund: disputed payment',
    when: { says: DISPUTE },
    severity: 'high',
    theme: 'refunds',
    reason: 'says {said}, so the payment may be taken back',
  },
  {
    name: 'refund',
    when: { says: REFUND, saysExcept: REFUNDED_GLADLY },
    severity: 'normal',
    theme: 'refunds',
    reason: 'says {said}',
  },
  {
    name: 'billing: wrong charge',
    when: { says: BILLED_WRONGLY, saysExcept: BILLED_RIGHTLY },
    severity: 'normal',
    theme: 'billing',
    reason: 'says {said}',
  },
  {
    name: 'about billing',
    when: { says: BILL, evenWhenHappy: true },
    theme: 'billing',
    reason: 'says {said}',
  },
];
