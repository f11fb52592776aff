/** The most names that one message lists. */
export const MOST_SHOWN = 12;

/** Names in quotes, one after another; of very many the first, and how many more. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map(quote).join(', ');
  return names.length > MOST_SHOWN ? `${shown} and ${names.length - MOST_SHOWN} more` : shown;
}

/** The question at the end of a message about a name that is nearly one. */
export function meant(near: string): string {
  return `did you mean ${quote(near)}?`;
}

/** A quoted word, cut where it is long: a message must not repeat a megabyte of input. */
export function quote(word: string): string {
  return `\`${word.length > 60 ? `${word.slice(0, 60)}…` : word}\``;
}
