import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@/lib/i18n/languages'
import type { Environment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'

type Settings = Pick<
  Environment,
  'HALLWAY_DATA' | 'HALLWAY_PRIVACY_RESPONSIBLE' | 'HALLWAY_PRIVACY_CONTACT' | 'HALLWAY_PRIVACY_HOSTING'
>

/** What whoever runs this installation says of it; null: nothing. */
export type PrivacyNotice = {
  responsible: string | null
  /** How to reach them; `href` where that is an address that one can follow. */ contact: ShownContact | null
  hosting: string | null
  /** Markdown, further to what Hallway says itself. */ more: string | null
}
type ShownContact = { text: string; href: string | null }

/** Longer than any such text; what is more of a file is not read to people. */
const MOST_LETTERS = 100_000

/**
 * What this installation says of who answers for it: HALLWAY_PRIVACY_… and privacy.md of the data folder, or
 * privacy.fr.md where the reader's language has a file of its own.
 */
export async function readPrivacyNotice(env: Settings, language: Language): Promise<PrivacyNotice> {
  return {
    responsible: env.HALLWAY_PRIVACY_RESPONSIBLE ?? null,
    contact: env.HALLWAY_PRIVACY_CONTACT ? shownContact(env.HALLWAY_PRIVACY_CONTACT) : null,
    hosting: env.HALLWAY_PRIVACY_HOSTING ?? null,
    more:
      (await readText(join(env.HALLWAY_DATA, `privacy.${language}.md`))) ??
      (await readText(join(env.HALLWAY_DATA, 'privacy.md'))),
  }
}

function shownContact(text: string): ShownContact {
  if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(text)) return { text, href: `mailto:${text}` }
  return { text, href: /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? new URL(text).href : null }
}

/** A file that cannot be read is one line of the log, and no reason to show nothing else. */
async function readText(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).slice(0, MOST_LETTERS)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      log.error({ err: error }, 'The text for the page about privacy could not be read')
    return null
  }
}
