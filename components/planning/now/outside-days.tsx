import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { DOT } from '@/components/ui/facts'
import { sayDay } from '@/lib/i18n/dates'
import { placeBlocks } from '@/lib/planning/blocks'
import { isMine } from '@/lib/planning/changes'
import { planConflicts } from '@/lib/planning/conflict-options'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { useBlocks } from '@/lib/planning/device/use-blocks'
import type { Picks } from '@/lib/planning/schema'
import { DAY_MS } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'

type Props = { agenda: Agenda; phase: 'before' | 'after'; /** A date. */ today: string; picks: Picks; now: Date }

/** What there is to do while a conference has not begun, or is over. */
export function OutsideDays({ agenda, phase, today, picks, now }: Props) {
  const { id, slug, timeZone } = agenda.conference
  const { blocks } = useBlocks(id)
  const { attendances } = useAttendances(id)
  const clashes = useMemo(
    () => planConflicts(agenda, picks, placeBlocks(blocks, agenda.days, timeZone), now).length,
    [agenda, picks, blocks, timeZone, now],
  )
  const [first] = agenda.days
  if (phase === 'before') {
    const picked = agenda.sessions.filter((session) => isMine(picks.get(session.id))).length
    return first ? <BeforeCard conference={slug} {...{ first, today, picked, clashes }} /> : null
  }
  const of = (kind: 'watchReplay' | 'findSlides') => [...attendances.values()].filter((one) => one[kind]).length
  return <AfterCard conference={slug} replays={of('watchReplay')} slides={of('findSlides')} />
}

type Before = { conference: string; first: string; today: string; picked: number; clashes: number }

/** Before a conference: how many days until it, and what of my plan waits for me. */
function BeforeCard({ conference, first, today, picked, clashes }: Before) {
  const [t, language] = [useTranslations('plan'), useLocale()]
  const days = Math.round((Date.parse(first) - Date.parse(today)) / DAY_MS)
  return (
    <section aria-labelledby="now-card" className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <div>
        <h2 id="now-card" className="text-3xl font-semibold tracking-tight tabular-nums">
          {t('daysUntil', { days })}
        </h2>
        <p className="text-muted">{t('firstDay', { day: sayDay(first, language, 'long') })}</p>
      </div>
      <p className="tabular-nums">
        {t('lead', { count: picked })}
        {clashes > 0 ? (
          <>
            {DOT}
            <strong className="font-semibold text-warning">{t('toSettle', { count: clashes })}</strong>
          </>
        ) : null}
      </p>
      <ButtonLink variant="primary" href={pageAddress(conference, picked > 0 ? 'plan' : 'schedule')}>
        {t(clashes > 0 ? 'settle' : picked > 0 ? 'openPlan' : 'openSchedule')}
      </ButtonLink>
    </section>
  )
}

type After = { conference: string; replays: number; slides: number }

/** After a conference: the recap to write, and what I still mean to watch and to find. */
function AfterCard({ conference, replays, slides }: After) {
  const t = useTranslations('plan')
  return (
    <section aria-labelledby="now-card" className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <div>
        <h2 id="now-card" className="text-xl font-semibold tracking-tight">
          {t('over')}
        </h2>
        <p className="text-muted">{t('overLead')}</p>
      </div>
      <ButtonLink variant="primary" href={pageAddress(conference, 'recaps')}>
        {t('writeRecap')}
      </ButtonLink>
      {replays + slides > 0 ? (
        <ButtonLink href={pageAddress(conference, 'marks')} className="tabular-nums">
          {[
            replays > 0 ? t('replaysToWatch', { count: replays }) : '',
            slides > 0 ? t('slidesToFind', { count: slides }) : '',
          ]
            .filter(Boolean)
            .join(DOT)}
        </ButtonLink>
      ) : null}
    </section>
  )
}
