import { useEffect, useState } from 'react'
import { previewRecapAction } from '@/lib/recaps/server/actions'

const PAUSE_MS = 700

/**
 * A recap's text as the public would see it, made on the server by what makes the public page: a moment after the text
 * was last changed.
 * @returns `html`: null until there is one; `failed`: what is shown is not the latest
 */
export function usePreview(id: string, text: string, isShown: boolean): { html: string | null; failed: boolean } {
  const [preview, setPreview] = useState<{ html: string | null; failed: boolean }>({ html: null, failed: false })
  useEffect(() => {
    if (!isShown) return
    let isOver = false
    const show = async () => {
      const answer = await previewRecapAction({ id, text }).catch(() => null)
      if (!isOver)
        setPreview(({ html }) => (answer?.ok ? { html: answer.value.html, failed: false } : { html, failed: true }))
    }
    const timer = setTimeout(() => void show(), PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id, text, isShown])
  return preview
}
