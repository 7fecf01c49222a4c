interface Props {
  readonly clear: () => void;
  readonly applyTicks?: () => void;
}

export function FilterFoot({ clear, applyTicks }: Props) {
  return (
    <div className="filter-foot">
      <button type="button" onClick={clear}>清除</button>
      {applyTicks && <button type="button" className="primary" onClick={applyTicks}>只看勾选的</button>}
    </div>
  );
}
