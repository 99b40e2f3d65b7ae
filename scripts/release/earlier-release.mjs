// @ts-check The release before this one, built from its commit, for what has to hold between two versions.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runProgram } from '../programs.mjs'
import { StartError } from '../start-error.mjs'

const RELEASED = /^## \[(?<version>\d+\.\d+\.\d+)\][^]*?commit `(?<commit>[0-9a-f]{40})`/m

/**
 * Takes the last release that CHANGELOG.md names out of the history of this clone, installs and builds it in a folder
 * that is gone when this process ends. Not below this project's: tools would take this one's root for its.
 * @param {(text: string) => void} note
 * @returns {Promise<string | null>} its folder; null where the clone has no history that holds it
 * @throws {StartError} when it cannot be built
 */
export async function buildEarlierRelease(note) {
  const { version, commit } = readLastRelease()
  const folder = mkdtempSync(join(tmpdir(), 'hallway-earlier-'))
  // Its database's own user must get in.
  chmodSync(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (!(await unpack(commit, folder))) return null
  // It installs what its own lock file says, too.
  const { ok, output } = await runProgram(process.execPath, [join(folder, 'scripts/build.mjs')], {
    as: { cwd: folder },
  })
  if (!ok) throw new StartError(`Version ${version} could not be built.\n\n${output}`)
  note(version)
  return folder
}

/** @returns {{ version: string, commit: string }} */
function readLastRelease() {
  const { version, commit } = RELEASED.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.groups ?? {}
  if (!version || !commit) throw new StartError('CHANGELOG.md names no release with its commit.')
  return { version, commit }
}

/** @param {string} commit @param {string} folder @returns {Promise<boolean>} whether this clone has it */
async function unpack(commit, folder) {
  const archive = join(folder, 'release.tar')
  const { ok } = await runProgram('git', ['archive', `--output=${archive}`, commit])
  if (!ok) return false
  const unpacked = await runProgram('tar', ['-xf', archive, '-C', folder])
  if (!unpacked.ok) throw new StartError(`The release could not be unpacked (${unpacked.output.trim()}).`)
  rmSync(archive)
  return true
}
