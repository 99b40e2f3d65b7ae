// @ts-check
// Prisma's schema engine as WebAssembly.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { driversFor } from './driver.mjs'

/** @typedef {import('./command-line.mjs').CommandLine} CommandLine */

/** @type {Error | undefined} */
let panic
// The engine's glue looks for this name.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (/** @type {string} */ message) => {
      panic = new Error(message)
    },
  },
})

/** @returns {string} the version that the CLI compares with its own */
export function engineVersion() {
  return createRequire(import.meta.url)('@prisma/engines-version').enginesVersion
}

/** @returns {Error | undefined} what the engine said when it gave up; what it throws then says nothing */
export function lastPanic() {
  return panic
}

/**
 * @param {Pick<CommandLine, 'datasource' | 'schemaFiles'>} commandLine
 * @returns {Promise<object>} its methods go by the protocol's names
 */
export async function startEngine({ datasource, schemaFiles }) {
  const glue = await loadGlue()
  const schemas = schemaFiles.map((file) => /** @type {[string, string]} */ ([file, readFileSync(file, 'utf8')]))
  const drivers = bindMigrationAwareSqlAdapterFactory(driversFor(datasource))
  return glue.SchemaEngine.new({ datamodels: schemas.length ? schemas : undefined }, () => undefined, drivers)
}

/** Node runs no `import … from 'x.wasm'` without a flag: the module is instantiated by hand. */
async function loadGlue() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(readFileSync(fileURLToPath(file)), {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  Reflect.apply(/** @type {Function} wasm-bindgen's own start */ (instance.exports.__wbindgen_start), undefined, [])
  return glue
}
