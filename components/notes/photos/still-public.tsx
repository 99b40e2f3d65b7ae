import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { settleBidi } from '@/lib/platform/bidi'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'

type Props = { /** What was deleted. */ what: 'note' | 'photo'; id: string }

// It is said beside what was done, not instead of it: nothing waits longer for it.
const TIMEOUT_MS = 10_000
const answerSchema = z.object({ recaps: z.array(z.object({ title: z.string(), address: z.string() })) })
type Recaps = z.output<typeof answerSchema>['recaps']

/**
 * Says of what was deleted in which published recaps photos of it stay, with the way to each; nothing where none does,
 * or without a network.
 */
export function StillPublic({ what, id }: Props) {
  const t = useTranslations('notes')
  const viewer = useViewer()
  const [recaps, setRecaps] = useState<Recaps>([])
  const isKnown = viewer !== null
  useEffect(() => {
    if (!isKnown) return
    const gone = new AbortController()
    void ask(what, id, gone.signal).then((found) => !gone.signal.aborted && setRecaps(found))
    return () => gone.abort()
  }, [isKnown, what, id])
  if (recaps.length === 0) return null
  return (
    <div className="basis-full">
      <p>{t(`stillPublic.${what}`)}</p>
      <ul>
        {recaps.map(({ title, address }) => (
          <li key={address}>
            <a
              dir="auto"
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={address}
            >
              {settleBidi(title)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function ask(what: Props['what'], id: string, signal: AbortSignal): Promise<Recaps> {
  try {
    const response = await fetch(`/api/v1/recaps/showing?${what}=${id}`, {
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), signal]),
      cache: 'no-store',
    })
    return (response.ok && answerSchema.safeParse(await response.json()).data?.recaps) || []
  } catch {
    return []
  }
}
