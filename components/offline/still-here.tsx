'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { KEPT } from '@/lib/sync/worker/decide'
import { localPlace } from './local-place'

/** At an address that the server knows nothing of (any more): the way to what this device keeps of the conference. */
export function StillHere() {
  const t = useTranslations('local')
  const [kept, setKept] = useState<{ slug: string; name: string } | null>(null)
  useEffect(() => {
    const place = localPlace(location.pathname)
    if (!('slug' in place)) return
    // The note needs no conference to be opened.
    if (place.screen === 'note')
      void hasNote(place.noteId).then((isHere) => isHere && location.replace(`/notes/${place.noteId}`))
    // No store to be had: nothing is kept.
    void import('@/lib/sync/client/programme/keep-conference')
      .then(({ keptConferences }) => keptConferences())
      .catch(() => [])
      .then((all) => setKept(all.find(({ slug }) => slug === place.slug) ?? null))
  }, [])
  if (!kept) return null
  const address = `/c/${kept.slug}`
  return (
    <Notice live>
      <h2 className="font-semibold">{t('stillHere')}</h2>
      <p>{t('stillHereWhy', { name: isolated(kept.name) })}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${address}/notes${KEPT}`}>{t('notes')}</ButtonLink>
        <ButtonLink href={`${address}/plan${KEPT}`}>{t('plan')}</ButtonLink>
        <ButtonLink href={`${address}/schedule${KEPT}`}>{t('programme')}</ButtonLink>
        <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>
        <ButtonLink href="/settings/backup">{t('backup')}</ButtonLink>
      </p>
    </Notice>
  )
}

async function hasNote(id: string): Promise<boolean> {
  const { withEngine } = await import('@/lib/sync/client/store/local-state')
  // No store to be had: nothing is kept.
  return withEngine()
    .then(async (engine) => (await engine.store().notes.get(id)) !== undefined)
    .catch(() => false)
}
