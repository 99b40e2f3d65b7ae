import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { keptConferences } from '@/lib/program/device/kept-agendas'
import { agendaDocument } from '@/lib/program/agenda-document'
import { KEPT } from '@/lib/program/pages'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { localPlace } from './local-place'

/** The way to what this device keeps of the conference at this address; nothing, where it keeps none. */
export function StillHereNotice() {
  const t = useTranslations('local')
  const [kept, setKept] = useState<{ slug: string; name: string } | null>(null)
  useEffect(() => {
    const place = localPlace(location.pathname)
    if (!('slug' in place)) return
    // The note needs no conference to be opened.
    if (place.screen === 'note')
      void hasNote(place.noteId).then((isHere) => isHere && location.replace(`/notes/${place.noteId}`))
    void isThere(place.slug).then(async (isOnServer) => {
      // No store to be had: nothing is kept.
      const all = isOnServer ? [] : await keptConferences().catch(() => [])
      setKept(all.find(({ slug }) => slug === place.slug) ?? null)
    })
  }, [])
  if (!kept) return null
  return (
    <Notice live>
      <h2 className="font-semibold">{t('stillHere')}</h2>
      <p>{t('stillHereWhy', { name: isolated(kept.name) })}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${pageAddress(kept.slug, 'notes')}${KEPT}`}>{t('notes')}</ButtonLink>
        <ButtonLink href={`${pageAddress(kept.slug, 'plan')}${KEPT}`}>{t('plan')}</ButtonLink>
        <ButtonLink href={`${pageAddress(kept.slug, 'schedule')}${KEPT}`}>{t('programme')}</ButtonLink>
        <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>
        <ButtonLink href="/settings/backup">{t('backup')}</ButtonLink>
      </p>
    </Notice>
  )
}

/** Only this page of it is not: nothing else is gone. */
async function isThere(slug: string): Promise<boolean> {
  return fetch(agendaDocument.address(slug), { method: 'HEAD' })
    .then(({ ok }) => ok)
    .catch(() => false)
}

async function hasNote(id: string): Promise<boolean> {
  // No store to be had: nothing is kept.
  return withEngine()
    .then(async (engine) => (await engine.store().notes.get(id)) !== undefined)
    .catch(() => false)
}
