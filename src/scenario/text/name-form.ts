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
