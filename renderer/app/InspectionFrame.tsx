import type { InspectionUnderWay } from '../../shared/contract/inspections.ts';
import { Guide } from '../guide/Guide.tsx';
import { useGuideOpen } from '../guide/guide-open.ts';
import { InspectionWindow } from '../inspections/InspectionWindow.tsx';
import { useAreaKeys } from '../ui/areas.ts';
import { CopyBand } from './CopyBand.tsx';
import './frame.css';
import './past.css';
import { RegisterMenu } from './RegisterMenu.tsx';
import { useRegister } from './session.tsx';
import { useFollowWrites } from './use-follow-writes.ts';

/** The window while an inspection is under way: its screens alone, for what lies past them is not in its log. */
export function InspectionFrame({ under, newRegister }: { under: InspectionUnderWay; newRegister: () => void }) {
  const { name, file } = useRegister();
  const showGuide = useGuideOpen((state) => state.show);
  useFollowWrites();
  useAreaKeys();
  return (
    <div className="inspection-frame">
      <CopyBand />
      <InspectionWindow
        key={under.number}
        under={under}
        bar={
          <header className="bar">
            <div className="bar-name"><strong title={`${name}\n${file}`}>{name}</strong></div>
            <span className="bar-find" />
            <button type="button" className="link-button bar-help" title="F1" onClick={() => showGuide(true)}>帮助</button>
            <RegisterMenu newRegister={newRegister} />
          </header>
        }
      />
      <Guide at={{ chapter: '迎检' }} />
    </div>
  );
}
