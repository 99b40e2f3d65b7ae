import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isNothingKept } from '@/lib/sync/client/store/storage-state'
import { whyRefused } from '@/lib/notes/device/why-refused'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import type { Draft } from './use-draft'
import { useLeaveWarning } from '@/lib/notes/device/use-leave-warning'

const known = ['NOT_FOUND', 'NOT_IN_GROUP', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_LARGE', 'BROKEN'] as const

/** The truth about where a note is. What the server refused says why, and can be taken elsewhere. */
export function NoteState({ id, state, text }: Pick<Draft, 'id' | 'state' | 'text'>) {
  const t = useTranslations('notes')
  const { refused, storage, signedOut, blocked, troubled } = useSyncState()
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)
  useLeaveWarning(state === 'saving' && storage !== 'ok')
  const why = blocked ? 'blocked' : signedOut ? 'signedOut' : troubled ? 'troubled' : 'here'
  const place = state !== 'here' ? state : storage === 'unavailable' ? 'onlyHere' : why
  const stored = (
    <p role="status" className="text-sm text-muted">
      {id ? t(`state.${place}`) : ''}
    </p>
  )
  if (isNothingKept(storage))
    return (
      <div className="grid gap-1">
        {stored}
        <p role="alert" className="text-sm font-medium text-danger">
          {t(`storage.${storage}`)}
        </p>
      </div>
    )
  if (state !== 'refused') return stored
  const entry = refused.find(({ mutation }) => 'id' in mutation.args && mutation.args.id === id)
  const code = entry && whyRefused(entry, undefined)
  const reason = known.find((each) => each === code) ?? 'other'
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
    } catch {
      // Plain http, or not allowed: the person can still select it.
      setCopied('copyFailed')
    }
  }
  return (
    <Notice tone="danger" live>
      <p>
        {t('state.refused', { reason: t(`refusal.${reason}`) })} {t('refusedKept')}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>{t('copy')}</Button> <span role="status">{copied ? t(copied) : ''}</span>
      </p>
    </Notice>
  )
}
