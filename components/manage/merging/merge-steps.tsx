'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { mergePartsAction, previewMergeAction } from '@/lib/schedule/merging/actions'
import type { MergedKind } from '@/lib/schedule/merging/kinds'
import { MergeReach } from './merge-reach'
import { useMerged } from './merging'

type Props = { conference: string; kind: MergedKind; part: string; into: string }

/** Shows what a merge of these two would move, then does it. Give it a key of the two: what was shown is of them. */
export function MergeSteps({ conference, kind, part, into }: Props) {
  const t = useTranslations('manage')
  const [router, tell] = [useRouter(), useMerged()]
  const look = useAction(previewMergeAction)
  const merge = useAction(mergePartsAction)
  const pair = { conference, kind, part, into }
  const shown = look.outcome?.ok ? look.outcome.value : null
  const reach = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone.
  useEffect(() => {
    if (shown) reach.current?.focus()
  }, [shown])
  const send = async () => {
    const done = await merge.run(pair)
    if (!done.ok || !shown) return
    tell({ merge: done.value.merge, name: shown.name, into: shown.into })
    router.refresh()
  }
  const failed = [look.outcome, merge.outcome].some((outcome) => outcome && !outcome.ok)
  return (
    <div className="grid gap-3">
      {shown ? (
        <div ref={reach} tabIndex={-1}>
          <MergeReach reach={shown} />
        </div>
      ) : (
        <div>
          <Button disabled={look.pending} onClick={() => void look.run(pair)}>
            {t('merging.see')}
          </Button>
        </div>
      )}
      {shown ? (
        <div>
          <Button variant="danger" disabled={merge.pending} onClick={() => void send()}>
            {merge.pending ? t('saving') : t('merge')}
          </Button>
        </div>
      ) : null}
      {failed ? (
        <Notice tone="danger" live>
          <p>{t('merging.failed')}</p>
        </Notice>
      ) : null}
    </div>
  )
}
