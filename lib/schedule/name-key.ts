/** A name as it is compared: without case, accents, punctuation and emoji; a name of nothing else is kept in lower case. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.trim()
}
