import type { ImportRemark } from '../document.js';

/** Takes remarks on one document, and counts what would be one remark too often. */
export interface Reporter {
  (remark: ImportRemark): void;
  /** The document's key. */
  readonly key: string;
  /** A date whose place names no known clock. */
  readonly unplacedDay: () => void;
}

/** Remarks on the documents of a file as they are read. */
export interface Remarks {
  readonly list: ImportRemark[];
  unplacedDays: number;
  restoredBlanks: number;
}

/** No remark yet. */
export function noRemarks(): Remarks {
  return { list: [], unplacedDays: 0, restoredBlanks: 0 };
}

/** A reporter for one document of a file. */
export function reporterFor(key: string, remarks: Remarks): Reporter {
  const report = (remark: ImportRemark) => {
    const last = remarks.list.at(-1);
    if (last?.document !== key || last.message !== remark.message) remarks.list.push(remark);
  };
  const unplacedDay = () => {
    remarks.unplacedDays += 1;
  };
  return Object.assign(report, { key, unplacedDay });
}
