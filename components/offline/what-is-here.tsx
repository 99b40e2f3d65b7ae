'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { Page } from '@/components/ui/page'
import { ListShape } from '@/components/ui/shape'
import { pageAddress } from '@/lib/program/addresses'
import { keptConferences } from '@/lib/program/device/kept-agendas'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { KeptDrafts } from './kept-drafts'
import { hasServerFailed } from './server-failed'

/** The shape of a screen that this device is about to draw. */
export function Loading() {
  return (
    <main id="main" className="mx-auto max-w-3xl px-4 py-2">
      <p role="status" className="sr-only noscript:not-sr-only">
        {useTranslations('local')('loading')}
      </p>
      <ListShape rows={6} />
    </main>
  )
}

type NeedsNetworkProps = {
  /** It is of recaps, of which the last words may be here. */ isOfRecaps?: boolean
  /** Where the notes are that are here. */ notes?: string
  children?: ReactNode
}

/** A page that only the server has: there is no network to it, or it failed. */
export function NeedsNetwork({ isOfRecaps = false, notes, children }: NeedsNetworkProps) {
  const [t, failed] = [useTranslations('local'), hasServerFailed()]
  return (
    <Page
      title={t(failed ? 'serverFailed' : 'needsNetwork')}
      lead={t(failed ? 'serverFailedWhy' : isOfRecaps ? 'recapNeedsNetwork' : 'needsNetworkWhy')}
    >
      <p className="flex flex-wrap gap-3">
        <Button onClick={() => location.reload()}>{t('retry')}</Button>
        {notes ? <ButtonLink href={notes}>{t('notes')}</ButtonLink> : null}
      </p>
      <KeptDrafts />
      {children}
    </Page>
  )
}

/** A conference that this person never opened here, of which the server says nothing. */
export function NotHere() {
  const [t, failed] = [useTranslations('local'), hasServerFailed()]
  return (
    <Page title={t(failed ? 'serverFailed' : 'notHere')} lead={t(failed ? 'serverFailedWhy' : 'notHereWhy')}>
      <p className="flex flex-wrap gap-3">
        <Button onClick={() => location.reload()}>{t('retry')}</Button>{' '}
        <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>
      </p>
      <KeptList to="" />
    </Page>
  )
}

/** The server was asked, and knows none of that name, or shows it to others only. */
export function NotThere() {
  const [t, shell] = [useTranslations('local'), useTranslations('shell')]
  const viewer = useViewer()
  return (
    <Page title={shell('notFound')} lead={shell(viewer ? 'notFoundWhySignedIn' : 'notFoundWhy')}>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href="/">{shell('conferences')}</ButtonLink>
        {viewer ? (
          <ButtonLink href="/settings">{shell('settings')}</ButtonLink>
        ) : (
          <ButtonLink href="/sign-in">{shell('signIn')}</ButtonLink>
        )}
        <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>
      </p>
      <KeptList to="" />
    </Page>
  )
}

/** The conferences on this device, for whoever is here. @param to what follows their address */
export function KeptList({ to }: { to: string }) {
  const t = useTranslations('local')
  const [kept, setKept] = useState<{ slug: string; name: string }[] | null>(null)
  useEffect(() => {
    // No store to be had: nothing is kept.
    void keptConferences()
      .catch(() => [])
      .then(setKept)
  }, [])
  if (kept === null) return null
  if (kept.length === 0) return <NoneKept />
  return (
    <section>
      <h2 className="font-semibold">{t('here')}</h2>
      <ul>
        {kept.map(({ slug, name }) => (
          <li key={slug}>
            <a
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={`${pageAddress(slug, 'now')}${to}`}
            >
              <Outside>{name}</Outside>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** No conference is kept here, and where to open one. */
export function NoneKept() {
  const t = useTranslations('local')
  return (
    <>
      <p>{t('none')}</p>
      <p>
        <ButtonLink href="/">{t('openOne')}</ButtonLink>
      </p>
    </>
  )
}
