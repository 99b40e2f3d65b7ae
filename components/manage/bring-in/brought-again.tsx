import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'
import type { DiffCounts } from '@/lib/schedule/bring-in/diff'
import { DiffFacts } from './diff-facts'

type Props = {
  slug: string
  counts: DiffCounts | null
  /** The one that shows what changed; null: nothing did. */ release: number | null
  again: () => void
}

/** A source came in: what changed by it, where that can be looked at and taken back. */
export function BroughtAgain({ slug, counts, release, again }: Props) {
  const t = useTranslations('bringIn')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="grid gap-4">
      <h4 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {t('doneAgain')}
      </h4>
      {counts ? <DiffFacts diff={counts} /> : null}
      <div className="flex flex-wrap gap-3">
        {release === null ? null : (
          <ButtonLink variant="primary" href={pageAddress(slug, 'managedRelease', String(release))}>
            {t('doneReleases')}
          </ButtonLink>
        )}
        <Button onClick={again}>{t('doneMore')}</Button>
      </div>
    </section>
  )
}
