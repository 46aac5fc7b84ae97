import { Button } from "../../../shared/web/govuk/button.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, OnDesk } from "../desk.ts"
import { at, NotNow, SubmissionPage } from "./submission-page.tsx"

export const ChangePage = ({ c, desk }: { c: C; desk: OnDesk }) => (
  <SubmissionPage
    c={c}
    desk={desk}
    title="Change what you sent"
    back={{ href: at(desk), text: "All sections" }}
    plain
  >
    {!desk.open.includes("change") ? (
      <NotNow />
    ) : (
      <>
        <p class="govuk-body">
          Version {desk.head.version} stays sent, and counts, until you send version {desk.head.version + 1}.
          If you change an answer, whoever confirmed it must confirm again.
        </p>
        <form method="post" action={`${at(desk)}/change`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="revision" value={String(desk.head.revision)} />
          <Button preventDoubleClick>Open it for changes</Button>
        </form>
      </>
    )}
  </SubmissionPage>
)
