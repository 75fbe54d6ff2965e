/**
 * What texts are about where no rule has named a theme: the taxonomy that holds without any configuration, extended and replaced by
 * `reading.themes` in earshot.yaml. The first that is found is the theme, so the narrower ones stand first.
 */
import type { ThemeWording } from '../domain/reading.js';
import { spoken } from './built-in-rules/spoken.js';

export const BUILT_IN_THEMES: readonly ThemeWording[] = [
  {
    theme: 'accessibility',
    says: spoken({
      en: 'wheelchair*, step free, screen reader*, hearing loop, accessible entrance, disabled access',
      de: 'rollstuhl*, barrierefrei*, screenreader',
      fr: 'fauteuil roulant, malvoyant*, mobilité réduite',
      es: 'silla de ruedas, movilidad reducida',
      it: 'sedia a rotelle, disabili',
      pt: 'cadeira de rodas, mobilidade reduzida',
      nl: 'rolstoel*, slechtziend*',
    }),
  },
  {
    theme: 'cleanliness',
    says: spoken({
      en: 'dirty, filthy, unclean, stained, mouldy, moldy, cockroach*, bed bugs, smelly, smelled, smells of, unhygienic',
      de: 'schmutzig*, dreckig*, verschimmelt, schimmel, unhygienisch, gestunken, stinkt',
      fr: 'sale, sales, crasseux, moisi*, cafards, malodorant*',
      es: 'sucio, sucia, sucios, sucias, moho, cucarachas, olía mal, huele mal',
      it: 'sporco, sporca, sporchi, sporche, muffa, puzzava, puzza',
      pt: 'sujo, suja, sujos, sujas, mofo, bolor, cheirava mal',
      nl: 'vies, vieze, smerig*, schimmel, stinkt, stonk',
    }),
  },
  {
    theme: 'waiting',
    says: spoken({
      en: 'queue*, queuing, waiting time*, long wait, waited, hours late, an hour late, kept waiting, on hold',
      de: 'warteschlange*, wartezeit*, gewartet, lange warten',
      fr: "file d'attente, temps d'attente, attendu une heure, attendu des heures",
      es: 'tiempo de espera, lista de espera, esperando una hora, esperar horas',
      it: "tempi di attesa, tempo d'attesa, coda infinita, atteso ore",
      pt: 'tempo de espera, fila de espera, esperei horas',
      nl: 'wachtrij*, wachttijd*, gewacht',
    }),
  },
  {
    theme: 'app and website',
    says: spoken({
      en: 'app, apps, website, web site, web page, checkout page, dark mode, the update, latest update, new version, interface',
      de: 'app, webseite, website, internetseite, update, benutzeroberfläche',
      fr: 'appli, application, site web, site internet, mise à jour',
      es: 'aplicación, página web, sitio web, actualización',
      it: "app, sito, sito web, l'applicazione, aggiornamento",
      pt: 'aplicativo, aplicação, site, atualização',
      nl: 'app, website, update',
    }),
  },
  {
    theme: 'food and drink',
    says: spoken({
      en: 'breakfast, lunch, dinner, meal, meals, dish, dishes, menu, coffee, cold food, undercooked, stale, vegetarian, vegan',
      de: 'frühstück, mittagessen, abendessen, gericht, speisekarte, kaffee, das essen',
      fr: 'petit déjeuner, déjeuner, dîner, repas, plat, plats, le menu, café',
      es: 'desayuno, almuerzo, la cena, la comida, plato, platos, café',
      it: 'colazione, pranzo, cena, il cibo, piatto, piatti, caffè',
      pt: 'pequeno-almoço, café da manhã, almoço, jantar, a comida, prato, pratos',
      nl: 'ontbijt, lunch, diner, gerecht*, koffie, het eten',
    }),
  },
  {
    theme: 'price',
    says: spoken({
      en: 'price, prices, pricing, overpriced, expensive, price increase*, price rise*, rip off, too dear, discount*, cheaper',
      de: 'preis, preise, teuer, überteuert, preiserhöhung*, rabatt*',
      fr: 'prix, trop cher, trop chère, hors de prix, tarif, tarifs, augmentation',
      es: 'precio, precios, caro, cara, carísimo, tarifa, tarifas, descuento*',
      it: 'prezzo, prezzi, caro, cara, troppo costoso, tariffa, tariffe, sconto',
      pt: 'preço, preços, caro, cara, tarifa, tarifas, desconto*',
      nl: 'prijs, prijzen, duur, te duur, prijsverhoging*, korting*',
    }),
  },
  {
    theme: 'product quality',
    says: spoken({
      en: 'quality, broke, broken, defective, faulty, fell apart, falls apart, flimsy, worn out, peels off, battery',
      de: 'qualität, kaputt, defekt*, mangelhaft*, minderwertig*, akku',
      fr: 'qualité, cassé*, défectueu*, batterie',
      es: 'calidad, roto, rota, defectuos*, batería',
      it: 'qualità, rotto, rotta, difettos*, batteria',
      pt: 'qualidade, estragado, estragada, avariado, defeituos*, bateria',
      nl: 'kwaliteit, kapot, defect*, gebrekkig*, batterij',
    }),
  },
  {
    theme: 'help and answers',
    says: spoken({
      en: 'customer service, customer support, support team, your support, chatbot, helpline, call centre, call center, real person',
      de: 'kundenservice, kundendienst, hotline, support, ansprechpartner',
      fr: 'service client, service clients, assistance, hotline, conseiller',
      es: 'atención al cliente, servicio al cliente, soporte',
      it: 'servizio clienti, assistenza clienti, assistenza, operatore',
      pt: 'apoio ao cliente, atendimento ao cliente, atendimento, suporte',
      nl: 'klantenservice, klantendienst, helpdesk',
    }),
  },
];
