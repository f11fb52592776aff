import { messages } from '../../shell/messages.js';

/** A citation as the server writes it; throws an `Error` whose message says what to do. */
export async function fetchCitation(address: string): Promise<string> {
  const response = await fetch(address).catch(() => null);
  if (response === null) throw new Error(messages.unreachable);
  if (!response.ok) throw new Error(messages.refused(response.status));
  const text = await response.text().catch(() => null);
  if (text === null) throw new Error(messages.cut);
  return text;
}
