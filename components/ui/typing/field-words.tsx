'use client'

import { createContext, type ReactNode } from 'react'

/** What a field says of a text that is too long, with {most} and {over} in it. */
export const TooLongWords = createContext('')

/** Gives all fields below their words: they stand on pages with every set of messages. */
export function FieldWords({ tooLong, children }: { tooLong: string; children: ReactNode }) {
  return <TooLongWords value={tooLong}>{children}</TooLongWords>
}
