/** What has become of an entry of the record (`entryStatus`). */
export const PENDING = 0;
export const HAPPENED = 1;
export const OVERTAKEN = 2;
export const DROPPED = 3;
