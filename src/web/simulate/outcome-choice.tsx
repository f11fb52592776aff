interface OutcomeChoiceProps {
  readonly label: string;
  readonly outcomes: readonly { readonly name: string; readonly title: string }[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** Which outcome a plot and its table are of. */
export function OutcomeChoice({ label, outcomes, chosen, onChoose }: OutcomeChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {outcomes.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
