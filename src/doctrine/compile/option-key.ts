/** What the key of an option says: `accept private_offer`, `counter first with second`. */
export type OptionKey =
  | { readonly type: 'nothing' }
  | { readonly type: 'act' | 'send'; readonly name: string }
  | ConsentKey
  | ReplyKey
  | OwnOfferKey
  | CounterKey;

export interface ConsentKey {
  readonly type: 'consent' | 'refuse';
  readonly name: string;
}

export interface ReplyKey {
  readonly type: 'accept' | 'decline' | 'leave';
  /** A letter, or null for any offer. */
  readonly letter: string | null;
}

export interface OwnOfferKey {
  readonly type: 'withdraw' | 'honour' | 'repudiate';
  readonly letter: string | null;
}

export interface CounterKey {
  readonly type: 'counter';
  readonly letter: string | null;
  readonly with: string;
}

/** Reads the key of an option, or gives null where it is none. */
export function readOptionKey(key: string): OptionKey | null {
  const [type = '', ...rest] = key.split(' ');
  switch (type) {
    case 'nothing':
      return rest.length === 0 ? { type } : null;
    case 'act':
    case 'send':
    case 'consent':
    case 'refuse':
      return rest.length === 1 ? { type, name: rest[0]! } : null;
    case 'accept':
    case 'decline':
    case 'leave':
    case 'withdraw':
    case 'honour':
    case 'repudiate':
      return rest.length <= 1 ? { type, letter: rest[0] ?? null } : null;
    case 'counter':
      return counterKey(rest);
    default:
      return null;
  }
}

/** `counter with SECOND` or `counter FIRST with SECOND`. */
function counterKey(words: readonly string[]): OptionKey | null {
  if (words.length < 2 || words.length > 3 || words.at(-2) !== 'with') return null;
  const letter = words.length === 3 ? words[0]! : null;
  return { type: 'counter', letter, with: words.at(-1)! };
}
