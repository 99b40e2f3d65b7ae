'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy-text'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { breakLongLines } from '@/lib/platform/long-lines'
import { keptConferences } from '@/lib/program/device/kept-agendas'
import { lastConference } from '@/lib/program/device/last-conference'
import { noteActions } from '@/lib/notes/device/note-actions'
import { pageAddress } from '@/lib/program/addresses'
import { isNothingKept } from '@/lib/sync/client/store/storage-state'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { sharedText } from './shared-text'
import { Loading, NoneKept } from './what-is-here'

type Kept = { id: string; slug: string; name: string }

/**
 * What another app shared, and the conferences on this device of which it may become a note: any page can lead here, so
 * nothing is kept before a tap.
 */
export function ShareScreen() {
  const t = useTranslations('local')
  const { storage } = useSyncState()
  const [kept, setKept] = useState<Kept[] | null>(null)
  const [state, setState] = useState<'idle' | 'keeping' | 'failed'>('idle')
  useEffect(() => {
    // The one looked at last comes first.
    void keptConferences()
      .catch(() => [])
      .then((all) =>
        setKept([...all].sort((a, b) => Number(b.slug === lastConference()) - Number(a.slug === lastConference()))),
      )
  }, [])
  if (kept === null) return <Loading />
  const text = sharedText(location.search)
  const isNowhere = text !== '' && kept.length === 0 && isNothingKept(storage)
  const keep = async ({ id, slug }: Kept) => {
    setState('keeping')
    const note = await noteActions()
      .create({ conferenceId: id, text })
      .catch(() => null)
    if (note) location.replace(pageAddress(slug, 'note', note))
    else setState('failed')
  }
  return (
    <Page title={t('shareTitle')} lead={text === '' ? t('shareNothing') : t('shareLead')}>
      {text === '' ? null : (
        <blockquote
          dir="auto"
          className="whitespace-pre-line rounded-lg border border-line bg-sunken p-4 [overflow-wrap:anywhere]"
        >
          {breakLongLines(settleBidi(text))}
        </blockquote>
      )}
      {state === 'failed' ? (
        <Notice tone="danger" live>
          {t('shareFailed')}
        </Notice>
      ) : null}
      {isNowhere ? (
        <Notice tone="warning" live>
          {t('shareNowhere')}
        </Notice>
      ) : null}
      {kept.length === 0 && !isNowhere ? <NoneKept /> : null}
      {kept.length === 0 && text !== '' ? (
        <>
          {isNowhere ? null : <p>{t('shareWaits')}</p>}
          <CopyText
            text={text}
            words={{ copy: t('copyDraft'), copied: t('draftCopied'), byHand: t('copyDraftByHand') }}
          />
        </>
      ) : null}
      {text === '' ? null : (
        <ul className="grid justify-items-start gap-3">
          {kept.map((conference, index) => (
            <li key={conference.id}>
              <Button
                variant={index === 0 ? 'primary' : 'quiet'}
                disabled={state === 'keeping'}
                onClick={() => void keep(conference)}
              >
                {t('shareKeep', { name: isolated(conference.name) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
