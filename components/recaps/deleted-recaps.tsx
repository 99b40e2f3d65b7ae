import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { DeletedRecap } from '@/lib/recaps/server/queries'
import { BringBack } from './bring-back'

type Props = {
  deleted: readonly DeletedRecap[]
  /** The one that was deleted just now, as an address says. */ id: string | string[] | undefined
  /** Where one is written. */ addressOf: (id: string) => string
  sayOn: (at: Date) => string
}

/** Says which recap was just deleted, for as long as it is, and offers to undo that. */
export function JustDeleted({ deleted, id, addressOf }: Props) {
  const t = useTranslations('recaps.bin')
  const recap = deleted.find((one) => one.id === id)
  if (!recap) return null
  return (
    <Notice live>
      <p>{t('done', { title: isolated(recap.title) })}</p>
      <BringingBack>
        <BringBack id={recap.id} to={addressOf(recap.id)} name={t('undo')} />
      </BringingBack>
    </Notice>
  )
}

/** The recaps that I deleted, and the way back for each. */
export function DeletedRecaps({ deleted, addressOf, sayOn }: Props) {
  const t = useTranslations('recaps.bin')
  if (deleted.length === 0) return null
  return (
    <details className="rounded-xl border border-line bg-raised p-3">
      <summary className="flex min-h-11 items-center font-semibold">
        {t('title')} ({deleted.length})
      </summary>
      <p className="text-sm text-muted">{t('hint')}</p>
      <BringingBack>
        <ul className="mt-2 grid gap-2">
          {deleted.map(({ id, title, deletedAt }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span dir="auto" className="block">
                  {settleBidi(title)}
                </span>
                <span className="text-sm text-muted">{t('when', { day: sayOn(deletedAt) })}</span>
              </span>
              <BringBack id={id} to={addressOf(id)} name={t('restore')} of={title} />
            </li>
          ))}
        </ul>
      </BringingBack>
    </details>
  )
}

/** Of the words only those that a browser says itself: why it did not work. */
function BringingBack({ children }: { children: ReactNode }) {
  const { failed, reason } = useMessages().recaps
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ recaps: { failed, reason } }}>
      {children}
    </NextIntlClientProvider>
  )
}
