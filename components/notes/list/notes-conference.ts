import type { Clocks } from '@/lib/i18n/dates'

/**
 * What the screens of notes need to know of a conference; its programme may come later, or never (no network, first
 * visit).
 */
export type NotesConference = { id: string; slug: string; name: string } & Clocks
