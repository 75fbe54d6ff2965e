/** The business customers of Pelliworth, the parcel and pantry-box company of the demo. Every name here is invented. */
import type { SayingAccount } from '../voice.js';

export const MARLOWE_DENTAL: SayingAccount = {
  id: 'acc-1041',
  name: 'Marlowe Street Dental',
  tier: 'gold',
  annual_value: 36_000,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Noor Haddad',
};

export const VILLA_ROSKVA: SayingAccount = {
  id: 'acc-1007',
  name: 'Villa Roskva',
  tier: 'platinum',
  annual_value: 210_000,
  currency: 'EUR',
  business_unit: 'Parcels',
  owner: 'Pieter van Aalst',
};

export const KETTLEWICK_BREWING: SayingAccount = {
  id: 'acc-1130',
  name: 'Kettlewick Brewing',
  tier: 'gold',
  annual_value: 18_400,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Noor Haddad',
};

export const KUMO_STATIONERY: SayingAccount = {
  id: 'acc-1205',
  name: 'Kumo Stationery',
  tier: 'silver',
  annual_value: 9_200,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Pieter van Aalst',
};

export const ALDERVANE_SCHOOL: SayingAccount = {
  id: 'acc-1188',
  name: 'Aldervane School',
  tier: 'silver',
  annual_value: 6_800,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Noor Haddad',
};

export const SALTMARSH_POTTERY: SayingAccount = {
  id: 'acc-1093',
  name: 'Saltmarsh Pottery',
  tier: 'gold',
  annual_value: 27_500,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Pieter van Aalst',
};

export const TANAGER_ROBOTICS: SayingAccount = {
  id: 'acc-1019',
  name: 'Tanager Robotics',
  tier: 'platinum',
  annual_value: 96_000,
  currency: 'USD',
  business_unit: 'Parcels',
  owner: 'Pieter van Aalst',
};

export const OSTRANDER_BINDERY: SayingAccount = {
  id: 'acc-1240',
  name: 'Ostrander Bindery',
  tier: 'silver',
  annual_value: 4_100,
  currency: 'GBP',
  business_unit: 'Parcels',
  owner: 'Noor Haddad',
};
