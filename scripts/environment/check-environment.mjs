// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleCommand } from '../build/commands.mjs'
import { root } from '../programs.mjs'
import { StartError } from '../start-error.mjs'

/**
 * Looks at every variable before anything is made or changed because of one. It needs the packages.
 * @throws {StartError} which names each that is wrong
 */
export async function checkEnvironment() {
  const bundle = await bundleCommand('environment')
  /** @type {{ complaintOfEnvironment: () => string | null }} */
  const { complaintOfEnvironment } = await import(pathToFileURL(join(root, bundle)).href)
  const complaint = complaintOfEnvironment()
  if (complaint) throw new StartError(complaint)
}
