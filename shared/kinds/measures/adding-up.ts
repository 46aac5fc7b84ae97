import type { AcrossSites, AcrossTime, Unit } from "./measure.ts"

/** How values of a unit may become one: the first of each is what is taken where nobody says otherwise. */
export const waysOf: Record<Unit, { acrossSites: AcrossSites[]; acrossTime: AcrossTime[] }> = {
  count: { acrossSites: ["sum"], acrossTime: ["last", "sum"] },
  share: { acrossSites: ["ratio"], acrossTime: ["last", "sum"] },
  mean: { acrossSites: ["weighted"], acrossTime: ["last"] },
  amount: { acrossSites: ["weighted", "sum"], acrossTime: ["last", "sum"] },
}

/** Why values of this unit do not add up so, in words; nothing where they do. An average of averages is never added up. */
export const notSo = (unit: Unit, across: { sites: AcrossSites; time: AcrossTime }): string | undefined => {
  const { acrossSites, acrossTime } = waysOf[unit]
  if (!acrossSites.includes(across.sites)) return "Values of this unit do not become one in that way"
  if (!acrossTime.includes(across.time) || (across.sites === "weighted" && across.time === "sum"))
    return "An average is not added up over time. Select “As it was at the end”"
  return undefined
}
