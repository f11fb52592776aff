import type { BrokenCase } from './broken-case.js';

/**
 * Ways to break `sound-record.yaml`, a record of two-banks, each with every line that the check
 * says of it.
 */
export const RECORD_CASES: readonly BrokenCase[] = [
  {
    breaks: 'an id that is none',
    change: ['  X1: {', '  x1: {'],
    says: [
      'record.yaml:40:3: `x1` cannot be an id: ids are letters, digits and _, beginning with a capital',
    ],
  },
  {
    breaks: 'an id of two entries',
    change: ['  P1: {', '  I1: {'],
    says: ['record.yaml:42:3: `I1` is the id of two things; give one another id'],
  },
  {
    breaks: 'an entry caused by nothing',
    change: ['after: [I1]', 'after: [I2]'],
    says: ['record.yaml:40:102: no entry is called `I2`; did you mean `D2`?'],
  },
  {
    breaks: 'a reply to an incident',
    change: ['replies_to: D1', 'replies_to: I1'],
    says: ['record.yaml:15:17: `I1` is of kind incident; this names an entry of kind dispatch'],
  },
  {
    breaks: 'an answer to nothing',
    change: ['    replies_to: D2\n', ''],
    says: ['record.yaml:25:13: an answer names what it answers: add `replies_to`'],
  },
  {
    breaks: 'a time without a zone',
    change: ['opened: 1900-05-05 at', 'opened: 1900-05-05T10:00 at'],
    says: [
      'record.yaml:46:32: `1900-05-05T10:00 at northbank` is no recorded time: write 1962-10-26T16:43+03:00 at moscow, with `to the hour` where it is that rough, 1962-10-24 at moscow for a day, A..B for an interval, or by A',
    ],
  },
  {
    breaks: 'a day without a place',
    change: ['performed: 1900-05-04 at southbank', 'performed: 1900-05-04'],
    says: [
      'record.yaml:44:133: `1900-05-04` is a day: say by whose clock, as in 1900-05-04 at moscow',
    ],
  },
  {
    breaks: 'a place that is none',
    change: ['at: 1900-05-01T13:00Z at northbank', 'at: 1900-05-01T13:00Z at northbnk'],
    says: ['record.yaml:40:30: no place is called `northbnk`; did you mean `northbank`?'],
  },
  {
    breaks: 'an offset that the place did not keep',
    change: ['at: 1900-05-01T13:00Z at northbank', 'at: 1900-05-01T13:00+02:00 at northbank'],
    says: [
      'record.yaml:40:30: the clock of `northbank` then stood at UTC; mend the offset or the place',
    ],
  },
  {
    breaks: 'an interval that ends before it begins',
    change: ['1900-05-01T10:00Z..1900-05-01T11:00Z', '1900-05-01T11:00Z..1900-05-01T10:00Z'],
    says: [
      'record.yaml:31:9: `1900-05-01T11:00Z..1900-05-01T10:00Z at northbank` ends before it begins',
    ],
  },
  {
    breaks: 'an entry before the opening',
    change: ['at: 1900-05-01T09:00Z', 'at: 1900-04-01T09:00Z'],
    says: ['record.yaml:42:35: P1 happens: that lies outside the time from opening to end'],
  },
  {
    breaks: 'a reply before what it answers',
    change: ['sent: 1900-05-01T14:00Z at northbank', 'sent: 1900-05-01T07:00Z at northbank'],
    says: [
      'record.yaml:14:11: D2 is sent, which must come after: D1 is sent; the recorded times do not allow it',
    ],
  },
  {
    breaks: 'an arrival before the sending',
    change: [
      'arrived: 1900-05-01T12:00Z at northbank to the hour',
      'arrived: 1900-05-01T07:00Z at northbank',
    ],
    says: [
      'record.yaml:7:33: D1 reaches mayor, which must come after: D1 is sent; the recorded times do not allow it',
    ],
  },
  {
    breaks: 'causes in a circle',
    change: ['    stands_for: shot_at_barrier', '    stands_for: shot_at_barrier\n    after: [X1]'],
    says: ['record.yaml:41:30: these wait for each other in a circle: X1 happens; I1 happens'],
  },
  {
    breaks: 'verified before performed',
    change: ['verified: 1900-05-05 at', 'verified: 1900-05-03 at'],
    says: [
      'record.yaml:44:168: O1 is verified, which must come after: O1 is performed; the recorded times do not allow it',
    ],
  },
  {
    breaks: 'an entry that follows itself',
    change: ['after: [I1]', 'after: [X1]'],
    says: ['record.yaml:40:102: `X1` cannot follow itself; name another entry'],
  },
  {
    breaks: 'a dispatch without legs',
    change: ['    legs: [{by: ferry}]\n', ''],
    says: ['record.yaml:11:5: say how it went: `legs` with at least one {by: CHANNEL, to: …}'],
  },
  {
    breaks: 'a leg from somebody who has it not',
    change: ['legs: [{by: ferry}]', 'legs: [{by: ferry, from: reeve}]'],
    says: ['record.yaml:17:30: `reeve` does not have it: no earlier leg goes there'],
  },
  {
    breaks: 'an addressee whom no leg reaches',
    change: ['legs: [{by: ferry}]', 'legs: [{by: ferry, to: sergeant}]'],
    says: ['record.yaml:13:9: no leg goes to `reeve`; add one, or take the name off `to`'],
  },
  {
    breaks: 'knowledge without a time',
    change: ['{seat: mayor, brought_by: D1,', '{seat: mayor,'],
    says: ['record.yaml:38:9: say when: `at` with a time, at once or a channel, or `brought_by`'],
  },
  {
    breaks: 'knowledge brought by a letter to another',
    change: ['{seat: mayor, brought_by: D1,', '{seat: sergeant, brought_by: D1,'],
    says: [
      'record.yaml:38:38: `D1` has no leg by which sergeant learns of I1; add one, or say `at`',
    ],
  },
  {
    breaks: 'an obligation that began nowhere',
    change: ['made_in: D3, ', ''],
    says: [
      'record.yaml:44:7: say since when it is owed: `made_in` with a dispatch, or `owed` with a time',
    ],
  },
  {
    breaks: 'a citation of no source',
    change: ['CHRON p. 3', 'CHRONICLE p. 3'],
    says: ['record.yaml:9:13: no source is called `CHRONICLE`; there is `CHRON`'],
  },
  {
    breaks: 'a citation whose second source is none',
    change: ['CHRON p. 3', 'CHRON p. 3 and Diary'],
    says: ['record.yaml:9:13: no source is called `Diary`; there is `CHRON`'],
  },
  {
    breaks: 'a citation of documents backwards',
    change: ['CHRON p. 3', 'CHRON d9-d3'],
    says: [
      'record.yaml:9:13: `CHRON d9-d3` is no citation: begin with the id of a source, then say where in it, as in F06 d65 and fn 0, or F06 d71-d85',
    ],
  },
  {
    breaks: 'an incident that stands for none',
    change: ['stands_for: shot_at_barrier', 'stands_for: shot'],
    says: ['record.yaml:33:17: no incident is called `shot`; there is `shot_at_barrier`'],
  },
  {
    breaks: 'a dispute about what is none',
    change: ['about: scope', 'about: price'],
    says: [
      'record.yaml:46:89: `about` is `price`; it is one of `scope`, `performance`, `verification`, `form`',
    ],
  },
  {
    breaks: 'legs and routes at once',
    change: ['legs: [{by: ferry}]', 'legs: [{by: ferry}]\n    routes: [[{by: ferry}]]'],
    says: ['record.yaml:17:11: a dispatch has `legs` (one route) or `routes`, not both'],
  },
];
