import { useId } from 'react';
import { textSizes } from '../../shared/hosting/text-size.ts';
import { canResizeText, useAppearance } from '../ui/appearance.ts';

/** Large text and sharp lines, for this user on this machine. */
export function AppearanceSettings() {
  const id = useId();
  const { size, contrast, set } = useAppearance();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>看得清</h2>
      <div className="form-rows">
        <span id={`${id}-size`}>字号</span>
        {canResizeText ? (
          <span className="switch settings-switch" role="group" aria-labelledby={`${id}-size`}>
            {textSizes.map((each) => <button key={each} type="button" aria-pressed={each === size} onClick={() => set({ size: each })}>{each}%</button>)}
          </span>
        ) : (
          <span>在浏览器里按 Ctrl 和加号放大，Ctrl 和 0 还原；浏览器自己会记住</span>
        )}
        <span id={`${id}-contrast`}>对比度</span>
        <span className="switch settings-switch" role="group" aria-labelledby={`${id}-contrast`}>
          <button type="button" aria-pressed={contrast === 'usual'} onClick={() => set({ contrast: 'usual' })}>平常</button>
          <button type="button" aria-pressed={contrast === 'high'} onClick={() => set({ contrast: 'high' })}>高</button>
        </span>
      </div>
      <p className="quiet settings-note">只改这台电脑上您自己看到的样子，登记册不变。Windows 的“高对比度”和“减少动画”也照着办。</p>
    </section>
  );
}
