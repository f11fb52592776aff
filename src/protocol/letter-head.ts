import { grouped } from '../core/grouped.js';
import type { DispatchBody } from '../core/history/delivery.js';
import type { Directory } from './public-parts.js';
import type { LetterView } from './replay.js';

type LetterHead = Omit<
  LetterView,
  'title' | 'side' | 'repliedBy' | 'cites' | 'known' | 'legs' | 'basis' | 'note'
>;

/** What a letter's own text gives to every view of it. */
export function letterHead(body: DispatchBody): LetterHead {
  return {
    id: body.id,
    from: body.from,
    to: body.to,
    kind: body.kind,
    public: body.public,
    text: body.text,
    give: body.give,
    ask: body.ask,
    linkage: body.linkage,
    refuses: body.refuses,
    answer: body.answer,
    sent: body.sent,
    ...(body.repliesTo === undefined ? {} : { repliesTo: body.repliesTo }),
    ...(body.tone === undefined ? {} : { tone: body.tone }),
  };
}

/** What letters without a title of their own are called, by what they answer or are for. */
const UNTITLED: Readonly<Record<string, string>> = {
  accept: 'Acceptance',
  decline: 'Refusal',
  counter: 'Counter-offer',
  withdraw: 'Withdrawal',
  honour: 'Bargain honoured',
  repudiate: 'Bargain repudiated',
  'consent asked': 'Consent asked',
  'consent given': 'Consent given',
  'consent refused': 'Consent refused',
  dispute: 'Dispute opened',
  argue: 'Dispute argued',
  settle: 'Dispute answered',
  release: 'Obligation released',
  recall: 'Recall',
};

/** The short title of a letter: the record's, its template's, or what it does. */
export function letterTitle({ id, name, answer }: DispatchBody, directory: Directory): string {
  const title = directory.title(id, name);
  if (title !== name) return title;
  return UNTITLED[answer] ?? UNTITLED[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/**
 * Joins each letter to the letters among the given ones that answer it. Given a seat's letters, a
 * reply that the seat never saw leaves no trace (R12).
 */
export function withReplies(letters: readonly Omit<LetterView, 'repliedBy'>[]): LetterView[] {
  const replies = grouped(letters, ({ repliesTo }) => repliesTo);
  return letters.map((letter) => ({
    ...letter,
    repliedBy: (replies.get(letter.id) ?? []).map(({ id, sent, known }) => ({
      id,
      at: sent,
      known,
    })),
  }));
}
