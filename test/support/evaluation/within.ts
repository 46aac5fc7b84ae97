import { reaches as all, type reaches } from "../../../infra/constructs/web-functions.ts"
import { functionFor } from "../../../infra/local/route.ts"
import { covers, noting } from "../reaching.ts"
import type { Client } from "../service.ts"

/** Notes what each function asks of the table, as somebody's requests go through it. */
export const watching = () => {
  const { asked, now, noted } = noting()
  const by = async <Answer>(path: string, ask: () => Promise<Answer>): Promise<Answer> => {
    now.by = functionFor(path.split("?")[0] ?? "")
    const answer = await ask()
    now.by = "a test"
    return answer
  }
  return {
    noted,
    seen: (one: Client): Client => ({
      ...one,
      get: (path, headers) => by(path, () => one.get(path, headers)),
      post: (path, fields, headers) => by(path, () => one.post(path, fields, headers)),
      api: (method, path, body, headers) => by(`/api${path}`, () => one.api(method, path, body, headers)),
    }),
    /** What was asked of the table that the function is not let. */
    beyond: (name: keyof typeof reaches) => {
      const found = asked.filter((each) => each.by === name)
      if (found.length === 0) throw new Error(`Nothing was asked by ${name}`)
      const out = found.filter((each) => !all[name].some((one) => covers(one, each)))
      return [...new Set(out.map((each) => `${each.action} of ${each.partition} ${each.index ?? ""}`))]
    },
  }
}
