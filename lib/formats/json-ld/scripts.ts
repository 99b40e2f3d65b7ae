import type { ImportFile } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { readJson } from '../reading/json'
import { readPage } from '../reading/page'

/** A piece of JSON-LD with its place: the file itself, or the script of a page. */
export type LinkedData = { path: string; value: unknown }

/** The JSON-LD of a file: all of a JSON file, or every script of a page that says to be it and can be read. */
export function linkedDataOf(file: ImportFile): LinkedData[] {
  const json = readJson(file)
  if (json.ok) return [{ path: '', value: json.value }]
  const { text } = decodeText(file.bytes)
  return text.includes('ld+json')
    ? scriptsOf(text).flatMap((script, index) => {
        const read = readJson({ bytes: new TextEncoder().encode(withoutWrapping(script)) })
        return read.ok ? [{ path: `script[${index}]`, value: read.value }] : []
      })
    : []
}

function scriptsOf(page: string): string[] {
  const scripts: string[] = []
  let isInside = false
  readPage(page, {
    onOpen: (name, { type = '' }) => {
      isInside = name === 'script' && /^\s*application\/ld\+json\s*(;|$)/i.test(type)
      if (isInside) scripts.push('')
    },
    onText: (text) => {
      if (isInside) scripts.push((scripts.pop() ?? '') + text)
    },
    onClose: () => {
      isInside = false
    },
  })
  return scripts
}

/** Old habits hide a script from old browsers. */
function withoutWrapping(script: string): string {
  return script
    .replace(/^\s*(\/\/|\/\*)?\s*(<!\[CDATA\[|<!--)\s*(\*\/)?/, '')
    .replace(/(\/\/|\/\*)?\s*(\]\]>|-->)\s*(\*\/)?\s*$/, '')
}
