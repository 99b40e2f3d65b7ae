// Letters that no decomposition takes apart.
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', '’': "'" }

/** A text as it is compared: lower case, without accents. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase()
  return bare.replace(/[ßøłđæœı’]/g, (letter) => plain[letter] ?? letter)
}
