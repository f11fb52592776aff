interface SearchFieldProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

/** Where words are looked for; what is found comes as one types. */
export function SearchField({ q, onSearch }: SearchFieldProps) {
  return (
    <search className="search">
      <label htmlFor="shelf-search">Look for words in texts and on cards</label>
      <input
        id="shelf-search"
        type="search"
        value={q}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onSearch(event.target.value)}
      />
    </search>
  );
}
