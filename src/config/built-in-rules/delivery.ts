import type { Rule } from '../../domain/policy.js';
import { spoken } from './spoken.js';

const FAILED = spoken({
  en: `
    never arrived, hasn't arrived, has not arrived, haven't arrived, still hasn't come, not arrived,
    didn't arrive, did not arrive, never delivered, not been delivered, was not delivered,
    wasn't delivered, hasn't been delivered, never received my, haven't received my, wrong item*,
    wrong product*, wrong order, missing item*, arrived damaged, arrived broken, came broken,
    came damaged, lost my parcel, lost my package, lost my order, lost parcel, lost package,
    late delivery, delivery was late, delivery is late, arrived late, delivered late, days late,
    weeks late, hours late, delivered to the wrong`,
  de: `
    nicht angekommen, nie angekommen, nicht geliefert, nie geliefert, nicht erhalten,
    immer noch nicht da, beschädigt, falsche ware, falschen artikel, falscher artikel,
    zu spät geliefert, lieferverzögerung, paket verloren`,
  fr: `
    jamais arrivé, jamais arrivée, pas arrivé, pas arrivée, jamais reçu, jamais reçue, pas reçu,
    pas encore reçu, retard de livraison, livré en retard, livrée en retard, colis perdu,
    colis endommagé, mauvais article`,
  es: `
    no ha llegado, no llegó, nunca llegó, no he recibido, no recibí, llegó tarde, llegó roto,
    llegó dañado, paquete perdido, producto equivocado`,
  it: `
    mai arrivato, mai arrivata, non è arrivato, non è arrivata, non è ancora arrivato,
    non è ancora arrivata, arrivato rotto, arrivato danneggiato, arrivato in ritardo,
    consegna in ritardo, pacco perso, articolo sbagliato, mai ricevuto, non ho ricevuto,
    non ho ancora ricevuto`,
  pt: `
    não chegou, ainda não chegou, nunca chegou, não recebi, chegou atrasado, chegou atrasada,
    chegou quebrado, chegou danificado, produto errado, encomenda perdida`,
  nl: `
    niet aangekomen, nooit aangekomen, niet geleverd, nooit geleverd, niet ontvangen, nooit ontvangen,
    te laat geleverd, beschadigd, pakket kwijt, verkeerd artikel, verkeerde artikel`,
});

const FINE = spoken({
  en: 'never arrived late, nothing arrived damaged, not arrived damaged, no missing item*',
  de: 'nicht beschädigt',
  nl: 'niet beschadigd',
});

const DELIVERY = spoken({
  en: 'delivery, deliveries, delivered, shipping, shipment*, parcel*, courier*',
  de: 'lieferung, lieferungen, geliefert, paket, pakete, versand',
  fr: 'livraison, livraisons, colis',
  es: 'entrega, entregas, envío, envíos, paquete',
  it: 'consegna, consegne, spedizione, pacco',
  pt: 'entrega, entregas, encomenda, encomendas',
  nl: 'levering, bezorging, bezorgd, pakket, pakketje',
});

/** What was ordered and how it came. */
export const DELIVERY_RULES: readonly Rule[] = [
  {
    name: 'delivery: late, lost or damaged',
    when: { says: FAILED, saysExcept: FINE },
    severity: 'normal',
    theme: 'delivery',
    reason: 'says {said}',
  },
  {
    name: 'about delivery',
    when: { says: DELIVERY, evenWhenHappy: true },
    theme: 'delivery',
    reason: 'says {said}',
  },
];
