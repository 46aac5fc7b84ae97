/** What money is spent on, in every form that asks for more than one figure. */
export const costCategories = [
  { id: "practitioners", label: "Practitioner salaries" },
  { id: "backfill", label: "Backfill" },
  { id: "management", label: "Management and supervision" },
  { id: "coproduction", label: "Co-production and experts by experience" },
  { id: "training", label: "Training and learning events" },
  { id: "travel", label: "Travel and subsistence" },
  { id: "evaluation", label: "Evaluation and data" },
  { id: "equipment", label: "Equipment and IT" },
  { id: "overheads", label: "Overheads" },
  { id: "other", label: "Other" },
]
