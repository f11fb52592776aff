/** What a card says; an address of the web is a link, any other text is text. */
export function Value({ value }: { readonly value: string }) {
  if (!/^https?:\/\/[^\s]+$/.test(value)) return value;
  return (
    <a href={value} rel="noreferrer">
      {value}
    </a>
  );
}
