import { enlarged } from '../enlarged.js';

/**
 * The names of the draws that a run has used (R4, R25), each once: a set of (purpose, identity) in
 * typed arrays with open addressing, so that noting one allocates nothing once the arrays are large
 * enough.
 */
export interface DrawLedger {
  count: number;
  /** By place, in the order of first use. */
  purpose: Int32Array;
  idHi: Int32Array;
  idLo: Int32Array;
  /** By hash: place + 1 of the draw that stands there, 0 for none; a power of two long. */
  table: Int32Array;
}

const FIRST_SIZE = 512;

export function createLedger(): DrawLedger {
  return {
    count: 0,
    purpose: new Int32Array(FIRST_SIZE),
    idHi: new Int32Array(FIRST_SIZE),
    idLo: new Int32Array(FIRST_SIZE),
    table: new Int32Array(2 * FIRST_SIZE),
  };
}

/** Forgets every draw and keeps the memory. */
export function clearLedger(ledger: DrawLedger): void {
  ledger.count = 0;
  ledger.table.fill(0);
}

/** Notes that a draw was used; noting it again changes nothing. */
export function noteDraw(ledger: DrawLedger, purpose: number, idHi: number, idLo: number): void {
  const slot = slotOf(ledger, purpose, idHi, idLo);
  if (ledger.table[slot] !== 0) return;
  const place = ledger.count++;
  ledger.purpose[place] = purpose;
  ledger.idHi[place] = idHi;
  ledger.idLo[place] = idLo;
  ledger.table[slot] = place + 1;
  if (ledger.count === ledger.purpose.length) grow(ledger);
}

/** How many draws only one of two ledgers has: those that are not aligned (R25). */
export function countUnaligned(a: DrawLedger, b: DrawLedger): number {
  let shared = 0;
  for (let i = 0; i < a.count; i++) {
    const slot = slotOf(b, a.purpose[i]!, a.idHi[i]!, a.idLo[i]!);
    if (b.table[slot] !== 0) shared++;
  }
  return a.count + b.count - 2 * shared;
}

/** Where a draw stands in the table, or would. */
function slotOf(ledger: DrawLedger, purpose: number, idHi: number, idLo: number): number {
  const { table } = ledger;
  const mask = table.length - 1;
  // Identities are hashes already: the purpose alone has to be spread.
  let slot = (idLo ^ Math.imul(purpose + 1, 0x9e3779b1)) & mask;
  for (;;) {
    const place = table[slot]! - 1;
    if (place < 0) return slot;
    if (
      ledger.idLo[place] === idLo &&
      ledger.idHi[place] === idHi &&
      ledger.purpose[place] === purpose
    ) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
}

function grow(ledger: DrawLedger): void {
  const size = 2 * ledger.purpose.length;
  ledger.purpose = enlarged(ledger.purpose, new Int32Array(size));
  ledger.idHi = enlarged(ledger.idHi, new Int32Array(size));
  ledger.idLo = enlarged(ledger.idLo, new Int32Array(size));
  ledger.table = new Int32Array(2 * size);
  for (let place = 0; place < ledger.count; place++) {
    const slot = slotOf(ledger, ledger.purpose[place]!, ledger.idHi[place]!, ledger.idLo[place]!);
    ledger.table[slot] = place + 1;
  }
}
