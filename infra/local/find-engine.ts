import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { delimiter, dirname, join } from "node:path"

const program = process.platform === "win32" ? "dynoxide.exe" : "dynoxide"
const packageName = `@dynoxide/${process.platform}-${process.arch}`

/** Where the embedded DynamoDB's program is: on the PATH, or in the package for this machine. */
export const findEngine = (path = process.env.PATH ?? ""): string | undefined =>
  [...path.split(delimiter).filter(Boolean), ...packageFolder()]
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file))

const packageFolder = (): string[] => {
  try {
    return [dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))]
  } catch {
    return []
  }
}

export const noEngine = [
  "No DynamoDB was found to run on. Do one of these:",
  `- npm install --no-save ${packageName}`,
  "- put the program dynoxide (https://github.com/nubo-db/dynoxide) on your PATH",
  "- start Amazon's DynamoDB Local and set DYNAMODB_ENDPOINT, for example to http://127.0.0.1:8000",
].join("\n")
