import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the build called itself; null where there was none. @param root the project's folder */
export async function readBuildId(root: string): Promise<string | null> {
  return readFile(join(root, 'dist/build-id'), 'utf8').catch(() => null)
}
