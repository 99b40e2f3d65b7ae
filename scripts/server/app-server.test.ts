import { expect, it } from 'vitest'
import { neutralEnvironment } from '../database/throw-away-postgres.mjs'
import { startAppServer } from './app-server.mjs'
import { findFreePort } from './free-port.mjs'

const start = async (env: Record<string, string>, words: string[]) =>
  startAppServer({ host: '127.0.0.1', port: await findFreePort(), env: { ...neutralEnvironment(), ...env }, words })

it('says of a wrong environment what is wrong with it, in the place of how the server ended', async () => {
  const server = ['--import', 'tsx', 'server/main.ts']
  const wrong = { DATABASE_URL: 'postgresql://127.0.0.1:1/hallway', SMTP_URL: 'mail', LOG_LEVEL: 'loud' }
  await expect(start(wrong, server)).rejects.toThrow(
    /^The environment is not usable, see \.env\.example:\n- SMTP_URL has to .*\.\n- LOG_LEVEL has to .*\.$/,
  )
})

it('says where a name for calendars is missing', async () => {
  const server = ['--import', 'tsx', 'server/main.ts']
  await expect(start({ DATABASE_URL: 'postgresql://127.0.0.1:1/hallway' }, server)).rejects.toThrow(
    /^HALLWAY_INSTANCE_ID is missing: give a word of letters and digits that never changes\. See \.env\.example\.$/,
  )
})

it('says how a server ended that did not say why', async () => {
  await expect(start({}, ['-e', 'process.exit(3)'])).rejects.toThrow(/^the server ended with code 3$/)
})
