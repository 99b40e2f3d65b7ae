'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { keptConferences } from '@/lib/sync/client/keep-conference'
import { lastConference } from '@/lib/sync/client/last-conference'
import { noteActions } from '@/lib/sync/client/note-actions'
import { Loading } from './what-is-here'

type Kept = { id: string; slug: string; name: string }

/** What another app shared becomes a note of the conference looked at last, or of the one chosen here. */
export function ShareScreen() {
  const t = useTranslations('local')
  const [kept, setKept] = useState<Kept[] | null>(null)
  useEffect(() => {
    void keptConferences().catch(() => []).then((all) => {
      const last = all.find(({ slug }) => slug === lastConference())
      if (last) void putNote(last)
      else setKept(all)
    })
  }, [])
  if (kept === null) return <Loading />
  return (
    <Page title={t('which')} lead={kept.length === 0 ? t('none') : undefined}>
      <p dir="auto" className="whitespace-pre-line">{sharedText()}</p>
      {kept.map((conference) => <p key={conference.id}><Button onClick={() => void putNote(conference)}>{conference.name}</Button></p>)}
    </Page>
  )
}

let begun = false

async function putNote({ id, slug }: Kept): Promise<void> {
  // A screen may be drawn twice; what was shared is one note.
  if (begun) return
  begun = true
  const note = await noteActions().create({ conferenceId: id, text: sharedText() })
  location.replace(`/c/${slug}/notes/${note}`)
}

/** Title, text and address, each once: many apps send the address within the text. */
function sharedText(): string {
  const query = new URLSearchParams(location.search)
  const parts = ['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '')
  return parts.filter((part, index) => part !== '' && !parts.slice(0, index).some((before) => before.includes(part))).join('\n')
}
