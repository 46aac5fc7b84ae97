import type { Door } from "../doors.ts"

const at = "/department/rounds/:round/telling"
const looks: Door = { for: "tell" }
const acts: Door = { for: "tell", gives: () => ({}), keyed: true }

export const tellingDoors: Record<string, Door> = Object.fromEntries(
  ["", "/api"].flatMap((api): [string, Door][] => [
    [`GET ${api}${at}`, looks],
    [`GET ${api}${at}/letters/:reference`, looks],
    [`POST ${api}${at}/seal`, acts],
    [`POST ${api}${at}/tell`, acts],
    ...(api ? [] : ([[`GET ${at}/tell`, looks]] as [string, Door][])),
  ]),
)
