import { Fragment, type ReactElement, type ReactNode } from 'react'
import { settleBidi } from '@/lib/platform/bidi'

/** Words of somebody else within a line: they read in their own direction and turn nothing around them. */
export function Outside({ children }: { children: string }) {
  return <bdi>{breakable(settleBidi(children))}</bdi>
}

const AFTER_A_PART = /(?<=[@./_-])(?=\w)/

/** An e-mail or another address has no space to be broken at: it goes on below at one of its parts, not in a word. */
function breakable(text: string): ReactNode {
  if (!isAddress(text)) return text
  return text
    .split(/(?<=\s)(?=\S)/)
    .flatMap((word) => (isAddress(word) ? word.split(AFTER_A_PART) : [word]))
    .flatMap((part, index, parts) => (/\s$/.test(parts[index - 1] ?? ' ') ? [part] : [<wbr key={index} />, part]))
}

function isAddress(text: string): boolean {
  return text.includes('@') || text.includes('://')
}

/** Between two facts: a line may end with it, and never begins with it. */
export const DOT = '\u00a0· '

/**
 * Short facts in one line, "10:30–11:00 · Hall": each reads in its own direction, the line in the screen's; an element
 * says its own. What is empty is left out.
 */
export function Facts({ of, between = DOT }: { of: readonly Fact[]; between?: string }): ReactNode {
  return of
    .filter(isSaid)
    .flatMap((fact, index) => [
      index > 0 ? between : '',
      typeof fact === 'string' ? <Outside key={index}>{fact}</Outside> : <Fragment key={index}>{fact}</Fragment>,
    ])
}

type Fact = string | ReactElement | false | null | undefined

function isSaid(fact: Fact): fact is string | ReactElement {
  return Boolean(fact)
}
