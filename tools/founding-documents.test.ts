import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PAGE = 'docs/founding-documents.md';

interface Row {
  readonly what: string;
  readonly test: string;
  readonly file: string;
}

/** The rows of the page's tables: what, and which test of which file covers it. */
function rowsOf(page: string): readonly Row[] {
  let file = '';
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, what = '', , covered = ''] = cells;
    const named = /^test, in `(.+)`$/.exec(covered)?.[1];
    if (named !== undefined) file = named;
    const title = /^`(.+)`$/.exec(covered)?.[1];
    return title === undefined ? [] : [{ what, test: title, file }];
  });
}

/** Whether a file has a test of this title, written out or as a row of `test.each`. */
function hasTest(code: string, title: string): boolean {
  if (code.includes(`('${title}', `) || code.includes(`(\n    '${title}',`)) return true;
  const [, name] = /"([^"]+)"/.exec(title) ?? [];
  if (name === undefined) return false;
  return code.includes(`('${title.replace(name, '%s')}', `) && code.includes(`['${name}', `);
}

const rows = rowsOf(readFileSync(PAGE, 'utf8'));

test('every field and control of the founding documents has a test that names it', () => {
  const missing = rows.filter(
    ({ file, test: title }) => !hasTest(readFileSync(file, 'utf8'), title),
  );
  expect(missing).toEqual([]);
});

test('every field of the record and of the chapter, and every control, is listed', () => {
  const named = rows.flatMap(({ test: title }) => /"([^"]+)"/.exec(title)?.[1] ?? []);
  expect(named.join(', ')).toBe(
    'bylines, newspaper, copyright holder, copyright year, weekday, date, tag, section, page, ' +
      'edition, source, dateline, length, headline, body, ' +
      'number, title, part n of m, absent parts, completed, text, ' +
      'Font, Large, Medium, Small, Night, PrevPage, Index, Favorite, Next, (2/2), Chapter completed!',
  );
});

test('a test that is not there, or was renamed, is missed', () => {
  const code =
    "test('control \"A\": works', () => {});\ntest.each([['B', 1]])('control \"%s\": works', f);";
  expect(hasTest(code, 'control "A": works')).toBe(true);
  expect(hasTest(code, 'control "B": works')).toBe(true);
  expect(hasTest(code, 'control "C": works')).toBe(false);
  expect(hasTest(code, 'control "A": work')).toBe(false);
});
