// Letters that no decomposition takes apart.
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', '’': "'" }

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
  return bare.replace(/[ßøłđæœı’]/g, (letter) => plain[letter] ?? letter)
}
