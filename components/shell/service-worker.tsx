'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'

/**
 * Registers the service worker once the page stands; says so when a newer Hallway has taken over. Nothing is reloaded
 * by itself.
 */
export function ServiceWorker() {
  const t = useTranslations('worker')
  const [isOld, setIsOld] = useState(false)
  useEffect(() => {
    // Development's files change without a name. Without a worker (private windows, plain http on a LAN) everything
    // works but offline.
    // Asked by name: the bundler takes `navigator.serviceWorker` for always there, and leaves out a look at it.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    const container = navigator.serviceWorker
    const tell = () => container.controller?.postMessage({ language: document.documentElement.lang })
    let hadWorker = container.controller !== null
    const onChange = () => {
      if (hadWorker) setIsOld(true)
      hadWorker = true
      tell()
    }
    container.addEventListener('controllerchange', onChange)
    tell()
    const stop = whenIdle(() => void container.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined))
    return () => {
      container.removeEventListener('controllerchange', onChange)
      stop()
    }
  }, [])
  if (!isOld) return null
  return (
    <div
      role="status"
      className={
        'fixed inset-x-3 bottom-20 z-40 mx-auto flex max-w-md flex-wrap items-center justify-between gap-2 ' +
        'rounded-xl border border-line bg-raised p-3 shadow-lg lg:bottom-4'
      }
    >
      {t('newVersion')}
      <Button onClick={() => location.reload()}>{t('show')}</Button>
    </div>
  )
}
