'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { sendWaitingSteps } from '@/lib/desk/board/device/send-waiting'
import { listWaitingSteps } from '@/lib/desk/board/device/waiting-steps'
import { pageAddress } from '@/lib/program/addresses'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { sendStep } from './send-step'

/** A server that does not answer is asked again after so long. */
const AGAIN_MS = 5_000

type Props = { slug: string; conferenceId: string }

/**
 * On any other page of management: sends what this person moved on the board and the server did not have when they left
 * it, and then draws the page anew. What cannot be sent is said.
 */
export function WaitingMoves({ slug, conferenceId }: Props) {
  const t = useTranslations('manage.board')
  const { refresh } = useRouter()
  const userId = useViewer()?.id
  const [left, setLeft] = useState<{ count: number; isRefused: boolean } | null>(null)
  useEffect(() => {
    if (!userId) return
    const key = { conferenceId, userId }
    let [isOver, timer] = [false, undefined as ReturnType<typeof setTimeout> | undefined]
    const send = async () => {
      clearTimeout(timer)
      if (listWaitingSteps(key).length === 0) return
      const became = await sendWaitingSteps(key, (step) => sendStep(slug, step))
      if (isOver) return
      const count = listWaitingSteps(key).length
      setLeft(count > 0 ? { count, isRefused: became === 'refused' } : null)
      if (became === 'sent') refresh()
      if (became === 'away') timer = setTimeout(() => void send(), AGAIN_MS)
    }
    const again = () => void send()
    addEventListener('online', again)
    again()
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [slug, conferenceId, userId, refresh])
  if (!left) return null
  return (
    <Notice tone="warning" live>
      <p>{t(left.isRefused ? 'leftRefused' : 'leftWaiting', { count: left.count })}</p>
      <p>
        <Link href={pageAddress(slug, 'managed', 'board')} className="link">
          {t('toBoard')}
        </Link>
      </p>
    </Notice>
  )
}
