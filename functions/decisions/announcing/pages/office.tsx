import type { Facts } from "../../../../shared/domain/selection/announcement.ts"
import type { Asking } from "../../../../shared/web/env.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import { Sheet } from "./sheet.tsx"

/** What a private office reads by its link, without an account. */
export const OfficePage = ({ c, facts }: { c: Asking; facts: Facts }) => (
  <Page c={c} title="Facts for the announcement" plain>
    <h1 class="govuk-heading-l">Facts for the announcement</h1>
    <p class="govuk-body">
      Whoever has this address can read it. Do not pass it on. It stops by itself, and can be stopped at any
      time.
    </p>
    <Sheet facts={facts} now={c.var.world.now()} />
  </Page>
)
