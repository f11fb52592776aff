import type { HandOver } from '../document.js';

/** The part of a sentence that tells of one hand-over. */
export interface Passage {
  readonly type: HandOver['type'];
  /** From the end of the verb before it to its own. */
  readonly between: string;
  /** From its own verb to the next one, or to the end of the sentence. */
  readonly after: string;
  /** Whether it is the first of its sentence. */
  readonly first: boolean;
  readonly to: string | null;
}

const VERB = new RegExp(
  String.raw`(?<passed>\bpassed to\b)|(?<broadcast>\b(?:was|were) broadcast\b)|` +
    String.raw`(?<received>\b(?:was|were) received\b|^Received\b)|` +
    String.raw`(?<delivered>\b(?:delivered|handed|given)\b)`,
  'gi',
);
/** What has not happened yet. */
const WISH = /\b(?:should|to|will|could|would|must|may|shall)(?: not)? be $/i;
const WORD = String.raw`\p{Lu}[\p{L}.’'-]*`;
const NAME = `(?:the )?(${WORD}(?: (?:of |of the |for )?${WORD})*)`;
const TO = new RegExp(String.raw`\bto ${NAME}`, 'u');
const OBJECT = new RegExp(`^ ${NAME}`, 'u');
const RECEIVER = new RegExp(String.raw`^ (?:in|at|by) ${NAME}`, 'u');

/**
 * The hand-overs in a sentence, with or without a time. Where a document speaks itself, `received`
 * is about the letters of others and is not looked for.
 */
export function passagesOf(sentence: string, by: 'note' | 'opening'): readonly Passage[] {
  const verbs = [...sentence.matchAll(VERB)].filter(
    ({ index, groups }) =>
      !WISH.test(sentence.slice(Math.max(0, index - 30), index)) &&
      !(by === 'opening' && groups!['received'] !== undefined),
  );
  return verbs.map(({ index, 0: verb, groups }, i) => {
    const before = verbs[i - 1];
    const type = typeOf(groups!);
    const after = sentence.slice(index + verb.length, verbs[i + 1]?.index);
    return {
      type,
      between: sentence.slice(before === undefined ? 0 : before.index + before[0].length, index),
      after,
      first: i === 0,
      to: receiver(type, /to$/i.test(verb) ? ` to${after}` : after),
    };
  });
}

function typeOf(groups: Record<string, string | undefined>): HandOver['type'] {
  if (groups['passed'] !== undefined) return 'passed';
  if (groups['broadcast'] !== undefined) return 'broadcast';
  return groups['received'] === undefined ? 'delivered' : 'received';
}

function receiver(type: HandOver['type'], after: string): string | null {
  if (type === 'broadcast') return null;
  const found = type === 'received' ? RECEIVER.exec(after) : (OBJECT.exec(after) ?? TO.exec(after));
  return found?.[1]?.replace(/\.$/, '') ?? null;
}
