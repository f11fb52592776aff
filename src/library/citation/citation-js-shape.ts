/** What is used here of citation-js, which brings no types of its own. */
export interface CitationJs {
  readonly config: {
    readonly get: (plugin: '@bibtex') => {
      /** Whether every value is turned into ASCII, and what has no command there is dropped. */
      readonly format: { asciiOnly: boolean };
    };
  };
  readonly input: {
    /** Reads text of a type that is given: nothing is looked up, fetched or guessed at. */
    readonly chain: (
      text: string,
      options: { readonly forceType: '@bibtex/text' | '@ris/file'; readonly generateGraph: false },
    ) => Record<string, unknown>[];
    readonly util: {
      /** The items with those fields that are valid CSL-JSON, numbers and types mended. */
      readonly clean: (items: readonly object[]) => Record<string, unknown>[];
    };
  };
  readonly output: {
    readonly format: ((format: 'bibtex', items: readonly object[]) => string) &
      ((
        format: 'ris',
        items: readonly object[],
        options: { readonly format: 'object' },
      ) => Record<string, string | string[]>[]);
  };
}
