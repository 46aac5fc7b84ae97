export type FunctionName = "front" | "site" | "programme" | "local"

const organisation = /^(?:\/api)?\/organisations\/[^/]+(?<people>\/people(?:\/|$))?/

const programme = /^(?:\/api)?\/programme(?:\/|$)/

/** Which function answers which address, as the deployed API has it. `/local` is there in a local run only. */
export const functionFor = (path: string): FunctionName => {
  if (path === "/local" || path.startsWith("/local/")) return "local"
  if (programme.test(path)) return "programme"
  const found = organisation.exec(path)
  return found && !found.groups?.people ? "site" : "front"
}
