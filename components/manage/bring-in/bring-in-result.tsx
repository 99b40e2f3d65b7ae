import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { ownClocks, type Clocks } from '@/lib/i18n/dates'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { FEWEST_COUNTED } from '@/lib/schedule/bring-in/preview/fewest-counted'
import { ProblemList } from '../problem-list'
import { ChangeList } from '../releases/change-list'
import { countChanges } from './can-apply'
import { DiffFacts } from './diff-facts'
import { FirstHoursList } from './first-hours'
import { sayFormat } from './format-name'

type Words = ReturnType<typeof useTranslations<'bringIn'>>

type Props = {
  preview: BringInPreview
  /** Nothing stands that it could change. */ isNew: boolean
  /** What has to be said of it first: above what may be a long list. */ children?: ReactNode
}

/** What would change, before it changes anything. */
export function BringInResult({ preview, isNew, children }: Props) {
  const t = useTranslations('bringIn')
  const { diff } = preview
  const clocks = preview.timeZone === null ? ownClocks() : { timeZone: preview.timeZone }
  const isLookedUp = isFolded(preview, isNew)
  const hours = <FirstHoursList days={preview.firstHours} timeZone={clocks.timeZone} isFolded={isLookedUp} />
  return (
    <Card aria-label={t('preview')}>
      {/* No bar stays above it: the page leaves room for none, and how days begin is seen on a small screen, too. */}
      <h2 data-answer tabIndex={-1} className="-scroll-mt-14 text-lg font-semibold">
        {t('preview')}
      </h2>
      <p role="status" className="empty:hidden">
        <Counted t={t} preview={preview} />
      </p>
      {diff && !(isNew && countChanges(preview) === null) ? <DiffFacts diff={diff} /> : null}
      {preview.affected === undefined ? null : (
        <p>
          {preview.affected === null
            ? t('affectedFew', { count: FEWEST_COUNTED })
            : t('affected', { count: preview.affected })}
        </p>
      )}
      {preview.drafted ? <p>{t('drafted', { count: preview.drafted })}</p> : null}
      {children}
      {isLookedUp ? null : hours}
      <Changes t={t} preview={preview} clocks={clocks} />
      {isLookedUp ? hours : null}
      <ProblemList problems={preview.problems} />
    </Card>
  )
}

function Changes({ t, preview, clocks }: { t: Words; preview: BringInPreview; clocks: Clocks }) {
  const shown = preview.changes.length
  if (shown === 0) return null
  const count = Math.max(shown, countChanges(preview) ?? 0)
  return (
    <>
      {count > shown ? <p className="text-sm text-muted">{t('firstChanges', { shown, count })}</p> : null}
      <ChangeList changes={preview.changes} clocks={clocks} canLeave />
    </>
  )
}

/** Where much stands already, how days begin is looked up when something is odd about the clocks. */
function isFolded({ firstHours, questions, guards }: BringInPreview, isNew: boolean): boolean {
  const isAsked = (questions?.length ?? 0) > 0 || guards?.some(({ code }) => code === 'all-shifted')
  return !isNew && !isAsked && !firstHours.some(({ isOdd }) => isOdd)
}

/** What it is and how much. Of what nobody could read there is nothing to count. */
function Counted({ t, preview }: { t: Words; preview: BringInPreview }) {
  if (preview.format === '') return null
  const format = sayFormat(t, preview.format)
  return preview.counts.sessions === 0 ? t('readAs', { format }) : t('counts', { format, ...preview.counts })
}
