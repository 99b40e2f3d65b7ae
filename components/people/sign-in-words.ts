/** How a code went on its way. */
export type CodeWay = 'mail' | 'page' | 'terminal'

type Word =
  | 'email'
  | 'send'
  | 'sending'
  | 'code'
  | 'sentTo'
  | 'shown'
  | 'shownWhy'
  | 'noMail'
  | 'signIn'
  | 'signingIn'
  | 'again'
  | 'otherEmail'

/** What the sign-in screens say in the browser; the server translates. */
export type SignInWords = Record<Word, string> & {
  /** What is said about the code, by the way it went. */
  hints: Record<CodeWay, string>
  /** Why something did not work, by its reason. */
  errors: Record<string, string> & { failed: string }
  fields: Record<'email' | 'code', string>
}

/** The sentence for a reason; one that nobody foresaw gets a general one. */
export function sentenceFor(errors: SignInWords['errors'], reason: string): string {
  // The reason may come from an address, and say "constructor".
  return Object.hasOwn(errors, reason) ? (errors[reason] ?? errors.failed) : errors.failed
}
