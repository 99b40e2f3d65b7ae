'use client'

import { useFreshPage } from '@/components/shared/use-fresh-page'

/** Keeps the page around it true. */
export function FreshPage({ conferenceId }: { conferenceId: string }) {
  useFreshPage(conferenceId)
  return null
}
