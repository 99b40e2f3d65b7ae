/**
 * The slug of a conference however its address is written: `kubecon`, `/c/kubecon`, or the address of one of its pages.
 */
export function conferenceSlugIn(word: string): string {
  return /(?:^|\/)c\/([^/?#]+)/.exec(word)?.[1] ?? word
}
