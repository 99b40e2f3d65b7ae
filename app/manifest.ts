import type { MetadataRoute } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

/** What a phone needs to know to install Hallway, in the language that it asks in. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, lang] = [await getTranslations('shell'), await getLocale()]
  return {
    id: '/',
    name: 'Hallway',
    short_name: 'Hallway',
    description: t('description'),
    lang,
    start_url: '/now',
    scope: '/',
    display: 'standalone',
    background_color: '#faf8f4',
    theme_color: '#faf8f4',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    share_target: {
      action: '/share',
      method: 'get',
      enctype: 'application/x-www-form-urlencoded',
      params: { title: 'title', text: 'text', url: 'url' },
    },
    shortcuts: [
      { name: t('place.now'), url: '/now' },
      { name: t('place.plan'), url: '/my-plan' },
      { name: t('place.notes'), url: '/new-note' },
    ],
  }
}
