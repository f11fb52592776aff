import type { z } from 'zod';

/** What is said of a line of orders that cannot be read. */
export const orderMessages = {
  notJson: 'this line is not JSON; a file of orders has one JSON object a line',
  notATime: (text: string) =>
    `'${text}' is no time; write it as 1962-10-27T15:20Z, or with an offset from UTC`,
  issue: (issue: z.core.$ZodRawIssue): string | undefined => {
    switch (issue.code) {
      case 'unrecognized_keys':
        return `an order of this type has no ${issue.keys.join(', ')}`;
      case 'invalid_union':
        return 'no such type of order';
      case 'invalid_type':
        return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`;
      default:
        return undefined;
    }
  },
} as const;
