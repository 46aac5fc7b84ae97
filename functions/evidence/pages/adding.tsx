import { type Evidence, evidenceTypes } from "../../../shared/domain/funding/evidence.ts"
import { evidenceForm } from "../../../shared/domain/funding/evidence-form.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { FileUpload } from "../../../shared/web/govuk/file-upload.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { UploadSlot } from "../../../shared/web/world.ts"
import { addingAt, evidencePath, takingAwayAt } from "../addresses.ts"
import type { C, Desk } from "../here.ts"
import { MayNotHold } from "./guidance.tsx"

const back = ({ organisation, round }: Pick<Evidence, "organisation" | "round">) => ({
  href: evidencePath(organisation, round),
  text: "Files that show what was spent",
})

/** What a file is, before it is chosen. */
export const AddPage = ({ c, desk: { expected }, tried }: { c: C; desk: Desk; tried?: Tried }) => (
  <FormPage
    c={c}
    section={evidenceForm}
    action={addingAt(expected.organisation, expected.round)}
    back={back(expected)}
    caption={expected.title}
    button="Continue"
    keyed
    tried={tried}
    before={<MayNotHold />}
  />
)

/** The file itself goes straight into the store, which sends the browser back to us. */
export const UploadPage = ({ c, one, slot }: { c: C; one: Evidence; slot: UploadSlot }) => (
  <Page c={c} title={`Upload the file – ${one.name}`} back={back(one)} plain>
    <span class="govuk-caption-l">{one.name}</span>
    <h1 class="govuk-heading-l">Upload the file</h1>
    <form method="post" action={slot.url} enctype="multipart/form-data">
      {Object.entries(slot.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FileUpload
        id="file"
        name="file"
        label={{ text: `Choose the file: ${evidenceTypes[one.type].words}, up to 10 MB` }}
        hint="Choose it within 10 minutes of opening this page. After that, open the page again."
        accept={`.${one.type},${evidenceTypes[one.type].media}`}
      />
      <Button preventDoubleClick>Upload</Button>
    </form>
  </Page>
)

/** Asked once more: what is taken away is deleted. */
export const TakeAwayPage = ({ c, one }: { c: C; one: Evidence }) => (
  <Page c={c} title={`Take this file away – ${one.name}`} back={back(one)} plain>
    <span class="govuk-caption-l">{one.name}</span>
    <h1 class="govuk-heading-l">Take this file away</h1>
    <p class="govuk-body">
      The file is deleted, and will not be part of what is sent. That you added it and took it away stays on
      record.
    </p>
    <form method="post" action={takingAwayAt(one.organisation, one.round, one.id)}>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button variant="warning" preventDoubleClick>
        Take it away
      </Button>
    </form>
  </Page>
)
