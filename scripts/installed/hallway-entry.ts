import { StartError, reportFailure } from '../start-error.mjs'
import { askHealth } from './ask-health'
import { passPooler, prepare } from './prepare'

// Run by whoever has no npm, such as a container. Its first word says what, the rest is that command's.
const usage = `node dist/hallway.mjs [COMMAND]

serve    brings the database up to date and serves; what happens without a word
migrate  brings the database up to date, and ends
health   is the one that serves here well? 0: yes, 1: no
backup, restore, import, operator   each says what it takes: node dist/hallway.mjs backup --help
help     says this`

const [command = 'serve', ...words] = process.argv.slice(2)
try {
  await run(command)
} catch (error) {
  reportFailure(`Hallway did not ${command}`, error)
  process.exit(1)
}

async function run(name: string): Promise<void> {
  switch (name) {
    case 'serve':
      await prepare()
      return start('server')
    case 'migrate':
      return prepare()
    case 'health':
      process.exitCode = (await askHealth()) ? 0 : 1
      return
    case 'backup':
    case 'import':
    case 'operator':
    case 'restore':
      if (words.includes('--help')) return start(name)
      if (name === 'import') await prepare()
      passPooler()
      return start(name)
    case 'help':
      return console.log(usage)
    default:
      throw new StartError(`there is no command ${name}.\n\n${usage}`)
  }
}

/** Runs a program that was bundled beside this one, in this process: signals reach it. */
async function start(program: string): Promise<void> {
  process.argv.splice(2, process.argv.length, ...words)
  await import(new URL(`${program}.mjs`, import.meta.url).href)
}
