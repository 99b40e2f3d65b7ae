import { fold, queryWords } from '@/lib/platform/search/fold'

export type MatchedPart = { part: string; isMatch: boolean }

/**
 * A text in parts, those apart in which a word of the query occurs; together they are the text. Case and accents do not
 * matter, as in the search itself.
 */
export function matchesIn(text: string, query: string): MatchedPart[] {
  const words = queryWords(query)
  const { folded, origin } = foldEach(text)
  const isIn = new Array<boolean>(text.length).fill(false)
  for (const word of words)
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      const lastAt = origin[at + word.length - 1] ?? 0
      // A letter that is two when it is folded is marked whole.
      const [from, to] = [origin[at] ?? 0, origin.find((letterAt) => letterAt > lastAt) ?? text.length]
      // One or two letters are meant where a word begins, as in the search.
      if (word.length > 2 || at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) isIn.fill(true, from, to)
    }
  const parts: MatchedPart[] = []
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1)
    if (last && last.isMatch === isIn[at]) last.part += text.charAt(at)
    else parts.push({ part: text.charAt(at), isMatch: isIn[at] ?? false })
  }
  return parts
}

/** Folded letter by letter, and for each folded letter where its own begins. */
function foldEach(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const letters = fold(segment)
    folded += letters
    for (let at = 0; at < letters.length; at++) origin.push(index)
  }
  return { folded, origin }
}
