/** Texts of which many are the same, each kept once. */
export interface TextList {
  /** The place of a text in the list, where it is put if need be. */
  readonly placeOf: (text: string) => number;
  readonly list: readonly string[];
}

export function createTextList(): TextList {
  const list: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = list.push(text) - 1;
    places.set(text, place);
    return place;
  };
  return { placeOf, list };
}
