/** A number with the places that are not as in the other one marked, for eye and ear. */
export function MarkedNumber({ number, differs }: { number: string; differs: readonly number[] }) {
  if (number === '') return <span className="quiet">没有号码</span>;
  const marked = new Set(differs);
  return (
    <span className="marked-number">
      {[...number].map((digit, at) => {
        // A sign of a number is known by its place alone.
        const key = `${at}${digit}`;
        return marked.has(at) ? <mark key={key}>{digit}</mark> : <span key={key}>{digit}</span>;
      })}
    </span>
  );
}
