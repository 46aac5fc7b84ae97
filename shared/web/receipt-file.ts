import { html, raw } from "hono/html"
import type { Sent } from "../domain/submissions/sent.ts"
import type { SentVersion } from "../domain/submissions/submission.ts"
import type { Derived } from "../form/section.ts"
import { momentWords } from "../values/london.ts"

type Written = Omit<SentVersion, "by"> & { by: { name: string } }

const opening = '<pre id="sent">'
const closing = "</pre>"

/**
 * A receipt as one HTML file that needs nothing else: readable, and with the exact bytes of what was sent,
 * so that it can be checked by anybody, with our service or without it.
 */
export const receiptFile = (
  { reference, version, at, by, bytes, hash }: Written,
  said: Sent,
  origin: string,
) =>
  String(html`<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Receipt ${reference}, version ${version}</title></head>
<body>
<h1>Receipt: ${said.title}</h1>
<p>Reference ${reference}, version ${version}. Sent at ${momentWords(new Date(at))} by ${by.name}, for ${said.organisation}.</p>
<p>Check code: <code id="hash">${hash}</code></p>
<p>To check it: ${origin}/check-a-receipt (choose this file, or type the reference and the check code). Without our service: the check code is the SHA-256 of the text in the box at the end, in UTF-8, with nothing before or after it.</p>
${said.sections.map((section) => html`<h2>${section.title}</h2><dl>${section.questions.map(({ label, words }) => html`<dt><strong>${label}</strong></dt><dd style="white-space:pre-wrap">${words}</dd>`)}</dl>${(section.derived ?? []).map(tableOf)}`)}
<h2>Exactly what was sent</h2>
${raw(opening)}${bytes}${raw(closing)}
</body>
</html>
`)

const tableOf = ({ caption, columns, rows, says = [] }: Derived) =>
  html`<h3>${caption}</h3>${rows.length > 0 ? html`<table><thead><tr><td></td>${columns.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows.map(({ label, cells }) => html`<tr><th scope="row">${label}</th>${cells.map((one) => html`<td>${one}</td>`)}</tr>`)}</tbody></table>` : ""}${says.map((one) => html`<p>${one}</p>`)}`

/** The bytes in a receipt file, and what it says it is; nothing where it is no receipt of ours. */
export const bytesIn = (file: string): { bytes: string; reference: string; version: number } | undefined => {
  const from = file.lastIndexOf(opening)
  const to = file.indexOf(closing, from)
  if (from < 0 || to < 0) return undefined
  const bytes = file
    .slice(from + opening.length, to)
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => plain[name] ?? "")
  try {
    const { reference, version } = JSON.parse(bytes)
    return typeof reference === "string" && Number.isInteger(version)
      ? { bytes, reference, version }
      : undefined
  } catch {
    return undefined
  }
}

const plain: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" }
