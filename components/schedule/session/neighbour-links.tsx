import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { turnPages } from '@/components/shared/turn-pages'
import { Outside } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import type { Neighbours } from '@/lib/program/agenda-day'

/** The sessions before and after this one on its day: by a tap, the arrow keys, or a swipe. */
export function NeighbourLinks({ conference, before, after }: Neighbours & { conference: string }) {
  const t = useTranslations('session')
  const [back, on] = [before, after].map((to) => to && pageAddress(conference, 'session', to.slug))
  useEffect(() => turnPages(back, on), [back, on])
  const link = 'flex min-h-11 flex-col py-2 hover:bg-sunken'
  /** Of a name that goes on for long its beginning says which it is. */
  const name = 'line-clamp-3'
  return (
    <nav aria-label={t('ofDay')} className="grid grid-cols-2 gap-4 border-t border-line pt-2 text-sm">
      {before && back ? (
        <a rel="prev" href={back} className={link}>
          <span className="text-muted">{t('before')}</span>
          <span className={name}>
            <Outside>{before.title}</Outside>
          </span>
        </a>
      ) : (
        <span />
      )}
      {after && on ? (
        <a rel="next" href={on} className={`${link} text-end`}>
          <span className="text-muted">{t('after')}</span>
          <span className={name}>
            <Outside>{after.title}</Outside>
          </span>
        </a>
      ) : null}
    </nav>
  )
}
