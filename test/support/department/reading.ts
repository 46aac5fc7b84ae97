import type { SelectionRight } from "../../../shared/domain/people/selection-policy.ts"
import type { Door } from "../doors.ts"

const one = "/department/rounds/:round/expressions/:reference"

const reads = (right: SelectionRight): Door => ({ for: right })
const flag = { because: "The figures of two sections do not agree." }
const view = { face: "good", why: "say", words: "I would like to know my social worker." }
const plain = { text: "Each person keeps one social worker.\nThey stay when a person moves." }

/** The doors of reading one expression of interest. */
export const readingDoors: Record<string, Door> = Object.fromEntries(
  ["", "/api"].flatMap((api): [string, Door][] => [
    [`GET ${api}${one}`, reads("read expressions")],
    [`GET ${api}${one}/score`, reads("compare")],
    [`POST ${api}${one}/score/send`, { for: "score", gives: () => ({}), keyed: true }],
    [`GET ${api}${one}/score/:criterion`, reads("score")],
    [
      `POST ${api}${one}/score/:criterion`,
      { for: "score", gives: () => ({ score: api ? 3 : "3", because: "The need is dated and local." }) },
    ],
    [`GET ${api}${one}/view`, reads("give a view")],
    [`POST ${api}${one}/view`, { for: "give a view", gives: () => view, keyed: true }],
    [`GET ${api}${one}/views`, reads("compare")],
    [`GET ${api}${one}/plain`, reads("score")],
    [`POST ${api}${one}/plain`, { for: "score", gives: () => plain }],
    [`GET ${api}${one}/notes`, reads("note")],
    [
      `POST ${api}${one}/notes`,
      { for: "note", gives: () => ({ text: "Ask how the posts are covered." }), keyed: true },
    ],
    [`GET ${api}${one}/flags`, reads("note")],
    [`POST ${api}${one}/flags`, { for: "note", gives: () => flag, keyed: true }],
    ...(api === "" ? [[`GET ${one}/flags/:flag/resolve`, reads("note")] as [string, Door]] : []),
    [`POST ${api}${one}/flags/:flag/resolve`, { for: "note", gives: () => flag, keyed: true }],
    [`GET ${api}${one}/history`, reads("export the round")],
  ]),
)
