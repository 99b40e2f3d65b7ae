import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { DOT } from '@/components/ui/facts'
import { dateOfWhen, lengthOf, sayLength, sayWhen } from '@/lib/i18n/dates'
import { blocksDuring, type PlacedBlock } from '@/lib/planning/blocks'
import { overlapsWith } from '@/lib/planning/conflicts'
import type { PassageFrom } from '@/lib/planning/passages'
import type { Picks } from '@/lib/planning/schema'
import { departureOf } from '@/lib/planning/walking'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'

type Plan = {
  chosen: readonly AgendaSession[]
  picks: Picks
  placed: readonly PlacedBlock[]
  ways: ReadonlyMap<string, PassageFrom>
  timeZone: string
  now: Date | null
  roomOf: (session: AgendaSession) => RoomNote | undefined
}

/**
 * What to mind about a session of my plan, in one line: when to leave for it while it has not begun, that it is plan B,
 * what it overlaps with.
 */
export function usePlanNotes({
  chosen,
  picks,
  placed,
  ways,
  timeZone,
  now,
  roomOf,
}: Plan): (session: AgendaSession) => string | undefined {
  const [t, language] = [useTranslations('plan'), useLocale()]
  return useMemo(() => {
    const wayTo = (session: AgendaSession) => {
      const { id, startAt, dayOn } = session
      const way = ways.get(id)
      if (!way || !startAt || (now && Date.parse(startAt) <= now.getTime())) return ''
      if (way.slackMinutes < 0) return t('tooFar', lengthOf(-way.slackMinutes))
      const isLikelyFull = roomOf(session)?.isLikelyFull === true
      const { leaveAt, spareMinutes } = departureOf(way, isLikelyFull)
      return t('leaveBy', {
        time: sayWhen(
          { startAt: leaveAt },
          { timeZone, language, under: now ? dateOfWhen({ startAt: now }, timeZone) : dayOn },
        ),
        length: sayLength(way.walkMinutes),
        slack: spareMinutes,
        early: sayLength(spareMinutes),
      })
    }
    const first = chosen.filter(({ id }) => picks.get(id) === 'first')
    return (session) => {
      // A plan B is the answer to a clash, and none itself.
      if (picks.get(session.id) === 'planB') return [wayTo(session), t('planB')].filter(Boolean).join(DOT)
      const others = overlapsWith(session, first)
      const overlaps =
        others.length > 1
          ? [t('overlapsWithSeveral', { count: others.length })]
          : others.map(({ other, minutes }) =>
              t('overlapsWith', { title: isolated(other.title), ...lengthOf(minutes) }),
            )
      const own = blocksDuring(session, placed).map(({ block, minutes }) =>
        t('overlapsWith', { title: isolated(block.title), ...lengthOf(minutes) }),
      )
      return [wayTo(session), ...overlaps, ...own].filter(Boolean).join(DOT) || undefined
    }
  }, [t, language, chosen, picks, placed, ways, timeZone, now, roomOf])
}
