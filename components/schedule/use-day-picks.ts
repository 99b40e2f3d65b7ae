import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useUndoablePicks } from '@/components/shared/use-undoable-picks'
import { overlapsWith } from '@/lib/planning/conflicts'
import type { PickRank } from '@/lib/planning/schema'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { takeEarlyTaps } from './day/keep-taps'

type DayPicks = Pick<ReturnType<typeof useUndoablePicks>, 'picks' | 'bar'> & {
  onPick: (session: AgendaSession) => void
}

/**
 * Picks and unpicks in one tap. A pick is undone where it was made, but what clashes is said at once, with what can be
 * done about it; and what was brought back has gone from where it was.
 */
export function useDayPicks(agenda: Agenda): DayPicks {
  const t = useTranslations('plan')
  const { picks, ready, rankOf, set, drop, change, bar } = useUndoablePicks(agenda.conference.id)
  const onPick = useCallback(
    (session: AgendaSession) => {
      const rank = rankOf(session.id)
      if (rank === 'hidden') return change(t('broughtBack', { title: isolated(session.title) }), ranked(session))
      if (rank) return void drop(session.id)
      const clashes = overlapsWith(
        session,
        agenda.sessions.filter(({ id }) => rankOf(id) === 'first'),
      )
      const [clash] = clashes
      if (!clash) return void set(session.id, 'first')
      const count = clashes.length
      const text = t('clashes', { title: isolated(clash.other.title), count, more: count - 1 })
      change(text, ranked(session, 'first'), [
        {
          name: t('makePlanB'),
          text: t('done.planB', { title: isolated(session.title) }),
          wanted: ranked(session, 'planB'),
        },
        { name: t('keepBoth'), text: '', wanted: [] },
      ])
    },
    [agenda, rankOf, set, drop, change, t],
  )
  useEarlyTaps(agenda, ready, (session) => !rankOf(session.id) && onPick(session))
  return { picks, onPick, bar }
}

/**
 * Picks what was tapped before our code came, once it is known what is picked here: what is picked already was drawn as
 * if it were not, and whoever tapped it wanted it picked.
 */
function useEarlyTaps(agenda: Agenda, ready: boolean, pick: (session: AgendaSession) => void): void {
  const early = useRef<number[]>([])
  // Before a wide screen's grid takes the place of the list that was tapped.
  useLayoutEffect(() => void early.current.push(...takeEarlyTaps()), [])
  useEffect(() => {
    if (!ready || early.current.length === 0) return
    const sessions = agenda.sessions.filter(({ number }) => early.current.includes(number))
    early.current = []
    for (const session of sessions) pick(session)
  }, [ready, agenda, pick])
}

function ranked(session: AgendaSession, rank?: PickRank) {
  return [[session.id, rank]] as const
}
