/** Programs that read feeds, as far as their User-Agent tells them apart. */
export const feedReaders = ['google', 'apple', 'outlook', 'thunderbird', 'other'] as const
export type FeedReader = (typeof feedReaders)[number]

const signs: [RegExp, FeedReader][] = [
  [/google-calendar/i, 'google'],
  [/outlook|microsoft exchange|microsoft office/i, 'outlook'],
  [/thunderbird/i, 'thunderbird'],
  [/dataaccessd|calendaragent|remindd|^(ios|ipados|mac ?os|watchos)\b/i, 'apple'],
]

/** Which kind of program this is. The User-Agent itself says more about a person's device than need be kept. */
export function readerOf(userAgent: string | null): FeedReader {
  return signs.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? 'other'
}
