import { Parser } from 'htmlparser2'

export type XmlHandler = {
  /** A name is without its prefix; attributes are as they stand. */
  open: (name: string, attributes: Record<string, string>) => void
  text: (text: string) => void
  close: (name: string) => void
}

/** Walks through XML of UTF-8 once, forgiving; entities of its own are never expanded. */
export function readXml(bytes: Uint8Array | undefined, { open, text, close }: XmlHandler): void {
  if (!bytes) return
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      ontext: text,
      onclosetag: (name) => close(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  const decoder = new TextDecoder()
  const step = 65_536
  for (let at = 0; at < bytes.length; at += step)
    parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }))
  parser.end(decoder.decode())
}
