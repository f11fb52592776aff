import { describe, expect, test } from 'vitest';
import { placeIn, zoneNameOf } from './places.js';

describe('places', () => {
  test.each([
    ['Washington', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['Moscow', 'Europe/Moscow'],
    ['Havana', 'America/Havana'],
    ['Bonn', 'Europe/Berlin'],
    ['Greenwich', 'UTC'],
    ['EST', 'Etc/GMT+5'],
  ])('%s keeps the clock of %s', (place, zone) => {
    expect(zoneNameOf(place)).toBe(zone);
  });

  test('a place that is not in the table has no known clock', () => {
    expect(zoneNameOf('Northbank')).toBeNull();
    expect(zoneNameOf('constructor')).toBeNull();
  });

  test('every zone of the table is one that this machine knows', () => {
    const places = ['La Paz', 'Rio de Janeiro', 'San Jose', 'Ankara', 'Tokyo', 'The Hague'];
    for (const place of places) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zoneNameOf(place)! })).not.toThrow();
    }
  });

  test('a place is found in a text by its whole name', () => {
    expect(placeIn('at the hotel in New York on Friday')).toBe('New York');
    expect(placeIn('from Panama City')).toBe('Panama City');
    expect(placeIn('the Romeo affair')).toBeNull();
  });
});
