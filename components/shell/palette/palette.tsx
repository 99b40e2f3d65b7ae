import { getLocale, getTranslations } from 'next-intl/server'
import { tabs } from '@/lib/program/pages'
import { CommandKey } from './command-key'
import { behindName, type PaletteWords } from './palette-words'

/** ⌘K on every page: what it says in this page's language, and what it finds by name besides what is in a programme. */
export async function Palette() {
  const [t, home] = [await getTranslations('shell'), await getTranslations('home')]
  const words: PaletteWords = {
    language: await getLocale(),
    title: t('palette.title'),
    hints: { inside: t('palette.hint'), outside: t('palette.hintOutside') },
    close: t('palette.close'),
    none: t('palette.none'),
    groups: {
      conferences: home('conferences'),
      screens: t('palette.screens'),
      actions: t('palette.actions'),
      sessions: t('palette.sessions'),
      speakers: t('speakers'),
      rooms: t('place.rooms'),
      notes: t('place.notes'),
    },
    ofConference: [
      ...tabs.map((page) => ({ page, name: t(`place.${page}`) })),
      ...behindName.map((page) => ({ page, name: t(page) })),
    ],
    manage: t('manage'),
    write: t('palette.write'),
    screens: [
      { href: '/', name: t('conferences') },
      { href: '/notes', name: t('palette.allNotes') },
      { href: '/settings', name: t('settings') },
    ],
    actions: [
      { href: '/new', name: t('palette.bringIn') },
      { href: '/settings/backup', name: t('palette.backup') },
    ],
  }
  return <CommandKey words={words} />
}
