import { expect } from "vitest"

/** Texts that would do something where somebody forgot that they are texts. */
export const payloads = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</textarea><svg/onload=alert(1)>",
  '</pre><pre id="sent">{}</pre>',
  "</script><script>alert(1)//",
  "{{constructor.constructor('alert(1)')()}}",
  "$`{alert(1)} <%= 7*7 %> #{7*7}",
  "=cmd|' /C calc'!A0",
  "+SUM(1,1)*cmd|x",
  "javascript:alert(1)",
  "<!-- --> <![CDATA[ ]]>",
  "&lt;script&gt; &amp;lt; &#60;b&#62;",
  "\u202egnp.exe\u202c",
  "-- ' OR 1=1",
  "%0d%0aSet-Cookie: a=b",
]

/** Pictures of ours: of the design system, a face, a theory, and charts, which have no class. */
const ours =
  /^<svg (?:class="(?:govuk-|drawn |face"|theory")|xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+" width="100%" role="img")/
const strange = /^<(?:svg|img|iframe|object|embed|base|style|b)\b/i

/** What a browser would take for a tag or an attribute of its own, where only ours may stand. */
export const harmless = (html: string, nonce = "") => {
  const tags = [...html.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag)
  for (const tag of tags) {
    if (!ours.test(tag)) expect(tag).not.toMatch(strange)
    expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=|javascript:/i)
    if (/^<script/i.test(tag)) expect(tag).toContain(`nonce="${nonce}"`)
    if (/^<(?:a|form)\b/i.test(tag)) expect(tag).not.toMatch(/(?:href|action)="\s*(?:javascript|data):/i)
  }
  for (const payload of payloads.filter((text) => /[<>"]/.test(text))) expect(html).not.toContain(payload)
}
