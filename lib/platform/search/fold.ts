// Letters that no decomposition takes apart. The database knows them too (migration 20261130190000_searched).
const plain: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
  '’': "'",
}

/**
 * A text as it is searched: lower case, without accents, vowel points and the like. Where a mark is a letter's own (कमल
 * and कोमल, ガイド and カイト) it stays. Addresses are spelt by lib/platform/slug.ts, whose table of all scripts is too heavy
 * for a page.
 */
export function fold(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(
      /(\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hebrew})\p{Mark}+/gu,
      '$1',
    )
    .toLowerCase()
  return bare.replace(/[ßøłđæœıς’]/g, (letter) => plain[letter] ?? letter)
}

/** The words of a query, folded; none of an empty one. */
export function queryWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** Does every one of these folded words occur in the text? Of none all do. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const folded = fold(text)
  return words.every((word) => folded.includes(word))
}
