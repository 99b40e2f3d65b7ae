import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stampOf } from '@/lib/backup/backup-file'

/**
 * Makes them this installation's.
 * @param data the data folder
 * @returns the name under which other ones that were there are kept; null: there were none, or the same
 */
export async function keepSecrets(data: string, secrets: string, now: Date): Promise<string | null> {
  const file = join(data, 'secrets.json')
  const held = await readFile(file, 'utf8').catch(() => null)
  if (held !== null && JSON.stringify(JSON.parse(held)) === JSON.stringify(JSON.parse(secrets))) return null
  const kept = `${file}.before-${stampOf(now)}`
  if (held !== null) await rename(file, kept)
  await writeFile(`${file}.half`, secrets, { mode: 0o600, flush: true })
  await rename(`${file}.half`, file)
  return held === null ? null : kept
}
