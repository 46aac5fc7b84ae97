import type { Client } from "../support/service.ts"
import type { LocalRun } from "./local-run.ts"

/** Somebody of the demonstration by the API, to bring a submission where a page is tried. */
export const clientOf = async (run: LocalRun, email: string): Promise<Client> => {
  const answer = await fetch(`${run.base}/local/sign-in?as=${encodeURIComponent(email)}`, {
    redirect: "manual",
  })
  const cookie = answer.headers.get("set-cookie")?.split(";")[0]
  if (!cookie) throw new Error(`Nobody has the address ${email}`)
  const send: Client["get"] = (path, headers = {}) =>
    fetch(run.base + path, { headers: { cookie, ...headers } })
  return {
    cookie,
    get: send,
    post: (path, fields, headers = {}) =>
      fetch(run.base + path, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    api: (method, path, body, headers = {}) =>
      fetch(`${run.base}/api${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}
