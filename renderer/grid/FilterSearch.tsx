interface Props {
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}

/** Narrows a list of ticks. Enter is that of the list, not of the condition above it. */
export function FilterSearch({ value, placeholder, onChange, onEnter }: Props) {
  return (
    <input
      className="filter-search"
      aria-label="找值"
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
