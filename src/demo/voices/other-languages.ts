/** Customers who do not write English. Scores, tiers and tags work in every language; watched words where the rules have them. */
import { say, type Voice } from '../voice.js';

/** "I am still waiting since Tuesday. The driver left the parcel with a neighbour I don't know and nobody answers the phone." */
export const SPANISH_NEIGHBOUR: Voice = say(411, {
  kind: 'survey',
  external_id: 'nps-7702',
  metric: 'nps',
  score: 4,
  text: 'Sigo esperando desde el martes. El repartidor dejó el paquete con un vecino que no conozco y nadie contesta al teléfono.',
  channel: 'email',
  language: 'es',
  location: 'Valencia',
  customer: {
    id: 'cus-32218',
    name: 'Inés Ferrándiz',
    email: 'ines.ferrandiz@correo.example',
    stage: 'active',
    preferred_contact: 'WhatsApp',
    time_zone: 'Europe/Madrid',
  },
});

export const OTHER_LANGUAGES: readonly Voice[] = [
  // "I have now called three times. The monthly amount was taken twice, and each time I hear that accounting will be in touch."
  say(430, {
    kind: 'survey',
    external_id: 'csat-30431',
    metric: 'csat',
    score: 1,
    text: 'Ich habe jetzt zum dritten Mal angerufen. Der Monatsbetrag wurde doppelt abgebucht, und jedes Mal heißt es, die Buchhaltung melde sich.',
    channel: 'phone',
    language: 'de',
    location: 'Hannover',
    customer: {
      id: 'cus-26113',
      name: 'Heike Brandstätter',
      email: 'heike.brandstaetter@post.example',
      stage: 'active',
      preferred_contact: 'phone',
      time_zone: 'Europe/Berlin',
    },
  }),
  SPANISH_NEIGHBOUR,
  // "Two weeks running the time slot was not kept. When I ask, only a stock answer comes back. The people who deliver are always kind, so it is a pity."
  say(336, {
    kind: 'review',
    external_id: 'store-review-80127',
    metric: 'stars',
    score: 2,
    text: '二週続けて時間指定が守られませんでした。問い合わせても定型文が返ってくるだけです。届けてくださる方はいつも親切なので、残念です。',
    channel: 'app store',
    language: 'ja',
    author: { name: '高瀬 みどり', handle: 'midori_t' },
  }),
  // "The parcel came opened and two pieces are missing. I wrote to you two days ago and nobody answered. I would like a real person to call me."
  say(291, {
    kind: 'survey',
    external_id: 'csat-30462',
    metric: 'csat',
    score: 2,
    text: 'وصل الطرد مفتوحًا وتنقصه قطعتان. كتبت لكم قبل يومين ولم يرد أحد. أرجو أن يتصل بي شخص حقيقي.',
    channel: 'email',
    language: 'ar',
    tags: ['courier'],
    customer: {
      id: 'cus-33390',
      name: 'سلمى الخطيب',
      email: 'salma.alkhatib@barid.example',
      stage: 'new',
      preferred_contact: 'phone',
      time_zone: 'Asia/Amman',
    },
  }),
  // "I am going to cancel: every other box arrives broken and nobody answers my messages. A pity, the coffee was good."
  say(283, {
    kind: 'survey',
    external_id: 'nps-7709',
    metric: 'nps',
    score: 2,
    text: 'Je vais résilier : une box sur deux arrive cassée et personne ne répond à mes messages. Dommage, le café était bon.',
    channel: 'email',
    language: 'fr',
    location: 'Lyon',
    customer: {
      id: 'cus-31540',
      name: 'Éloïse Marchetti',
      email: 'eloise.marchetti@courriel.example',
      stage: 'at risk',
      preferred_contact: 'email',
      time_zone: 'Europe/Paris',
    },
  }),
  // "This month's fee was charged twice. I have sent the receipt and nobody answers."
  say(249, {
    kind: 'survey',
    external_id: 'csat-30471',
    metric: 'csat',
    score: 2,
    text: 'Cobraram duas vezes a mensalidade deste mês. Já enviei o comprovativo e ninguém responde.',
    channel: 'chat',
    language: 'pt-PT',
    location: 'Braga',
    customer: {
      id: 'cus-30277',
      name: 'Joaquim Teles',
      email: 'joaquim.teles@correio.example',
      stage: 'active',
      preferred_contact: 'email',
      time_zone: 'Europe/Lisbon',
    },
  }),
];
