import { mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { dayWords, londonDate } from "../../../../shared/values/london.ts"
import { accountAt, evidenceAt, returnAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import {
  acceptedFact,
  type Fact,
  ReturnPage,
  readFact,
  saidBy,
  sentFact,
} from "../../../../shared/web/reviewing/return.tsx"
import { SectionSent } from "../../../../shared/web/reviewing/section.tsx"
import { clockOf } from "../../../../shared/web/reviewing/shown.ts"
import { hereAt, type OnMoney } from "../desk.ts"
import { acceptedBefore, certifierOf } from "../shown.ts"
import { MoneyActs } from "./acts.tsx"

type Props = { c: C; desk: OnMoney; tried?: Pick<Tried, "says" | "problems"> }

/** A return about money, as the department reads it. */
export const MoneyReturnPage = ({ c, desk, tried }: Props) => {
  const { organisation, phase } = desk
  return (
    <ReturnPage
      c={c}
      desk={desk}
      at={(reference) => returnAt(phase, organisation.id, reference)}
      back={{ href: accountAt(phase, organisation.id), text: organisation.shortName }}
      tried={tried}
      facts={[
        sentFact(desk),
        ...certified(desk),
        readFact(desk),
        completeFact(c, desk),
        acceptedFact(desk),
        ...filesFact(c, desk),
      ]}
      section={(section) => (
        <SectionSent desk={desk} at={hereAt(desk)} section={section} before={acceptedBefore(desk)} />
      )}
      acts={<MoneyActs c={c} desk={desk} />}
    />
  )
}

const certified = (desk: OnMoney): Fact[] => {
  const name = certifierOf(desk)
  return name === undefined ? [] : [{ key: "Certified", value: `By ${name}, ${roles.certifier.words}` }]
}

const completeFact = (c: C, desk: OnMoney): Fact => {
  const { head } = desk
  const { checked } = head.review ?? {}
  const clock = clockOf(desk)
  const late = londonDate(c.var.world.now()) > clock.complete
  return {
    key: "Complete",
    value:
      checked?.version === head.version
        ? `Said by ${saidBy(checked)}`
        : `Not checked yet: a coordinator ${late ? "was to say" : "says"} so by ${dayWords(clock.complete)}`,
  }
}

const filesFact = (c: C, { facts, organisation, phase }: OnMoney): Fact[] => {
  const files = facts.funding?.evidence ?? []
  if (!mayWithMoney(c.var.actor, "open evidence")) return []
  return [
    {
      key: "Files that show what was spent",
      value:
        files.length === 0
          ? "None is part of it"
          : files.map(({ id, name }) => (
              <span class="beside">
                <a class="govuk-link" href={evidenceAt(organisation.id, phase, id)}>
                  {name}
                </a>
              </span>
            )),
    },
  ]
}
