/** A text, or the line on which the bytes stop being UTF-8. */
export type Utf8Result =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'invalid'; readonly line: number };

/** Reads bytes as UTF-8 (RFC 3629), without a byte order mark. Text is passed on as it is. */
export function utf8Text(content: string | Uint8Array): Utf8Result {
  if (typeof content === 'string') return { type: 'text', text: withoutMark(content) };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { type: 'text', text: withoutMark(text) };
  } catch {
    return { type: 'invalid', line: firstInvalidLine(content) };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Halves the bytes between the longest known good beginning and the shortest known bad one. */
function firstInvalidLine(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === 0x0a) line += 1;
  return line;
}

/** Whether the bytes are UTF-8, the last character perhaps unfinished. */
function beginsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
