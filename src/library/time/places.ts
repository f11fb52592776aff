/**
 * Places that documents are dated at, with the IANA name of the zone whose clock they keep. A
 * place that is not here has a clock that we do not know: its times are kept as stated.
 */
const ZONES: Readonly<Record<string, string>> = {
  // The United States
  Washington: 'America/New_York',
  'New York': 'America/New_York',
  Boston: 'America/New_York',
  Roanoke: 'America/New_York',
  'Hyannis Port': 'America/New_York',
  'Palm Beach': 'America/New_York',
  Newport: 'America/New_York',
  'Camp David': 'America/New_York',
  Gettysburg: 'America/New_York',
  Miami: 'America/New_York',
  // The Soviet Union and Europe
  Moscow: 'Europe/Moscow',
  Leningrad: 'Europe/Moscow',
  London: 'Europe/London',
  Paris: 'Europe/Paris',
  Bonn: 'Europe/Berlin',
  Berlin: 'Europe/Berlin',
  Frankfurt: 'Europe/Berlin',
  Geneva: 'Europe/Zurich',
  Bern: 'Europe/Zurich',
  Vienna: 'Europe/Vienna',
  Rome: 'Europe/Rome',
  Brussels: 'Europe/Brussels',
  'The Hague': 'Europe/Amsterdam',
  Madrid: 'Europe/Madrid',
  Lisbon: 'Europe/Lisbon',
  Copenhagen: 'Europe/Copenhagen',
  Oslo: 'Europe/Oslo',
  Stockholm: 'Europe/Stockholm',
  Helsinki: 'Europe/Helsinki',
  Warsaw: 'Europe/Warsaw',
  Prague: 'Europe/Prague',
  Belgrade: 'Europe/Belgrade',
  Athens: 'Europe/Athens',
  Ankara: 'Europe/Istanbul',
  Istanbul: 'Europe/Istanbul',
  // The Americas
  Havana: 'America/Havana',
  'Mexico City': 'America/Mexico_City',
  'Guatemala City': 'America/Guatemala',
  Tegucigalpa: 'America/Tegucigalpa',
  'San Salvador': 'America/El_Salvador',
  Managua: 'America/Managua',
  'San Jose': 'America/Costa_Rica',
  Panama: 'America/Panama',
  'Panama City': 'America/Panama',
  Kingston: 'America/Jamaica',
  'Santo Domingo': 'America/Santo_Domingo',
  Caracas: 'America/Caracas',
  Bogota: 'America/Bogota',
  Quito: 'America/Guayaquil',
  Lima: 'America/Lima',
  'La Paz': 'America/La_Paz',
  Santiago: 'America/Santiago',
  Montevideo: 'America/Montevideo',
  'Buenos Aires': 'America/Argentina/Buenos_Aires',
  'Rio de Janeiro': 'America/Sao_Paulo',
  Ottawa: 'America/Toronto',
  // Africa and Asia
  Cairo: 'Africa/Cairo',
  Tokyo: 'Asia/Tokyo',
  Delhi: 'Asia/Kolkata',
  'New Delhi': 'Asia/Kolkata',
};

/** Words for a clock that are no place: what documents call it, as IANA names it. */
const CLOCKS: Readonly<Record<string, string>> = {
  Greenwich: 'UTC',
  GMT: 'UTC',
  EDT: 'Etc/GMT+4',
  EST: 'Etc/GMT+5',
};

const KNOWN = new Map([...Object.entries(ZONES), ...Object.entries(CLOCKS)]);
const LONGEST_FIRST = Object.keys(ZONES).toSorted((a, b) => b.length - a.length);
const PLACE = new RegExp(String.raw`\b(?:${LONGEST_FIRST.join('|')})\b`);

/**
 * The IANA name of the zone that a place keeps, such as `America/New_York` for `Washington`; the
 * words `Greenwich`, `GMT`, `EDT` and `EST` name a clock too. Null for a place that is not known.
 */
export function zoneNameOf(place: string): string | null {
  return KNOWN.get(place) ?? null;
}

/** The first place in a text whose clock is known; null if there is none. */
export function placeIn(text: string): string | null {
  return PLACE.exec(text)?.[0] ?? null;
}
