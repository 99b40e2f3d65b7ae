import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { CopyText } from '@/components/ui/copy-text'
import { settleBidi } from '@/lib/platform/bidi'
import { breakLongLines } from '@/lib/platform/long-lines'
import { useLocalState } from '@/lib/sync/client/store/local-state'
import { keptDrafts, type KeptRecapDraft } from '@/lib/recaps/device/recap-drafts'

/**
 * The recaps of which this device has words that the server does not have yet: to read and to copy, without a network.
 */
export function KeptDrafts() {
  const t = useTranslations('local')
  const [drafts, setDrafts] = useState<readonly KeptRecapDraft[]>([])
  // Whose store it is may turn out late: what was read of another's, or of one that closed, is read again.
  const ready = useLocalState((state) => state.ready)
  useEffect(() => void keptDrafts().then(setDrafts), [ready])
  if (drafts.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('drafts')}</h2>
      <p className="text-muted">{t('draftsWhy')}</p>
      {drafts.map(({ id, draft: { title, summary, text } }) => (
        <details key={id} className="rounded-xl border border-line bg-raised p-4">
          <summary dir="auto" className="min-h-11 py-2 font-medium">
            {settleBidi(title)}
          </summary>
          <CopyText
            text={[title, summary, text].filter(Boolean).join('\n\n')}
            words={{ copy: t('copyDraft'), copied: t('draftCopied'), byHand: t('copyDraftByHand') }}
          />
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {breakLongLines([summary, text].filter(Boolean).join('\n\n'))}
          </p>
        </details>
      ))}
    </section>
  )
}
