// @ts-check `node scripts/installed/pack.mjs FOLDER`: builds, and copies what a container holds, which needs no npm.
import '../require-node.mjs'
import { resolve } from 'node:path'
import { buildIfStale } from '../build.mjs'
import { bundleCommand, COMMANDS } from '../build/commands.mjs'
import { packInto } from '../build/packing.mjs'
import { generateClient, installPackages } from '../preparation.mjs'
import { reportFailure, StartError } from '../start-error.mjs'
import { step } from '../steps.mjs'

try {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new StartError('name the folder to pack into.')
  await step('Packages', installPackages)
  await step('Database client', generateClient)
  await step('Build', buildIfStale)
  await step('Pack', async (note) => {
    for (const command of COMMANDS) await bundleCommand(command)
    const { files, bytes } = await packInto(resolve(folder))
    note(`${files} files, ${Math.round(bytes / 1e6)} MB`)
  })
} catch (error) {
  reportFailure('Nothing was packed', error)
}
