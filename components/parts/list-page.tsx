import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'

type Props = {
  kind: 'speakers' | 'tracks' | 'colocatedEvents'
  isEmpty: boolean
  conference: string
  children: ReactNode
}

/** A list of speakers, tracks or co-located events; where there are none it says why, and leads on. */
export function ListPage({ kind, isEmpty, conference, children }: Props) {
  const t = useTranslations('parts')
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-2 px-4 py-3">
      <h1 className="text-2xl font-semibold tracking-tight">{t(`title.${kind}`)}</h1>
      {isEmpty ? (
        <>
          <p className="text-muted">{t(`none.${kind}`)}</p>
          <p>
            <ButtonLink href={pageAddress(conference, 'schedule')}>{t('toSchedule')}</ButtonLink>
          </p>
        </>
      ) : (
        children
      )}
    </main>
  )
}
