import type { Door } from "../doors.ts"

const at = "/findings/:phase"
const seen: Door = { for: "see findings" }
const making: Door = {
  for: "make release",
  gives: () => ({ title: "Baselines", because: "The Department asked for them." }),
  keyed: true,
}

/** What every site measured, and what is released of it. */
export const releasesDoors: Record<string, Door> = {
  [`GET ${at}/measures`]: seen,
  [`GET ${at}/measures.csv`]: seen,
  [`GET ${at}/measures/:measure`]: seen,
  [`GET /api${at}/measures`]: seen,
  [`GET /api${at}/measures/:measure`]: seen,
  [`GET ${at}/releases`]: seen,
  [`GET /api${at}/releases`]: seen,
  [`GET ${at}/releases/new`]: { for: "make release" },
  [`GET /api${at}/releases/new`]: { for: "make release" },
  [`POST ${at}/releases/new`]: making,
  [`POST /api${at}/releases/new`]: making,
  [`GET ${at}/releases/:number`]: seen,
  [`GET ${at}/releases/:number/measures.csv`]: seen,
  [`GET /api${at}/releases/:number`]: seen,
}
