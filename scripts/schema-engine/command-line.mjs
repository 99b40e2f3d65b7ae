// @ts-check
// The arguments with which Prisma's CLI starts its schema engine.
import { parseArgs } from 'node:util'

/** @typedef {{ url: string, shadowDatabaseUrl?: string, recordsInScript?: boolean }} Datasource */
/**
 * @typedef {{ wantsVersion: boolean, maintenance: string | undefined, datasource: Datasource, schemaFiles: string[] }}
 * CommandLine
 */

/**
 * @param {string[]} words
 * @returns {CommandLine} `maintenance`: the word after `cli`, when a single deed on a database is asked for instead of
 * a conversation
 */
export function readCommandLine(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    strict: false,
    options: {
      version: { type: 'boolean' },
      datasource: { type: 'string' },
      datamodels: { type: 'string', multiple: true },
    },
  })
  const schemaFiles = (values.datamodels ?? []).filter((file) => typeof file === 'string')
  const maintenance = positionals[0] === 'cli' ? (positionals[1] ?? '') : undefined
  return {
    wantsVersion: values.version === true,
    maintenance,
    datasource: readDatasource(values.datasource),
    schemaFiles,
  }
}

/** @param {unknown} json @returns {Datasource} */
function readDatasource(json) {
  const { url, shadowDatabaseUrl } = typeof json === 'string' ? JSON.parse(json) : {}
  return { url: typeof url === 'string' ? url : '', shadowDatabaseUrl: shadowDatabaseUrl || undefined }
}
