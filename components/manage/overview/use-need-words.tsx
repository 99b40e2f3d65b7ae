import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Facts } from '@/components/ui/facts'
import { absenceFieldsOf } from '@/lib/desk/absences'
import type { Span } from '@/lib/desk/board/board'
import type { DeskRoom, Need } from '@/lib/desk/needs'
import { sayDay, sayWhen, type Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'

/** What is said of a need, and where something can be done about it. */
export type NeedWords = {
  key: string
  /** It goes wrong now. */ isUrgent: boolean
  title: string
  facts: ComponentProps<typeof Facts>['of']
  href: string
  action: string
}

const MOST_NAMES = 6
/** They cannot work as they are. */
const urgent: ReadonlySet<Need['kind']> = new Set(['contradicted', 'doubleBooked', 'speakerAway'])

/** Says needs in the language of the screen, on the conference's clocks. */
export function useNeedWords(slug: string, saying: Saying): (need: Need) => NeedWords {
  const [t, state] = [useTranslations('manage.overview'), useTranslations('roomState')]
  const managed = (section: string) => pageAddress(slug, 'managed', section)
  const action = (kind: Need['kind']) => t(`action.${kind}`)
  /** Where a session is moved, beside what else is on. */
  const boardAt = (session: { slug: string; dayOn: string } | undefined) =>
    session ? `${managed('board')}?day=${session.dayOn}&session=${Number.parseInt(session.slug, 10)}` : managed('board')
  const namesOf = (rooms: readonly DeskRoom[]) => [
    ...rooms.slice(0, MOST_NAMES).map(({ name }) => name),
    rooms.length > MOST_NAMES && t('andMore', { count: rooms.length - MOST_NAMES }),
  ]
  const awayWhen = (span: Span) => {
    const { fromOn, fromAt, untilOn, untilAt } = absenceFieldsOf(span, saying.timeZone)
    if (fromAt || untilAt) return t('speakerAwayWhen', { when: sayWhen(span, saying) })
    const days = [...new Set([fromOn, untilOn])].map((day) => sayDay(day, saying.language))
    return t('speakerAwayDays', { days: days.join('\u00a0– ') })
  }
  return (need) => {
    const { kind } = need
    const common = { isUrgent: urgent.has(kind), action: action(kind) }
    switch (kind) {
      case 'contradicted':
        return {
          ...common,
          key: need.room.id,
          title: t('contradicted', {
            room: isolated(need.room.name),
            counted: state(need.counted),
            said: state(need.said),
            voices: need.voices,
          }),
          facts: [t('contradictedWhy')],
          href: managed('wall'),
        }
      case 'doubleBooked': {
        const { shares, id, pairs } = need.booking
        const [[earlier, later] = []] = pairs
        return {
          ...common,
          key: `${shares} ${id}`,
          title: t(shares === 'room' ? 'roomTwice' : 'speakerTwice', { name: isolated(need.name) }),
          facts: [
            later && sayWhen({ startAt: later.startAt }, saying),
            earlier?.title,
            later?.title,
            pairs.length > 1 && t('timesMore', { count: pairs.length - 1 }),
          ],
          href: boardAt(later),
        }
      }
      case 'speakerAway': {
        const { session, speakerId, span } = need.absent
        return {
          ...common,
          key: `${session.id} ${speakerId}`,
          title: t(kind, { name: isolated(need.name), title: isolated(session.title) }),
          facts: [sayWhen(session, saying), awayWhen(span)],
          href: boardAt(session),
        }
      }
      case 'overflow': {
        const { session, room, expected, capacity } = need
        return {
          ...common,
          key: session.id,
          title: t('overflow', { title: isolated(session.title), expected, capacity }),
          facts: [sayWhen(session, saying), room],
          href: boardAt(session),
        }
      }
      case 'sourceWaiting':
      case 'sourceFailing': {
        const { id, name, failures } = need.source
        return {
          ...common,
          key: id,
          title: t(kind, { name: isolated(name), failures }),
          facts: [t(`${kind}Why`)],
          href: pageAddress(slug, 'managedSource', id),
        }
      }
      case 'alertsHeld':
        return {
          ...common,
          key: kind,
          title: t(kind, { when: sayWhen({ startAt: need.since }, saying) }),
          facts: [t('alertsHeldWhy')],
          href: managed('releases'),
        }
      case 'draftWaits':
        return {
          ...common,
          key: kind,
          title: t(kind, { count: need.moves }),
          facts: [need.dueAt ? t('draftDue', { when: sayWhen({ startAt: need.dueAt }, saying) }) : t('draftWaitsWhy')],
          href: managed('board'),
        }
      case 'plannedEnded':
        return {
          ...common,
          key: kind,
          title:
            need.how === 'published'
              ? t('plannedLeft', { count: need.left })
              : t(need.how === 'called-off' ? 'plannedCalledOff' : 'plannedNothing'),
          facts: [t(`plannedWhy.${need.how}`, { number: need.number ?? 0, who: isolated(need.by ?? t('somebody')) })],
          href: managed('releases'),
        }
      case 'silent':
        return {
          ...common,
          key: kind,
          title: t(kind, { count: need.doors.length }),
          facts: [
            ...need.doors
              .slice(0, MOST_NAMES)
              .map(({ room, countedAt }) =>
                countedAt
                  ? t('silentSince', { room: isolated(room.name), when: sayWhen({ startAt: countedAt }, saying) })
                  : room.name,
              ),
            need.doors.length > MOST_NAMES && t('andMore', { count: need.doors.length - MOST_NAMES }),
          ],
          href: managed('stewards'),
        }
      case 'noSteward':
      case 'noCapacity':
        return {
          ...common,
          key: kind,
          title: t(kind, { count: need.rooms.length }),
          facts: namesOf(need.rooms),
          href: managed(kind === 'noSteward' ? 'stewards' : 'rooms'),
        }
    }
  }
}
