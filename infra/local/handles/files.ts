import { Hono } from "hono"
import { filesAt } from "../file-store.ts"
import type { Local } from "./local.ts"
import { problem } from "./page.ts"

const below = filesAt.replace("/local", "")

/** The store of files, as S3 answers a browser: a form puts one, a signed address gives one. */
export const fileHandles = ({ store, came }: Pick<Local, "store" | "came">) =>
  new Hono()
    .post(below, async (c) => {
      const { file, ...fields } = await c.req.parseBody()
      if (!(file instanceof File)) return problem(c, 400, "Bad Request", "There is no file in the form.")
      const put = store.put(textsOf(fields), new Uint8Array(await file.arrayBuffer()))
      if (!put)
        return problem(c, 403, "Forbidden", "The form is not ours, is too old, or the file too large.")
      came(put)
      return c.redirect(put.back, 303)
    })
    .get(`${below}/:key{.+}`, (c) => {
      const found = store.given(c.req.param("key"), c.req.query())
      if (!found) return problem(c, 403, "Forbidden", "The address is not ours, or its minute is over.")
      return c.body(new Uint8Array(found.bytes), 200, {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="${found.name}"`,
      })
    })

const textsOf = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  )
