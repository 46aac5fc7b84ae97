import { html } from "hono/html"
import { answerOut, redacted } from "../../../shared/domain/selection/foi.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { momentWords, stampWords } from "../../../shared/values/london.ts"

/** One expression of interest as a page of its own: every question and answer as sent, and nobody by name. */
export const expressionFile = (sent: Sent, mask: (text: string) => string) =>
  String(html`<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${sent.reference}</title></head>
<body>
<h1>${sent.title}</h1>
<p>${sent.organisation}. Reference ${sent.reference}, version ${sent.version}. Sent at ${momentWords(new Date(sent.sentAt))} by ${redacted}.</p>
<p>Confirmed by: ${sent.signatures.map(({ role, at }) => `${role}, ${stampWords(new Date(at))}`).join("; ")}.</p>
${sent.sections.map(
  (section) =>
    html`<h2>${section.title}</h2><dl>${section.questions.map(
      (question) =>
        html`<dt><strong>${question.label}</strong></dt><dd style="white-space:pre-wrap">${answerOut(question, mask)}</dd>`,
    )}</dl>`,
)}
</body>
</html>
`)
