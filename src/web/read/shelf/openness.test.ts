import { describe, expect, test } from 'vitest';
import { BRIDGE_PAPERS, dayAt, paper, year } from '../../sample/bridge-papers.js';
import { notableDays, opennessOn } from './openness.js';

describe('as open on a given day', () => {
  const released = dayAt('1929-07-01', -300);

  test('a released document is sealed the day before and open on the day', () => {
    expect(opennessOn(released, '1929-06-30')).toBe('not open');
    expect(opennessOn(released, '1929-07-01')).toBe('open');
    expect(opennessOn(released, '1930-01-01')).toBe('open');
  });

  test('R2: within the interval of an opening nobody can say', () => {
    expect(opennessOn(year(1931), '1930-12-31')).toBe('not open');
    expect(opennessOn(year(1931), '1931-01-01')).toBe('possibly open');
    expect(opennessOn(year(1931), '1931-12-30')).toBe('possibly open');
    expect(opennessOn(year(1931), '1931-12-31')).toBe('open');
  });

  test('an opening that nobody recorded stays unknown', () => {
    expect(opennessOn(null, '1931-01-01')).toBe('not known when opened');
  });
});

describe('days of note', () => {
  test('come from the shelf itself, earliest first, releases apart from publications', () => {
    const days = notableDays([
      ...BRIDGE_PAPERS,
      paper('TOWN/d3', { open: dayAt('1929-07-01', -300), custody: 'bridge_letters' }),
      paper('ALMANAC', { open: dayAt('1929-07-01', -300) }),
    ]);
    expect(days.map(({ day, released, documents }) => [day, released, documents])).toEqual([
      ['1900-05-02', false, 1],
      ['1929-07-01', true, 2],
      ['1929-07-01', false, 1],
      ['1931-12-31', false, 1],
    ]);
  });

  test('the day before is the last on which nothing of it was open', () => {
    const [day] = notableDays([paper('TOWN/d1', { open: year(1931) })]);
    expect(day?.before).toBe('1930-12-31');
  });
});
