'use client'

import { useEffect } from 'react'
import { watchConference } from '@/lib/sync/client/live'

/** Listens for this conference's pokes while the page is open. */
export function LiveConference({ id, slug }: { id: string; slug: string }) {
  useEffect(() => watchConference(id, slug), [id, slug])
  return null
}
