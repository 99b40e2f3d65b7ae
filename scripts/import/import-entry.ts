import { now } from '@/lib/platform/clock'
import { connect } from '@/lib/platform/db'
import { isDatabaseGone } from '../database/database-gone'
import { runImport } from './import-command'
import { usage } from './import-options'

// Run by import.mjs.
const words = process.argv.slice(2)
if (words.includes('--help')) console.log(usage)
else {
  const db = connect(process.env.DATABASE_URL ?? '', 2)
  try {
    process.exitCode = await runImport(words, {
      db,
      folder: process.env.INIT_CWD || process.cwd(),
      now: now(),
      say: console.log,
      complain: console.error,
    })
  } catch (error) {
    if (!isDatabaseGone(error)) throw error
    console.error('Nothing was imported: the database ended meanwhile, or cannot be reached. Try again once it runs.')
    process.exitCode = 1
  } finally {
    await db.$disconnect().catch(() => undefined)
  }
}
