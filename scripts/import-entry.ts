import { now } from '@/lib/platform/clock'
import { connect } from '@/lib/platform/db'
import { runImport } from './import-command'
import { usage } from './import-options'

// Run by import.mjs.
const words = process.argv.slice(2)
if (words.includes('--help')) console.log(usage)
else {
  const db = connect(process.env.DATABASE_URL ?? '', 2)
  process.exitCode = await runImport(words, { db, folder: process.env.INIT_CWD || process.cwd(), now: now(), say: console.log, complain: console.error }).finally(() => db.$disconnect())
}
