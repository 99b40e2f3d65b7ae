import { useEffect, useMemo, useState } from 'react'
import { keptConferences } from '@/lib/program/device/kept-agendas'
import { askConferences, type ListedConference } from '@/lib/program/device/ask-conferences'

/** The conferences that one may go to: those on this device at once, then all that the server shows. */
export function useConferences(): readonly ListedConference[] {
  const [kept, setKept] = useState<readonly ListedConference[]>([])
  const [shown, setShown] = useState<readonly ListedConference[]>([])
  useEffect(() => {
    // No store to be had: nothing is kept.
    void keptConferences().then(setKept, () => undefined)
    void askConferences().then(setShown)
  }, [])
  return useMemo(() => [...new Map([...kept, ...shown].map((one) => [one.slug, one])).values()], [kept, shown])
}
