import type { Programme } from "../../../shared/domain/calendar/programme.ts"

/** What is published of the Named Social Worker pilots. */
export const programme: Programme = {
  id: "named-social-worker",
  name: "Named Social Worker pilots",
  departments: [
    { name: "Department of Health" },
    { name: "Department of Health and Social Care", from: "2018-01-08" },
  ],
  demonstration: true,
  about: [
    "A named social worker is a dedicated worker for a person with a learning disability, autism or a mental health condition: the main contact for the person and their family, and a professional voice of challenge across the system.",
    "The Department of Health paid for the pilots. The Innovation Unit and the Social Care Institute for Excellence supported the councils and looked at what changed.",
  ],
}
