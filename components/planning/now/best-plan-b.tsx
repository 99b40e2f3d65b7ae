import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Button } from '@/components/ui/button'
import { DOT } from '@/components/ui/facts'
import { lengthOf } from '@/lib/i18n/dates'
import type { Alternative } from '@/lib/planning/alternatives'
import { isolated } from '@/lib/platform/bidi'

type Props = {
  found: Alternative
  /** Where it is. */ rooms: string
  /** Null: nobody counts there. */ seatsLeft: number | null
  onTake: () => void
  /** Shows all that is on instead. */ onMore: () => void
}

/** The best that is on instead of a pick whose room is full, with one tap; and why it is the best. */
export function BestPlanB({ found: { session, reasons, minutes }, rooms, seatsLeft, onTake, onMore }: Props) {
  const [t, ofRooms] = [useTranslations('plan'), useTranslations('rooms')]
  const facts = [
    rooms,
    seatsLeft !== null && seatsLeft > 0 ? ofRooms('seatsLeft', { count: seatsLeft }) : '',
    minutes === null ? '' : t('reason.near', lengthOf(minutes)),
  ]
  const why = reasons
    // What the button says already.
    .filter((reason) => reason !== 'near' && !(reason === 'free' && seatsLeft !== null))
    .map((reason) => t(`reason.${reason}`, lengthOf(minutes ?? 0)))
  return (
    <div className="grid gap-1">
      <Button variant="primary" className="flex-col !gap-0.5 text-center" onClick={onTake}>
        <span className="text-balance text-sm font-medium">
          <span className="sr-only">{t('takeInstead')}: </span>
          {facts.filter(Boolean).map((fact, index) => (
            <Fragment key={fact}>
              {index > 0 ? DOT : ''}
              <span className="inline-block">{fact}</span>
            </Fragment>
          ))}
        </span>
        <span dir="auto" lang={session.language} className="font-semibold leading-snug">
          {isolated(session.title)}
        </span>
      </Button>
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-muted">
        <span>{why.length > 0 ? t('because', { reasons: why.join(', ') }) : null}</span>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={onMore}
          className="min-h-11 text-accent underline underline-offset-4"
        >
          {t('instead')}
        </button>
      </p>
    </div>
  )
}
