// @ts-check

/**
 * How a failure of the command is headed, by what it was asked for.
 * @param {readonly string[]} words
 */
export function operatorFailure(words) {
  if (words.length === 0) return 'Nothing can be said'
  return words.some((word) => word.startsWith('-')) ? 'Nothing was changed' : 'Nobody was appointed'
}
