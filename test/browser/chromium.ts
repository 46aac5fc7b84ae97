import { existsSync } from "node:fs"
import chromiumPackage from "@sparticuz/chromium"
import { type Browser, chromium } from "playwright-core"

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** A real Chromium: the one named by CHROMIUM_PATH, the one in our package, or one that is installed. */
export const startChromium = async (): Promise<Browser> => {
  const given = process.env.CHROMIUM_PATH
  if (given) return chromium.launch({ executablePath: given, args: quiet })
  const packaged = await fromPackage()
  if (packaged) return packaged
  const found = installed.find((path) => existsSync(path))
  if (found) return chromium.launch({ executablePath: found, args: quiet })
  throw new Error("No Chromium starts here. Set CHROMIUM_PATH to one, or install Debian's package chromium.")
}

const fromPackage = async () => {
  try {
    const executablePath = await chromiumPackage.executablePath()
    return await chromium.launch({ executablePath, args: quiet })
  } catch {
    return undefined
  }
}
