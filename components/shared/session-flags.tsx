import { DOT } from '@/components/ui/facts'
import { IconOfPath } from '@/components/ui/icon'
import type { AgendaSession } from '@/lib/program/agenda'
import type { SessionFlag } from '@/lib/program/session-flags'

export type FlagWords = Record<SessionFlag, string>

/** A ticket; struck through where none is left. */
const signs: Record<SessionFlag, string> = {
  'sold-out': 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3zM4 21L20 3',
  'separate-registration': 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3zM14 7v10',
}
const colors: Record<SessionFlag, string> = { 'sold-out': 'text-danger', 'separate-registration': 'text-warning' }

type Props = { of: AgendaSession['flags']; words: FlagWords; between?: string }

/** What one has to know before going, each by its sign and its words, in the line in which it stands. */
export function SessionFlags({ of, words, between = DOT }: Props) {
  return of?.map((flag, index) => (
    <span key={flag}>
      {index > 0 ? between : null}
      <span className={`inline-block font-medium ${colors[flag]}`}>
        <IconOfPath path={signs[flag]} className="mr-1 inline size-[1.125em] align-[-0.1875em]" />
        {words[flag]}
      </span>
    </span>
  ))
}
