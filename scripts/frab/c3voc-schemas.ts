import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

/**
 * The C3VOC's own schemas, which have no licence that would allow to ship them. Where the folder of this variable holds
 * them as schedule.xml.xsd and schedule.json (https://c3voc.de/schedule/schema.xsd and /schema.json), files are held
 * against them, too; else against scripts/frab/frab-contract.ts alone.
 */
export const schemasFolder = process.env.HALLWAY_C3VOC_SCHEMAS

/** What is wrong with these files by the XSD. */
export async function faultsByXsd(folder: string, texts: string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [readFileSync(join(folder, 'schedule.xml.xsd'), 'utf8')],
    maxMemoryPages: 8_192,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** A function that says what is wrong with a file by the JSON schema. */
export function jsonChecker(folder: string): (text: string) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addFormat('color', true)
  const { $schema: _, ...schema } = JSON.parse(readFileSync(join(folder, 'schedule.json'), 'utf8'))
  const validate = ajv.compile(schema)
  return (text) => {
    validate(JSON.parse(text))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
  }
}
