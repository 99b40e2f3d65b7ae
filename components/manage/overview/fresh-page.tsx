'use client'

import { useFreshPage } from '@/components/shared/use-fresh-page'

/** A hall that counts need not have a whole conference added up every second. */
const APART_MS = 10_000

/** Keeps the page around it true. */
export function FreshPage({ conferenceId }: { conferenceId: string }) {
  useFreshPage(conferenceId, APART_MS)
  return null
}
