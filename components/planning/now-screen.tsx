'use client'

import { useLocale, useTranslations } from 'next-intl'
import { DayTabs } from '@/components/schedule/day-tabs'
import { useZone, ZoneSwitch } from '@/components/shared/zone-note'
import { sayClock, sayDay } from '@/lib/i18n/dates'
import { dateOn } from '@/lib/platform/time'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useAreStatesSettled } from '@/lib/rooms/device/use-room-states'
import { NeedsScripts } from './needs-scripts'
import { NowLists } from './now/now-lists'
import { useNow } from '@/components/shared/use-now'

type Props = { conference: { id: string; slug: string; name: string }; days: { date: string; label: string }[] }

/** What I am in, what is next for me and when, and what is on: useful in two seconds without a tap. */
export function NowScreen({ conference, days }: Props) {
  const t = useTranslations('plan')
  const schedule = useTranslations('schedule')
  const { agenda, failed } = useAgenda(conference.slug)
  const now = useNow()
  // What is free comes first.
  const isOrdered = useAreStatesSettled(conference)
  const isDrawn = agenda && now && isOrdered
  return (
    <main id="main" className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4 px-4 py-2">
      {isDrawn ? (
        <>
          <Clock timeZone={agenda.conference.timeZone} now={now} />
          <NowLists agenda={agenda} now={now} />
        </>
      ) : (
        <>
          <h1 className="h-8 text-2xl font-semibold leading-8 tracking-tight">{t('nowTitle')}</h1>
          <Waiting words={failed ? t('unreachable') : t('loading')} isFailed={failed} />
          <NeedsScripts conference={conference.slug} />
        </>
      )}
      {/* Below what is on: it would jump when that comes. */}
      <div className={isDrawn ? undefined : 'hidden noscript:block'}>
        <DayTabs conference={conference.slug} days={days} current={null} name={schedule('days')} />
      </div>
    </main>
  )
}

/** The clock on the wall; the screen's name is for who does not see it. */
function Clock({ timeZone: conferences, now }: { timeZone: string; now: Date }) {
  const [t, language] = [useTranslations('plan'), useLocale()]
  const zone = useZone(conferences)
  const { timeZone } = zone
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3">
      <h1 className="flex items-baseline gap-3 whitespace-nowrap leading-8 tabular-nums">
        <span className="sr-only">{t('nowTitle')} </span>
        <span className="text-2xl font-semibold tracking-tight">{sayClock(now, timeZone)} </span>
        <span className="text-base font-normal text-muted">{sayDay(dateOn(now, timeZone), language)}</span>
      </h1>
      <ZoneSwitch zone={zone} />
    </div>
  )
}

/** The shape of what comes, or why it does not. */
function Waiting({ words, isFailed }: { words: string; isFailed: boolean }) {
  return (
    <div>
      <p role="status" className={isFailed ? 'text-muted' : 'sr-only noscript:hidden'}>
        {words}
      </p>
      {isFailed ? null : (
        <div aria-hidden="true" className="grid gap-3 rounded-xl border border-line bg-raised p-4 noscript:hidden">
          {['w-24', 'w-full', 'w-40', 'w-full'].map((width, index) => (
            <div key={index} className={`h-5 rounded bg-sunken ${width}`} />
          ))}
        </div>
      )}
    </div>
  )
}
