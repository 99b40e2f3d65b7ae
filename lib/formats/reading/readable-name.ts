const smallWords = new Set(
  'a an and as at by de des du en et for from in la le les of on or per the to via vs with'.split(' '),
)

/**
 * Gives names that a source shouts ("AI + ML", "MAINTAINER TRACK", "ARGOCON") a readable spelling. A word is written as
 * the titles of the same programme write it ("ArgoCon", "AI"); one that they never use gets a capital, unless it looks
 * like an abbreviation. Names with small letters stay as they are.
 * @param titles texts of the same source that are written in ordinary spelling
 */
export function readableNames(titles: string[]): (name: string) => string {
  const spellings = countSpellings(titles)
  return (name) => {
    if (/\p{Ll}/u.test(name)) return name
    return name.replace(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu, (word, offset: number) =>
      readableWord(word, /\s/.test(name[offset - 1] ?? ''), spellings),
    )
  }
}

function countSpellings(titles: string[]): Map<string, Map<string, number>> {
  const spellings = new Map<string, Map<string, number>>()
  for (const [word] of titles.flatMap((title) => [...title.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)])) {
    // A long word in capitals is shouted there too ("REGISTRATION REQUIRED").
    if (word.length > 5 && word === word.toUpperCase()) continue
    const counts = spellings.get(word.toUpperCase()) ?? new Map<string, number>()
    spellings.set(word.toUpperCase(), counts.set(word, (counts.get(word) ?? 0) + 1))
  }
  return spellings
}

function readableWord(word: string, followsSpace: boolean, spellings: Map<string, Map<string, number>>): string {
  const lower = word.toLowerCase()
  if (followsSpace && smallWords.has(lower)) return lower
  // A word inside a sentence is small: that says nothing about its spelling in a name.
  const seen = [...(spellings.get(word) ?? [])].filter(([spelling]) => /\p{Lu}/u.test(spelling))
  const [usual] = seen.sort(([, a], [, b]) => b - a)[0] ?? []
  return usual ?? (isAbbreviation(word) ? word : word.slice(0, 1) + lower.slice(1))
}

function isAbbreviation(word: string): boolean {
  return word.length <= 5 && (/^(AI|ML|API|APIS|UI|UX|IT|IOT|QA|OSS|VIP|OSPO)$/.test(word) || !/[AEIOUYÀ-Ý]/.test(word))
}
