import type { Context } from "hono"
import { html } from "hono/html"
import type { ContentfulStatusCode } from "hono/utils/http-status"

type Html = ReturnType<typeof html>

export const page = (title: string, ...contents: (Html | Html[])[]) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} (local run)</title>
</head>
<body>
<header><p><strong>Local run.</strong> Nothing here is deployed, and nothing is sent to anybody.
<a href="/">The service</a> | <a href="/local/outbox">Outbox</a> | <a href="/local/clock">Clock</a></p></header>
<main><h1>${title}</h1>
${contents}
</main>
</body>
</html>
`

export const problem = (c: Context, status: ContentfulStatusCode, title: string, detail: string) =>
  c.body(JSON.stringify({ type: "about:blank", title, status, detail }), status, {
    "content-type": "application/problem+json",
  })

/** Whether a request is for JSON or for a page, by what it names first. Who names neither gets `otherwise`. */
export const wants = (c: Context, otherwise: "json" | "html"): "json" | "html" => {
  const accepted = c.req.header("accept") ?? ""
  const places = { json: accepted.search(/[/+]json/), html: accepted.indexOf("text/html") }
  if (places.json < 0 && places.html < 0) return otherwise
  if (places.html < 0) return "json"
  return places.json < 0 || places.html < places.json ? "html" : "json"
}
