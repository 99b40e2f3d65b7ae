/** An abstract: plain text whose blank lines part its paragraphs. */
export function SessionText({ text, language }: { text: string | null | undefined; language?: string | null }) {
  if (!text) return null
  return (
    <div dir="auto" lang={language ?? undefined} className="grid gap-3 text-[1.0625rem] leading-relaxed">
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {paragraph.trim()}
        </p>
      ))}
    </div>
  )
}
