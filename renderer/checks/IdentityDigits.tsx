const ends = [6, 14];

/** An identity number in its groups: area, birth date, order; the places that differ from what is written stand out. */
export function IdentityDigits({ number, differs = [] }: { number: string; differs?: readonly number[] }) {
  const marked = new Set(differs);
  const whole = /^\d{14}[\dX]{4,}$/.test(number);
  return (
    <span className="identity-digits">
      {[...number].map((sign, at) => {
        const className = whole && ends.includes(at) ? 'identity-gap' : undefined;
        // A sign of a number is known by its place alone.
        return marked.has(at) ? <b key={`${at}${sign}`} className={className}>{sign}</b> : <span key={`${at}${sign}`} className={className}>{sign}</span>;
      })}
    </span>
  );
}
