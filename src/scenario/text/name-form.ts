/** Whether a text can be a name of a scenario: small letters, digits and `_`, a letter first. */
export function isName(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}

/**
 * Whether a text can be an id, which is unlike a name: letters, digits and `_`, a capital first.
 */
export function isId(text: string): boolean {
  return /^[A-Z][A-Za-z0-9_]*$/.test(text);
}

/**
 * Whether a text can be the id of a collection, as the library names what it imports: lower-case
 * letters and digits, joined by single `-`, `_` or `.`, at most 120 characters. Such a text is a
 * safe part of an address.
 */
export function isCollectionId(text: string): boolean {
  return text.length <= 120 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(text);
}
