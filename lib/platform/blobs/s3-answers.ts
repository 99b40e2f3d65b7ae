import { SaxesParser } from 'saxes'

/** What a page of a listing says: the objects, and where the next page begins; null: there is none. */
type Listing = { objects: { name: string; putAt: Date }[]; next: string | null }

/** Reads the answer to ListObjectsV2. @throws {Error} when it is not XML */
export function readListing(xml: string): Listing {
  const objects: Listing['objects'] = []
  let [name, putAt, next, isMore] = ['', '', '', false]
  readTexts(xml, (path, text) => {
    if (path === 'ListBucketResult/Contents/Key') name = text
    else if (path === 'ListBucketResult/Contents/LastModified') putAt = text
    else if (path === 'ListBucketResult/Contents') objects.push({ name, putAt: new Date(putAt) })
    else if (path === 'ListBucketResult/NextContinuationToken') next = text
    else if (path === 'ListBucketResult/IsTruncated') isMore = text === 'true'
  })
  return { objects, next: isMore && next ? next : null }
}

/** An upload in parts that was begun and neither ended nor given up. */
type OpenUpload = { name: string; id: string; begunAt: Date }

/** Reads the answer to ListMultipartUploads, its first page. @throws {Error} when it is not XML */
export function readUploads(xml: string): OpenUpload[] {
  const uploads: OpenUpload[] = []
  const upload = 'ListMultipartUploadsResult/Upload'
  let [name, id, begunAt] = ['', '', '']
  readTexts(xml, (path, text) => {
    if (path === `${upload}/Key`) name = text
    else if (path === `${upload}/UploadId`) id = text
    else if (path === `${upload}/Initiated`) begunAt = text
    else if (path === upload) uploads.push({ name, id, begunAt: new Date(begunAt) })
  })
  return uploads
}

/** The id of an upload in parts, of the answer that began it. @throws {Error} when it says none */
export function uploadIdOf(xml: string): string {
  let id = ''
  readTexts(xml, (path, text) => {
    if (path === 'InitiateMultipartUploadResult/UploadId') id = text
  })
  if (!id) throw new Error('The S3 server began no upload')
  return id
}

/** The code of an error, "NoSuchKey"; nothing where there is none: what stands between answered, or it is no XML. */
export function codeOf(xml: string): string {
  let code = ''
  try {
    readTexts(xml, (path, text) => {
      if (path === 'Error/Code') code = text
    })
  } catch {
    return ''
  }
  return code
}

/** Tells of each element at its end, with the text right in it. */
function readTexts(xml: string, tell: (path: string, text: string) => void): void {
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void open.push({ name, text: '' }))
  parser.on('text', (text) => {
    const inner = open.at(-1)
    if (inner) inner.text += text
  })
  parser.on('closetag', () => {
    const path = open.map(({ name }) => name).join('/')
    tell(path, open.pop()?.text ?? '')
  })
  parser.write(xml).close()
}
