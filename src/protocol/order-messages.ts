import type { z } from 'zod';

/** What is said of a line of orders that cannot be read. */
export const orderMessages = {
  notJson: 'this line is not JSON; a file of orders has one JSON object a line',
  notATime: (text: string) =>
    `'${text}' is no time; write it as 1962-10-27T15:20Z, or with an offset from UTC`,
  badId: 'is no id: write a letter, then letters, digits, _ or -, 64 at most',
  issue: (issue: z.core.$ZodRawIssue): string | undefined => {
    switch (issue.code) {
      case 'unrecognized_keys':
        return `an order of this type has no ${issue.keys.join(', ')}`;
      case 'invalid_union':
        return 'no such type of order';
      case 'invalid_type':
        return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`;
      case 'invalid_value':
        return `must be one of ${issue.values.join(', ')}`;
      case 'too_small':
        return 'must not be empty';
      case 'too_big':
        return `must not be longer than ${issue.maximum}`;
      default:
        return undefined;
    }
  },
} as const;
