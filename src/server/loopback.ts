/** Whether an address of a connection is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain);
}
