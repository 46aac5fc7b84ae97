import { createHash } from "node:crypto"
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build, transform } from "esbuild"

/** "govuk" is for a service on gov.uk only: its typeface and crest may not be used anywhere else. */
export type Branding = "govuk" | "generic"

/** Where a page finds its look; each name changes with its contents, so that a browser may keep it for ever. */
export type Assets = Record<"css" | "js" | "icon", string>

export const buildAssets = async (branding: Branding, into: string): Promise<Assets> => {
  mkdirSync(join(into, "assets"), { recursive: true })
  const [style, script] = await Promise.all([styleSheet(branding), browserScript()])
  if (branding === "govuk")
    for (const folder of ["fonts", "images"])
      cpSync(join(govuk, "assets", folder), join(into, "assets", folder), { recursive: true })
  const assets = {
    css: write(into, "service", "css", style),
    js: write(into, "service", "js", script),
    icon: write(into, "icon", "svg", letterTile),
  }
  writeFileSync(join(into, "assets.json"), JSON.stringify(assets))
  return assets
}

const govuk = "node_modules/govuk-frontend/dist/govuk"
const own = "shared/web/browser"

const write = (into: string, name: string, extension: string, contents: string) => {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12)
  const path = `/assets/${name}.${hash}.${extension}`
  writeFileSync(join(into, path), contents)
  return path
}

const styleSheet = async (branding: Branding) => {
  const theirs = readFileSync(join(govuk, "govuk-frontend.min.css"), "utf8").replace(/\/\*#.*?\*\//s, "")
  const look = branding === "govuk" ? theirs : withoutCrownMarks(theirs)
  const css = look + readFileSync(join(own, "service.css"), "utf8")
  return (await transform(css, { loader: "css", minify: true, legalComments: "none" })).code
}

const withoutCrownMarks = (css: string) =>
  css
    .replace(/@font-face\{[^}]*\}/g, "")
    .replace(/["']?GDS Transport["']?,\s*/g, "")
    .replace(/\.govuk-footer__copyright-logo:before\{[^{}]*\}/g, "")

const browserScript = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(own, "main.ts")],
    bundle: true,
    format: "esm",
    target: "es2020",
    minify: true,
    legalComments: "none",
    write: false,
  })
  return outputFiles.map(({ text }) => text).join("")
}

const letterTile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#1d70b8"/><path fill="#fff" d="M10 6h8a6 6 0 0 1 0 13h-4v7h-4zm4 4v5h4a2.5 2.5 0 0 0 0-5z"/></svg>`
