/** What people say, written for this test, and what should come of it when nothing but the words is known. */
import type { Severity } from '../../src/domain/severity.js';

export interface Voice {
  readonly says: string;
  /** What a person would want; `nothing`: it stays on the timeline. */
  readonly should: Severity | 'nothing';
  readonly theme?: string;
  /** What happens instead: rules on words cannot tell, and we know it. */
  readonly is?: Severity | 'nothing';
}

export const VOICES: readonly Voice[] = [
  // English, complaints
  {
    says: "Third time I call about the same refund. I'm cancelling on Friday.",
    should: 'high',
    theme: 'refunds',
  },
  { says: 'The charger caught fire on my desk last night.', should: 'critical', theme: 'safety' },
  { says: 'My daughter was injured when the chair collapsed.', should: 'critical', theme: 'safety' },
  { says: 'Two of us got food poisoning after your lunch box.', should: 'critical', theme: 'safety' },
  { says: 'The cable overheats, this feels unsafe in a nursery.', should: 'high', theme: 'safety' },
  { says: 'If I have no answer by Monday I will sue.', should: 'critical', theme: 'legal' },
  { says: 'We are considering legal action over the contract.', should: 'critical', theme: 'legal' },
  { says: 'You will be hearing from my attorney.', should: 'critical', theme: 'legal' },
  { says: 'My lawyer advised me to write to you once more.', should: 'high', theme: 'legal' },
  { says: 'I have referred this to the ombudsman.', should: 'high', theme: 'legal' },
  { says: "I can see another customer's invoices in my account!", should: 'critical', theme: 'privacy' },
  { says: 'My account was hacked and the address changed.', should: 'critical', theme: 'privacy' },
  { says: 'Under GDPR I ask you to delete my data.', should: 'normal', theme: 'privacy' },
  { says: 'Please cancel my subscription as of today.', should: 'high', theme: 'churn' },
  { says: 'We are switching to another vendor next quarter.', should: 'high', theme: 'churn' },
  { says: 'I want to close my account.', should: 'high', theme: 'churn' },
  { says: "You've lost a customer.", should: 'high', theme: 'churn' },
  { says: 'I want my money back.', should: 'normal', theme: 'refunds' },
  { says: 'I have started a chargeback with my card company.', should: 'high', theme: 'refunds' },
  { says: 'You charged me twice for March.', should: 'normal', theme: 'billing' },
  { says: 'The app is down again and so is the website.', should: 'normal', theme: 'outage' },
  { says: 'Checkout doesn’t work on my phone.', should: 'normal', theme: 'outage' },
  { says: "I can't log in since the update.", should: 'normal', theme: 'login' },
  { says: 'My parcel never arrived.', should: 'normal', theme: 'delivery' },
  { says: 'Your agent was rude and hung up on me.', should: 'high', theme: 'staff' },
  { says: 'Still waiting for somebody to answer.', should: 'normal' },
  { says: 'This is the third time I have contacted you.', should: 'normal' },
  { says: 'What a scam.', should: 'normal' },
  {
    says: 'I will take this to the press, going to the press tomorrow.',
    should: 'high',
    theme: 'reputation',
  },
  // English, nothing to do
  { says: 'There is no need to cancel anything, all good now.', should: 'nothing' },
  { says: "I'm not cancelling, the plan suits us.", should: 'nothing' },
  { says: 'These noise cancelling headphones are lovely.', should: 'nothing' },
  { says: 'Could you cancel my order? I picked the wrong size.', should: 'nothing', theme: 'general' },
  { says: 'Thanks for the refund, that was quick.', should: 'nothing' },
  { says: 'They promptly refunded the second ticket.', should: 'nothing' },
  { says: 'Your team has been on fire this week, thank you.', should: 'nothing' },
  { says: 'Sue from your shop was so kind.', should: 'nothing' },
  { says: 'Adding insult to injury, it also rained. Fun trip though.', should: 'nothing' },
  { says: 'Nobody was rude, nobody was late, five of five.', should: 'nothing' },
  { says: 'No hidden fees, no nonsense.', should: 'nothing', theme: 'general' },
  { says: 'We never crashed once in a year of use.', should: 'nothing' },
  { says: 'Is there a discount for students?', should: 'nothing' },
  { says: 'Where do I find my invoices?', should: 'nothing', theme: 'billing' },
  { says: 'Great delivery, friendly driver.', should: 'nothing', theme: 'delivery' },
  { says: 'The hospital where I work uses your beds too.', should: 'nothing' },
  { says: 'I believe in brand loyalty.', should: 'nothing' },
  { says: 'We keep storing our files with you.', should: 'nothing' },
  { says: 'A resilient little product.', should: 'nothing' },
  // English, where words alone mislead
  { says: 'My friend had to sue them, luckily I chose you: wonderful.', should: 'nothing' },
  { says: 'The competition is a rip-off, you are not.', should: 'nothing', is: 'normal' },
  {
    says: 'It doesn’t work unless you charge it first, then it is brilliant.',
    should: 'nothing',
    is: 'normal',
  },
  { says: 'Well, that was the last penny you get from me.', should: 'high', is: 'nothing' },
  { says: 'Five weeks. Five. Nobody cares over there, do they?', should: 'normal', is: 'nothing' },
  // German
  { says: 'Hiermit kündige ich meinen Vertrag.', should: 'high', theme: 'churn' },
  { says: 'Das Gerät hat Feuer gefangen!', should: 'critical', theme: 'safety' },
  { says: 'Ich schalte meinen Anwalt ein.', should: 'high', theme: 'legal' },
  { says: 'Wir werden rechtliche Schritte einleiten.', should: 'critical', theme: 'legal' },
  { says: 'Ich warte seit drei Wochen auf meine Rückerstattung.', should: 'normal', theme: 'refunds' },
  { says: 'Es wurde doppelt abgebucht.', should: 'normal', theme: 'billing' },
  { says: 'Die App stürzt ab, sobald ich sie öffne.', should: 'normal', theme: 'outage' },
  { says: 'Mein Paket ist nie angekommen.', should: 'normal', theme: 'delivery' },
  { says: 'Der Mitarbeiter war unfreundlich und hat einfach aufgelegt.', should: 'high', theme: 'staff' },
  { says: 'Ich will nicht kündigen, ich bin zufrieden.', should: 'nothing' },
  { says: 'Schneller geht nicht, danke!', should: 'nothing' },
  { says: 'Die Rechnung habe ich gefunden, vielen Dank.', should: 'nothing', theme: 'billing' },
  // French
  { says: 'Je veux résilier mon abonnement.', should: 'high', theme: 'churn' },
  { says: 'Mon fils a été blessé par votre produit.', should: 'critical', theme: 'safety' },
  { says: 'Je vais porter plainte.', should: 'critical', theme: 'legal' },
  { says: 'J’attends toujours mon remboursement.', should: 'normal', theme: 'refunds' },
  { says: 'L’application ne fonctionne plus.', should: 'normal', theme: 'outage' },
  { says: 'Colis jamais reçu, aucune réponse.', should: 'normal', theme: 'delivery' },
  { says: 'Votre équipe fait preuve de résilience, bravo.', should: 'nothing' },
  { says: 'Remboursement rapide, merci.', should: 'nothing' },
  { says: 'Un avocat bien mûr dans la salade, parfait.', should: 'nothing' },
  // Spanish
  { says: 'Quiero darme de baja ya.', should: 'high', theme: 'churn' },
  { says: 'La batería explotó y tuve quemaduras en la mano.', should: 'critical', theme: 'safety' },
  { says: 'Voy a demandar a la empresa.', should: 'critical', theme: 'legal' },
  { says: 'Es la tercera vez que llamo y nadie contesta.', should: 'normal' },
  { says: 'La web no funciona desde ayer.', should: 'normal', theme: 'outage' },
  { says: 'El empleado fue grosero conmigo.', should: 'high', theme: 'staff' },
  { says: 'Cada vez que llamo me atienden de maravilla.', should: 'nothing' },
  // Italian
  { says: 'Voglio disdire il contratto.', should: 'high', theme: 'churn' },
  { says: 'La stufa ha preso fuoco.', should: 'critical', theme: 'safety' },
  { says: 'Mi rivolgerò al mio avvocato.', should: 'high', theme: 'legal' },
  { says: 'Aspetto ancora il rimborso.', should: 'normal', theme: 'refunds' },
  { says: 'Il pacco non è arrivato.', should: 'normal', theme: 'delivery' },
  { says: 'Rimborso veloce, grazie mille.', should: 'nothing' },
  // Portuguese
  { says: 'Vou cancelar a minha assinatura.', should: 'high', theme: 'churn' },
  { says: 'O carregador pegou fogo.', should: 'critical', theme: 'safety' },
  { says: 'Vou processar vocês.', should: 'critical', theme: 'legal' },
  { says: 'Não consigo entrar na minha conta.', should: 'normal', theme: 'login' },
  { says: 'A encomenda não chegou e ninguém responde.', should: 'normal', theme: 'delivery' },
  { says: 'Não vou cancelar, está tudo bem.', should: 'nothing' },
  // Dutch
  { says: 'Ik wil mijn abonnement opzeggen.', should: 'high', theme: 'churn' },
  { says: 'De oven vloog in brand.', should: 'critical', theme: 'safety' },
  { says: 'Wij overwegen juridische stappen.', should: 'critical', theme: 'legal' },
  { says: 'Ik wil mijn geld terug.', should: 'normal', theme: 'refunds' },
  { says: 'De medewerker was onbeschoft.', should: 'high', theme: 'staff' },
  { says: 'Ik ga zeker niet opzeggen.', should: 'nothing' },
];
