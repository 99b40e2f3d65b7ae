import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DoorReport } from '@/components/rooms/door-report'
import { useRoomNotes } from '@/components/shared/use-room-notes'
import { useZone } from '@/components/shared/zone-note'
import { dateOfWhen, lengthOf, sayDay } from '@/lib/i18n/dates'
import { freeFirst } from '@/lib/planning/alternatives'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { canBeAtDoor, whatIsOn } from '@/lib/planning/now'
import { timeLeft } from '@/lib/planning/time-span'
import { nearestWalk } from '@/lib/planning/walking'
import { isolated } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf, roomNames, roomsOf } from '@/lib/program/agenda-parts'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { seatsLeft } from '@/lib/rooms/seats-left'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { ChangesLink } from '../changes/changes-link'
import { UndoBar } from '@/components/shared/undo-bar'
import { useFullness } from '@/components/shared/use-fullness'
import { useNowNotes } from '../use-now-notes'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import { swapOf, useUndoablePicks } from '@/components/shared/use-undoable-picks'
import { BestPlanB } from './best-plan-b'
import { NowCard } from './now-card'
import { SessionRows } from './session-rows'
import { SOON_MINUTES } from './time-bar'
import { useBestPlanB } from './use-best-plan-b'

const OutsideDays = dynamic(() => keepTrying(() => import('./outside-days')).then((module) => module.OutsideDays), {
  ssr: false,
  loading: () => <div className="min-h-40" />,
})

/** What I am in or what is next, what changed for me, and what is on elsewhere, free and near first. */
export function NowLists({ agenda, now }: { agenda: Agenda; now: Date }) {
  const [t, language] = [useTranslations('plan'), useLocale()]
  const { conference } = agenda
  const { picks, rankOf, set, drop, change, bar } = useUndoablePicks(conference.id)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const zone = useZone(conference.timeZone)
  const roomOf = useRoomNotes(conference, now)
  const { byRoom } = useRoomStates(conference)
  const fullnessOf = useFullness(agenda)
  const { attendances } = useAttendances(conference.id)
  const { phase, whereabouts, isInside, mine, next, current, upcoming } = whatIsOn(agenda, picks, attendances, now)
  const noteOf = useNowNotes({ agenda, parts, picks, whereabouts, timeZone: zone.timeZone, now, roomOf })
  const { offer, offerPlanB } = usePlanBOffer({ ...conference, timeZone: zone.timeZone })

  const ofMine = mine.length > 0 ? mine : (next?.sessions ?? [])
  // Of two at once the first choice, before what stands in for it.
  const focus = ofMine.find(({ id }) => picks.get(id) === 'first') ?? ofMine[0]
  const best = useBestPlanB({ agenda, picks, session: isInside ? undefined : focus, fullnessOf })

  const today = dateOn(now, zone.timeZone)
  const dateOf = ([first]: AgendaSession[]) => (first ? dateOfWhen(first, zone.timeZone) : undefined) ?? today
  const otherDay = (sessions: AgendaSession[]) => (dateOf(sessions) === today ? '' : sayDay(dateOf(sessions), language))
  const [from] = [...whereabouts, ...mine]
  const here = from ? roomsOf(from, parts) : []
  const minutesTo = (session: AgendaSession) => nearestWalk(here, roomsOf(session, parts), agenda.walks)
  const seatsOf = ({ id, rooms }: AgendaSession) =>
    seatsLeft(rooms.map((room) => byRoom.get(room)).find((state) => state?.session === id))
  const onPick = (session: AgendaSession) => void (rankOf(session.id) ? drop(session.id) : set(session.id, 'first'))
  const rows = { agenda, parts, timeZone: zone.timeZone, picks, roomOf, onPick }
  // What the button offers is not said again.
  const besides = ofMine.filter((session) => session !== focus && session !== best?.session)
  const later = mine.length > 0 ? (next?.sessions ?? []) : []

  return (
    <>
      {phase === 'during' ? null : <OutsideDays agenda={agenda} phase={phase} today={today} picks={picks} now={now} />}
      {focus ? (
        <NowCard
          conference={conference.slug}
          session={focus}
          parts={parts}
          heading={t(isInside ? 'inside' : mine.length > 0 ? 'yours' : 'next')}
          timeZone={zone.timeZone}
          today={today}
          left={timeLeft(focus, now)}
          note={noteOf(focus)}
          room={roomOf(focus)}
          fullness={fullnessOf(focus.id)}
          seatsLeft={seatsOf(focus)}
          isInside={isInside}
        >
          {best ? (
            <BestPlanB
              found={best}
              rooms={roomNames(best.session, parts)}
              seatsLeft={seatsOf(best.session)}
              onTake={() =>
                change(t('swapped', { title: isolated(best.session.title) }), swapOf(picks, focus, best.session))
              }
              onMore={() => offerPlanB(focus)}
            />
          ) : null}
          {canBeAtDoor(focus, now) && mine.includes(focus) ? (
            <DoorReport conference={conference} session={focus} onTurnedAway={offerPlanB} />
          ) : null}
        </NowCard>
      ) : null}
      {offer}
      {bar ? <UndoBar {...bar} /> : null}
      <SessionRows {...rows} title={t('besides')} sessions={besides} under={today} noteOf={noteOf} />
      <SessionRows
        {...rows}
        title={t('next')}
        more={next && next.minutes <= SOON_MINUTES ? t('inMinutes', lengthOf(next.minutes)) : otherDay(later)}
        sessions={later}
        under={next && next.minutes <= SOON_MINUTES ? today : dateOf(later)}
        noteOf={noteOf}
      />
      <ChangesLink slug={conference.slug} />
      {phase === 'during' ? (
        <SessionRows
          {...rows}
          title={t(mine.length > 0 ? 'onNowElse' : 'onNow')}
          sessions={freeFirst(current, fullnessOf, minutesTo)}
          under={today}
          empty={mine.length === 0 ? t('nothingOn') : undefined}
        />
      ) : null}
      <SessionRows
        {...rows}
        title={t('upNext')}
        more={otherDay(upcoming)}
        sessions={freeFirst(upcoming, fullnessOf, minutesTo)}
        under={dateOf(upcoming)}
      />
    </>
  )
}
