import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Makes a folder for backups, which nobody else can read, if it is missing. @throws what the disk throws */
export async function makeBackupFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  // Folder by folder: Node's own recursive way never ends in /proc.
  if (dirname(folder) !== folder) await makeBackupFolder(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error
  })
}

/**
 * Why no backup can be written there now, as the disk's own code ("EACCES"); null: one can. A folder that is not there
 * ("ENOENT") is not made: where its disk is not mounted, backups would fill another one.
 */
export async function whyUnwritable(folder: string): Promise<string | null> {
  const probe = join(folder, `.writable-${randomUUID()}`)
  try {
    // A full disk takes the name but not the content.
    await writeFile(probe, randomBytes(4096)).finally(() => rm(probe, { force: true }))
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
