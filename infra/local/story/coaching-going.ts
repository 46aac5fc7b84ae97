import type { Site } from "../demonstration/sites.ts"
import type { Move } from "./acts.ts"
import { about, coach } from "./coaching-acts.ts"
import { lead, move } from "./returns.ts"

type Said = "on track" | [says: "needs-attention" | "needs-help", stuck: string[], line: string]
type Month = { of: string; site?: Said; coach?: Said; on: [site: string, coach: string] }

const body = (said: Said) =>
  said === "on track" ? { says: "on-track" } : { says: said[0], stuck: said[1], line: said[2] }

const months = (site: Site, all: Month[]): Move[] =>
  all.flatMap(({ of, on: [sites, coachs], ...said }) => [
    ...(said.site
      ? [move(sites, "15:10", lead(site), about(site, `going/${of}/site`, body(said.site)))]
      : []),
    ...(said.coach ? [move(coachs, "15:40", coach, about(site, `going/${of}/coach`, body(said.coach)))] : []),
  ])

const attention = (stuck: string[], line: string): Said => ["needs-attention", stuck, line]
const october = { of: "2017-10", on: ["2017-11-01", "2017-11-02"] } satisfies Month
const november = { of: "2017-11", on: ["2017-12-01", "2017-12-04"] } satisfies Month
const december = { of: "2017-12", on: ["2018-01-03", "2018-01-05"] } satisfies Month
const january = { of: "2018-01", on: ["2018-02-01", "2018-02-02"] } satisfies Month
const february = { of: "2018-02", on: ["2018-03-01", "2018-03-02"] } satisfies Month
const march = { of: "2018-03", on: ["2018-04-03", "2018-04-04"] } satisfies Month
const april = { of: "2018-04", on: ["2018-05-01", "2018-05-02"] } satisfies Month
const bothOnTrack = { site: "on track", coach: "on track" } as const

/** How it goes, in both sides’ word, month by month: in December four of six are stuck on the same (invented). */
export const going: Move[] = [
  ...months("halton", [
    { ...october, ...bothOnTrack },
    {
      ...november,
      site: "on track",
      coach: attention(["backfill"], "One of the two covers has not begun (invented)."),
    },
    {
      ...december,
      site: attention(["backfill"], "The second cover began only in December (invented)."),
      coach: attention(["backfill", "consent"], "Cover is thin, and two teams share no records (invented)."),
    },
    {
      ...january,
      site: attention(["backfill"], "Cover was ill for a week (invented)."),
      coach: attention(["backfill"], "Cover was ill, and nobody stood behind it (invented)."),
    },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
    { ...april, ...bothOnTrack },
  ]),
  ...months("bradford", [
    { ...october, ...bothOnTrack },
    {
      ...november,
      site: attention(["backfill"], "One post is covered two days instead of three (invented)."),
      coach: attention(["backfill"], "The workers still hold their old cases (invented)."),
    },
    {
      ...december,
      site: ["needs-help", ["backfill"], "Nobody applied for the cover (invented)."],
      coach: attention(["backfill", "recruitment"], "The post was advertised twice (invented)."),
    },
    {
      ...january,
      site: attention(["backfill"], "An agency covers until March (invented)."),
      coach: attention(["backfill"], "An agency covers until March (invented)."),
    },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
  ]),
  ...months("shropshire", [
    { ...october, ...bothOnTrack },
    {
      ...november,
      site: attention(["recruitment"], "The first worker is not appointed (invented)."),
      coach: attention(["recruitment"], "Interviews are in December (invented)."),
    },
    {
      ...december,
      site: attention(["recruitment", "backfill"], "The first worker starts in February (invented)."),
      coach: attention(["recruitment"], "Until February the lead does both (invented)."),
    },
    { ...january, ...bothOnTrack },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
  ]),
  ...months("sheffield", [
    { ...october, ...bothOnTrack },
    { ...november, ...bothOnTrack },
    { ...december, ...bothOnTrack },
    {
      ...january,
      site: "on track",
      coach: attention(["measures"], "Two of the five measures are not counted yet (invented)."),
    },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
  ]),
  ...months("hertfordshire", [
    { ...october, ...bothOnTrack },
    {
      ...november,
      site: attention(["consent"], "The sharing agreement is with three lawyers (invented)."),
      coach: attention(["consent"], "The sharing agreement waits (invented)."),
    },
    { ...december, ...bothOnTrack },
    { ...january, ...bothOnTrack },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
  ]),
  ...months("liverpool", [
    { ...october, coach: "on track" },
    { ...november, coach: attention(["backfill"], "The duty rota takes the workers back (invented).") },
    { ...december, coach: attention(["backfill"], "The duty rota still takes them back (invented).") },
    {
      ...january,
      site: attention(["backfill"], "Duty is covered from March (invented)."),
      coach: attention(["backfill"], "Duty is covered from March (invented)."),
    },
    { ...february, ...bothOnTrack },
    { ...march, ...bothOnTrack },
  ]),
]
