export type FunctionName = "front" | "site" | "local"

const organisation = /^(?:\/api)?\/organisations\/[^/]+(?<people>\/people(?:\/|$))?/

/** Which function answers which address, as the deployed API has it. `/local` is there in a local run only. */
export const functionFor = (path: string): FunctionName => {
  if (path === "/local" || path.startsWith("/local/")) return "local"
  const found = organisation.exec(path)
  return found && !found.groups?.people ? "site" : "front"
}
